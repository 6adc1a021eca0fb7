"""What an answer says of parts: which one is meant, what it remembers, how it stands to others."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from partswork.cleaning import clean
from partswork.guide import Answered, Beat, PartGiven, Value, Walk, live
from partswork.journal import JSON, Journal, NewRecord, new_id
from partswork.script.steps import NamePart, Question
from partswork.session.saying import in_words


def met(walk: Walk) -> list[str]:
    """Return the names of the parts that live answers name, in their order, each once."""
    given = (event.value for event in live(walk.events) if isinstance(event, Answered))
    return list({one.id: one.name for one in given if isinstance(one, PartGiven)}.values())


def part_called(journal: Journal, name: str) -> PartGiven:
    """Return the part of that name, a new one if none is known by it."""
    name = " ".join(clean(name).split())
    for part in journal.parts():
        if _alike(part.name) == _alike(name):
            return PartGiven(part.id, part.name)
    return PartGiven(new_id(), name)


def remembered(walk: Walk, step: Question, value: Value) -> Mapping[str, JSON] | None:
    """Return what an answer to the question at hand has a part remember, None where it has none."""
    remember = getattr(step, "remember", None)
    part = walk.part(remember.part.text) if remember is not None else None
    if remember is None or part is None:
        return None
    about: dict[str, JSON] = {"field": remember.field, "part": part.id}
    labels = walk.beat.labels if isinstance(walk.beat, Beat) else {}
    # Kept as a key, a choice would tell nothing on the part's page.
    return {**about, "text": in_words(value, labels)} if labels else about


def named(
    walk: Walk, journal: Journal, step: NamePart, part: PartGiven, session: str, at: str
) -> list[NewRecord]:
    """Return the records of a part that is new, and of how it stands to others."""
    records = []
    if all(known.id != part.id for known in journal.parts()):
        body = {"part": part.id, "name": part.name, "role": step.role}
        records.append(NewRecord(new_id(), at, "part-named", session, body))
    for name, kind in ((step.guarded_by, "guards"), (step.opposed_to, "opposes")):
        other = walk.part(name.text) if name is not None else None
        if other is not None and other.id != part.id:
            relation = {"part": other.id, "kind": kind, "other": part.id}
            records.append(NewRecord(new_id(), at, "part-related", session, relation))
    return records


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
