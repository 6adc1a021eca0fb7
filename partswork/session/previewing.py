"""A demonstration that begins at one section: someone has answered all that leads there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from partswork.catalogue.found import Found
from partswork.errors import ScriptUnusable
from partswork.guide import Beat, Brought, Value
from partswork.near import nearest
from partswork.proof import Part, Story, way_into
from partswork.session.opening import demonstrate
from partswork.session.session import Session
from partswork.wording import session as words


@dataclass(frozen=True, slots=True)
class Way:
    """How someone comes to a section.

    Attributes:
        script: the id of the script.
        section: the id of the section.
        story: what they answer before.
    """

    script: str
    section: str
    story: Story

    @property
    def sentence(self) -> str:
        """What to say before it begins."""
        return words.preview(self.story.sentence)


def way_to(found: Found, section: str) -> Way:
    """Return the way to a section.

    Raises:
        ScriptUnusable: the script cannot be run, has no such section, or nobody is found to come there.
    """
    script = found.usable().script
    known = [one.id for one in script.sections]
    if section not in known:
        raise ScriptUnusable(words.no_such_section(section, nearest(section, known), known))
    story = way_into(found.usable(), section)
    if story is None:
        raise ScriptUnusable(words.no_way_to(section))
    return Way(script.id, section, story)


def preview(found: Found, way: Way, now: Callable[[], datetime]) -> Session:
    """Begin a demonstration, and answer on their behalf until the section begins.

    Raises:
        ScriptUnusable: the script cannot be run.
    """
    session = demonstrate(found, now, Brought(dict(way.story.turns)))
    answers = iter(way.story.answers)
    parts = list(dict.fromkeys(one for one in way.story.answers if isinstance(one, Part)))
    while isinstance(beat := session.beat, Beat) and beat.section.partition("/")[0] != way.section:
        if beat.asked is None:
            session.go_past()
            continue
        given = next(answers)
        if given is None:
            session.skip()
        else:
            session.answer(_as_value(session, given, parts))
    return session


def _as_value(session: Session, given: Value | Part, parts: list[Part]) -> Value:
    if isinstance(given, Part):
        return session.part_called(words.stand_in(parts.index(given)))
    return given
