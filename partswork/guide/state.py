"""Where one is in a script, and what is known so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from partswork.guide.beats import Interlude
from partswork.guide.events import How, Turned
from partswork.guide.held import Held
from partswork.script.distress import Band
from partswork.script.model import Script
from partswork.script.steps import RepeatUntil, Step

QuestionKey = tuple[str, str, tuple[str, ...]]
"""What makes a question the same one for a refusal: its shared script or "", its name, the parts given."""


@dataclass(frozen=True, slots=True)
class Level:
    """One list of steps being gone through.

    Attributes:
        at: the step one is at, from 0.
        loop: the repeat whose round this is, None for others.
        round: the round, from 1.
        opens: this list is a whole shared script; leaving it closes its scope.
        refusing: this list is what an option that refuses says for itself.
    """

    steps: tuple[Step, ...]
    at: int = 0
    loop: RepeatUntil | None = None
    round: int = 1
    opens: bool = False
    refusing: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """A script being walked, with the answers that have their names in it.

    Attributes:
        parts: the ids of the parts it was given.
        save_as: the caller's name for its result.
        why: for grounding that came in between, why; None in the script's own course.
        then: for grounding that the session ends after, how it ends; None where one returns.
    """

    script: Script
    answers: Mapping[str, Held] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    save_as: str | None = None
    why: Interlude | None = None
    then: How | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the live answers of the whole session come to.

    Attributes:
        band: the band of the newest distress, None while it was not asked.
        lowest: the lowest number given for it.
        high: it was high at some moment, whatever was said later.
        refused: the questions that met a refusal, with the answer that refused.
        sealing: ids of answers that refused or said high: Back reaches them only until the next.
        visits: how often each question was answered or passed over.
        gate: a distress or a question that can be refused was answered.
        rotated: keys of the rotates that were gone through.
    """

    band: Band | None = None
    lowest: int | None = None
    high: bool = False
    refused: Mapping[QuestionKey, Held] = field(default_factory=dict)
    sealing: frozenset[str] = frozenset()
    visits: Mapping[str, int] = field(default_factory=dict)
    gate: bool = False
    rotated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class State:
    """All of it.

    Attributes:
        section: the place of the section in the script, from 0.
        pending: something deep was entered and no grounding has followed yet.
        returned: grounding that came in between has just ended.
        turned: why the guide turned away, None while it has not.
    """

    section: int
    levels: tuple[Level, ...]
    scopes: tuple[Scope, ...]
    facts: Facts = field(default_factory=Facts)
    pending: bool = False
    returned: bool = False
    turned: Turned | None = None
