"""What a script is once it has been read: frozen, and the same for every front end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from partswork.script.conditions import Condition
from partswork.script.finding import Mark
from partswork.script.notes import Note
from partswork.script.questions import Ask, Choose, Distress, Locate, Name, NamePart, Rate, Scan
from partswork.script.steps import (
    Breathe,
    End,
    GoTo,
    If,
    Pause,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Step,
    Use,
)
from partswork.script.words import Words

Depth = Literal["settling", "meeting", "deep"]
Company = Literal["alone", "therapist"]
InputKind = Literal["part", "text", "number"]
INPUT_KINDS: tuple[InputKind, ...] = ("part", "text", "number")

FORMAT = 1
"""The number of this language, the `partswork:` key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named stretch of steps.

    Attributes:
        deep: nearness to an exile; entered only while `needs` holds and distress is low.
        opening: practical questions before one begins; its choices are not inward.
        closing: its questions are not inward.
    """

    id: str
    at: Mark
    title: Words | None
    steps: tuple[Step, ...]
    deep: bool = False
    needs: Condition | None = None
    opening: bool = False
    closing: bool = False
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One script file.

    Attributes:
        takes: for a shared script, its inputs by name.
        returns: for a shared script, the results it may hand back.
        grounds: for a shared script, that it brings one back to the room.
        unclear: what steps that could not be read would have saved; nothing more is said of these names.
    """

    id: str
    title: str
    about: Words
    version: str
    language: str
    sections: tuple[Section, ...]
    depth: Depth = "settling"
    company: Company = "alone"
    if_they_stop: str | None = None
    if_they_stop_at: Mark = Mark(1, 1)
    tags: tuple[str, ...] = ()
    note: Note | None = None
    shared: bool = False
    takes: Mapping[str, InputKind]
    returns: Mapping[str, Mark]
    grounds: bool = False
    unclear: tuple[Name, ...] = ()

    def section(self, id: str) -> int:
        """Return the place of a section in order, from 0."""
        return next(n for n, section in enumerate(self.sections) if section.id == id)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A script with every shared script it reaches: all that a session needs."""

    script: Script
    shared: Mapping[str, Script]

    @property
    def if_they_stop(self) -> Script:
        """The shared script that grounds when they stop."""
        return self.shared[self.script.if_they_stop or ""]


_HOLDING = frozenset((If, RepeatUntil, Rotate, Choose))
"""The kinds of step that hold others."""


def inside(step: Step) -> tuple[tuple[Step, ...], ...]:
    """Return the lists of steps a step holds."""
    match step:
        case If():
            return (step.then, step.otherwise)
        case RepeatUntil():
            return (step.steps,)
        case Rotate():
            return step.lists
        case Choose():
            return tuple(option.then for option in step.options)
        case Say() | Pause() | Breathe() | Distress() | Ask() | Rate() | Scan() | NamePart() | Locate():
            return ()
        case Use() | GoTo() | End() | Return():
            return ()
        case _:
            assert_never(step)


def every_step(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield every step in writing order, those inside others too."""
    gathered: list[Step] = []
    _gather(steps, gathered)
    return iter(gathered)


def _gather(steps: tuple[Step, ...], gathered: list[Step]) -> None:
    for step in steps:
        gathered.append(step)
        if type(step) in _HOLDING:
            for held in inside(step):
                _gather(held, gathered)
