"""Answers as values, and whether a value fits a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never

from partswork.script.steps import Ask, Choose, Distress, Locate, NamePart, Question, Rate, Scan

MOST_PLACES = 12
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class PartGiven:
    """A part, by its lasting id and the name it had when it was given."""

    id: str
    name: str


Value = str | int | tuple[str, ...] | Mapping[str, str] | PartGiven
"""ask: text. rate: a whole number. choose: a key, or keys. scan: a word by scale. locate: places.
name_part: a part. distress: a whole number, `numb` or `unsure`."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a session takes from earlier ones, pinned when it begins.

    Attributes:
        turns: for each `rotate` by its key, how many sessions have gone through it.
    """

    turns: Mapping[str, int] = field(default_factory=dict)


Misfit = Literal["empty", "number", "key", "keys", "words", "part", "places", "distress", "required"]


class DoesNotFit(Exception):
    """A value cannot be an answer to this question.

    Attributes:
        why: what would have fitted.
    """

    def __init__(self, why: Misfit) -> None:
        super().__init__(why)
        self.why = why


def fit(question: Question, value: Value) -> Value:
    """Return the value as it is kept.

    Raises:
        DoesNotFit: the question cannot take it.
    """
    match question:
        case Ask():
            return _need(isinstance(value, str) and bool(value.strip()), "empty", value)
        case Distress():
            number = isinstance(value, int) and 0 <= value <= 10
            return _need(number or value in ("numb", "unsure"), "distress", value)
        case Rate():
            inside = isinstance(value, int) and question.least <= value <= question.most
            return _need(inside, "number", value)
        case Choose() if question.many:
            several = isinstance(value, tuple) and bool(value) and set(value) <= set(question.keys)
            _need(several, "keys", value)
            return tuple(key for key in question.keys if isinstance(value, tuple) and key in value)
        case Choose():
            return _need(isinstance(value, str) and value in question.keys, "key", value)
        case Scan():
            scales = {scale.name for scale in question.scales}
            fits = isinstance(value, Mapping) and bool(value) and set(value) <= scales
            words = isinstance(value, Mapping) and set(value.values()) <= set(question.scale_words)
            return _need(fits and words, "words", value)
        case NamePart():
            named = isinstance(value, PartGiven) and 0 < len(value.name.strip()) <= LONGEST_NAME
            return _need(named, "part", value)
        case Locate():
            placed = isinstance(value, tuple) and 0 < len(value) <= MOST_PLACES
            whole = isinstance(value, tuple) and all(place.strip() for place in value)
            return _need(placed and whole, "places", value)
        case _:
            assert_never(question)


def _need(fits: bool, why: Misfit, value: Value) -> Value:
    if not fits:
        raise DoesNotFit(why)
    return value
