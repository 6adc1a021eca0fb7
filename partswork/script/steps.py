"""The kinds of step, version 1. Those that take an answer stand in `questions.py`, and are named here too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from partswork.script.conditions import Condition
from partswork.script.finding import Mark
from partswork.script.notes import Note
from partswork.script.questions import (
    DISTRESS,
    FIELDS,
    Ask,
    Choose,
    Distress,
    Field,
    Locate,
    Name,
    NamePart,
    Option,
    Question,
    Rate,
    Remember,
    SavedQuestion,
    Scale,
    Scan,
    may_skip,
    saved_name,
)
from partswork.script.words import Words

__all__ = [
    "DISTRESS",
    "FIELDS",
    "Ask",
    "Breath",
    "Breathe",
    "Calm",
    "Choose",
    "Distress",
    "End",
    "Field",
    "GoTo",
    "If",
    "Locate",
    "Name",
    "NamePart",
    "Option",
    "Pause",
    "Question",
    "Rate",
    "Remember",
    "RepeatUntil",
    "Return",
    "Rotate",
    "SavedQuestion",
    "Say",
    "Scale",
    "Scan",
    "Shown",
    "Step",
    "Use",
    "may_skip",
    "saved_name",
]

Breath = Literal["in", "hold", "out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A few lines; goes on when they do."""

    at: Mark
    words: Words
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Quiet for some seconds; None is as long as they like."""

    at: Mark
    seconds: int | None
    text: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathe:
    """A paced breath: phases with their seconds, gone through `rounds` times."""

    at: Mark
    pattern: tuple[tuple[Breath, int], ...]
    rounds: int
    text: Words | None = None
    note: Note | None = None

    @property
    def seconds(self) -> int:
        """How long it takes, in seconds."""
        return self.rounds * sum(seconds for _, seconds in self.pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotate:
    """One of its lists, in turn from session to session.

    Attributes:
        key: the same from session to session while the script keeps its order.
    """

    at: Mark
    key: str
    lists: tuple[tuple[Step, ...], ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class If:
    """One way or the other."""

    at: Mark
    condition: Condition
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatUntil:
    """Steps gone through until the condition holds, tested after each round."""

    at: Mark
    condition: Condition
    at_most: int
    steps: tuple[Step, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A shared script, handing back a result.

    Attributes:
        given: the names of answers it is given, by its own names for them.
        given_at: where its own names for them stand.
    """

    at: Mark
    script: Name
    given: Mapping[str, Name]
    given_at: Mapping[str, Mark]
    save_as: Name | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoTo:
    """On to a later section."""

    at: Mark
    section: Name
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The session ends; `people` closes on who to call."""

    at: Mark
    how: Literal["complete", "people"]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A shared script hands back one of its declared results."""

    at: Mark
    result: Name
    note: Note | None = None


Calm = Say | Pause | Breathe
"""Steps a person sees and is asked nothing by."""

Shown = Calm | Question
"""Steps that a person sees."""

Step = Shown | Rotate | If | RepeatUntil | Use | GoTo | End | Return
