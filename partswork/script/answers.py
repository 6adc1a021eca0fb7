"""What kind of answer stands under a name, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from partswork.script.model import InputKind
from partswork.script.steps import Ask, Choose, Locate, NamePart, Rate, SavedQuestion, Scan

BANDS = ("low", "raised", "high")
"""What distress is tested as."""


@dataclass(frozen=True, slots=True)
class TextKind:
    """Words of their own."""


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part."""


@dataclass(frozen=True, slots=True)
class PlacesKind:
    """Places in or around the body."""


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A whole number, `least` to `most` inclusive."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """One of some keys, or with `many` some of them."""

    keys: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class ScanKind:
    """A word of `words` (far to near) for each of `scales`."""

    scales: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultKind:
    """What a shared script handed back."""

    results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DistressKind:
    """The session's distress, tested as its band."""


AnswerKind = TextKind | PartKind | PlacesKind | NumberKind | ChoiceKind | ScanKind | ResultKind | DistressKind


def kind_of(question: SavedQuestion) -> AnswerKind:
    """Return the kind of answer a question saves."""
    match question:
        case Ask():
            return TextKind()
        case NamePart():
            return PartKind()
        case Locate():
            return PlacesKind()
        case Rate():
            return NumberKind(question.least, question.most)
        case Choose():
            return ChoiceKind(question.keys, question.many)
        case Scan():
            return ScanKind(tuple(scale.name for scale in question.scales), question.scale_words)
        case _:
            assert_never(question)


def kind_of_input(kind: InputKind) -> AnswerKind:
    """Return the kind of answer an input stands for; a number is taken as 0-100."""
    match kind:
        case "part":
            return PartKind()
        case "text":
            return TextKind()
        case "number":
            return NumberKind(0, 100)


def alike(one: AnswerKind, other: AnswerKind) -> bool:
    """Whether both may be saved under one name: same kind and range, the same option keys."""
    if isinstance(one, ChoiceKind) and isinstance(other, ChoiceKind):
        return one.many == other.many and set(one.keys) == set(other.keys)
    return one == other
