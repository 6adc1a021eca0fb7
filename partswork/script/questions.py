"""The kinds of step that take an answer, and what each saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from partswork.script.finding import Mark
from partswork.script.notes import Note
from partswork.script.words import Words

if TYPE_CHECKING:
    from partswork.script.steps import Step

Field = Literal["job", "fear", "wish", "place", "look", "age"]
FIELDS: tuple[Field, ...] = ("job", "fear", "wish", "place", "look", "age")
"""What may be remembered of a part."""

DISTRESS = "distress"
"""The name under which every `distress` answer is kept."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a script."""

    text: str
    at: Mark


@dataclass(frozen=True, slots=True)
class Remember:
    """`remember: FIELD of PART`."""

    field: Field
    part: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Distress:
    """How stirred up one is: 0-10, numb or far away, or can't tell."""

    at: Mark
    words: Words
    help: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Room for words."""

    at: Mark
    words: Words
    save_as: Name
    optional: bool = False
    remember: Remember | None = None
    placeholder: Words | None = None
    help: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One scale of whole numbers, `least` to `most` inclusive."""

    at: Mark
    words: Words
    save_as: Name
    least: int
    most: int
    low: Words | None = None
    high: Words | None = None
    optional: bool = False
    remember: Remember | None = None
    help: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """One reading of a scan."""

    name: str
    label: Words
    meaning: Words | None
    at: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """Several readings on one screen, each a word of `scale_words` (far to near) or skipped."""

    at: Mark
    words: Words
    save_as: Name
    scale_words: tuple[str, ...]
    scales: tuple[Scale, ...]
    optional: bool = False
    remember: Remember | None = None
    help: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; its `then` runs after it was chosen."""

    key: str
    label: Words
    at: Mark
    refusal: bool = False
    then: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """One of 2 to 12 options; with `many`, one or more, or skipped."""

    at: Mark
    words: Words
    save_as: Name
    options: tuple[Option, ...]
    many: bool = False
    optional: bool = False
    remember: Remember | None = None
    help: Words | None = None
    note: Note | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The option keys, in order."""
        return tuple(option.key for option in self.options)

    def option(self, key: str) -> Option:
        """Return the option of that key."""
        return next(option for option in self.options if option.key == key)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """One of their parts, or a new name."""

    at: Mark
    words: Words
    save_as: Name
    role: str | None = None
    guarded_by: Name | None = None
    opposed_to: Name | None = None
    optional: bool = False
    remember: Remember | None = None
    help: Words | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Locate:
    """A place or places in or around the body."""

    at: Mark
    words: Words
    save_as: Name
    optional: bool = False
    remember: Remember | None = None
    help: Words | None = None
    note: Note | None = None


SavedQuestion = Ask | Rate | Scan | Choose | NamePart | Locate
Question = Distress | SavedQuestion
"""Steps that take an answer."""


def saved_name(question: Question) -> str:
    """Return the name the answer is kept under."""
    return DISTRESS if isinstance(question, Distress) else question.save_as.text


def may_skip(question: Question) -> bool:
    """Whether an empty answer is taken: optional ones, distress, scans and choices of many."""
    match question:
        case Distress() | Scan():
            return True
        case Choose():
            return question.many or question.optional
        case _:
            return question.optional
