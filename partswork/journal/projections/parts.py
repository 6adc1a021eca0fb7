"""What each session says of each part.

Three tables, each row with its source (a session, or a record that belongs to none): `mention`,
that a session speaks of a part, and where its live answers name it; `trait`, the newest name, role
or remembered field it gives; `relation`, what it draws between two. A session is always projected
whole: it has few records, and taking an answer back changes rows that came from others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from partswork.journal.records import kinds
from partswork.journal.records.body import mapping_in, text_in
from partswork.journal.records.record import JSON, Record
from partswork.journal.records.store import place
from partswork.journal.records.withdrawn import Withdrawn, withdrawn
from partswork.journal.vault.connection import Connection

NAME = "name"
ROLE = "role"

_PART_KINDS = frozenset({kinds.PART_NAMED, kinds.PART_CHANGED, kinds.PART_RELATED})
_FORGET = (
    "DELETE FROM mention WHERE source = ?",
    "DELETE FROM trait WHERE source = ?",
    "DELETE FROM relation WHERE source = ?",
)
_WITHDRAWING = frozenset({kinds.BACK, kinds.MOVED})


@dataclass(slots=True)
class Mention:
    """Where a session's live answers name a part; all `None` if none does (any more)."""

    name: str | None = None
    first: bytes | None = None
    first_at: str | None = None
    last: bytes | None = None
    last_at: str | None = None


@dataclass(slots=True)
class Said:
    """What one source says of parts.

    Attributes:
        mentions: by part.
        traits: text and place, by part and trait.
        relations: place, by part, kind and other part.
    """

    mentions: dict[str, Mention] = field(default_factory=dict)
    traits: dict[tuple[str, str], tuple[str | None, bytes]] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], bytes] = field(default_factory=dict)


def concerns_parts(record: Record) -> bool:
    """Say whether a record can change what its session says of parts."""
    if record.kind == kinds.ANSWERED:
        return part_answered(record) is not None or bool(mapping_in(record.body, "remember"))
    return record.kind in _PART_KINDS or record.kind in _WITHDRAWING


def part_answered(record: Record) -> str | None:
    """Return the id of the part that an answer names, if it is such an answer."""
    if text_in(record.body, "kind") != kinds.NAME_PART:
        return None
    return text_in(mapping_in(record.body, "value"), "part")


def forget(connection: Connection, source: str) -> None:
    """Remove the rows of one source."""
    for statement in _FORGET:
        connection.execute(statement, (bytes.fromhex(source),))


def project(connection: Connection, source: str, records: Sequence[Record]) -> None:
    """Make the rows of one source, which has none so far, from `records`, all of its."""
    key = bytes.fromhex(source)
    said = what_is_said(records)
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(key, part, m.name, m.first, m.first_at, m.last, m.last_at) for part, m in said.mentions.items()],
    )
    connection.executemany(
        "INSERT INTO trait VALUES (?, ?, ?, ?, ?)",
        [(key, part, trait, text, at) for (part, trait), (text, at) in said.traits.items()],
    )
    connection.executemany(
        "INSERT INTO relation VALUES (?, ?, ?, ?, ?)",
        [(key, *between, at) for between, at in said.relations.items()],
    )


def what_is_said(records: Sequence[Record]) -> Said:
    """Return what the records of one source, in order, say of parts."""
    gone = withdrawn(records)
    said = Said()
    for record in records:
        if record.kind == kinds.ANSWERED:
            _answered(said, record, gone)
    # A change or a relation that came with an answer goes with it. Such records do not name their
    # answer; that the session no longer names the part at all is what shows it.
    unsaid = _named_only_by(records, gone)
    for record in records:
        if record.kind in _PART_KINDS:
            _part_record(said, record, unsaid)
    return said


def _answered(said: Said, record: Record, gone: Withdrawn) -> None:
    counts = record.id not in gone
    named = part_answered(record)
    if named is not None:
        mention = said.mentions.setdefault(named, Mention())
        if counts:
            mention.name = text_in(mapping_in(record.body, "value"), "name")
            mention.last, mention.last_at = place(record), record.at
            if mention.first is None:
                mention.first, mention.first_at = mention.last, mention.last_at
    remember = mapping_in(record.body, "remember")
    part, trait = text_in(remember, "part"), text_in(remember, "field")
    if part is not None and trait is not None:
        said.mentions.setdefault(part, Mention())
        if counts and trait not in (NAME, ROLE):
            text = text_in(remember, "text") or _as_text(record.body.get("value"))
            said.traits[part, trait] = (text, place(record))


def _part_record(said: Said, record: Record, unsaid: frozenset[str]) -> None:
    part = text_in(record.body, "part")
    if part is None:
        return
    other = text_in(record.body, "other")
    if record.kind != kinds.PART_NAMED and record.session is not None:
        for spoken_of in filter(None, (part, other)):
            said.mentions.setdefault(spoken_of, Mention())
    if record.kind == kinds.PART_RELATED:
        kind = text_in(record.body, "kind")
        if kind is not None and other is not None and not unsaid & {part, other}:
            said.relations.setdefault((part, kind, other), place(record))
    # The record a part began with counts for as long as the part is known at all.
    elif record.kind == kinds.PART_NAMED or part not in unsaid:
        for trait in (NAME, ROLE):
            if trait in record.body:
                said.traits[part, trait] = (text_in(record.body, trait), place(record))


def _named_only_by(records: Sequence[Record], gone: Withdrawn) -> frozenset[str]:
    """Return the parts that only answers in `gone` name."""
    named = [
        (part_answered(record), record.id in gone) for record in records if record.kind == kinds.ANSWERED
    ]
    live = {part for part, is_gone in named if not is_gone}
    return frozenset(part for part, is_gone in named if is_gone and part is not None) - live


def _as_text(value: JSON) -> str:
    """Return an answer's value in words, as a remembered field shows it."""
    return ", ".join(_words(value))


def _words(value: JSON) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        if "part" in value:
            yield text_in(value, NAME) or ""
        else:
            yield from (f"{key}: {_as_text(item)}" for key, item in value.items())
    elif isinstance(value, Sequence):
        for item in value:
            yield from _words(item)
    elif value is not None:
        yield str(value)
