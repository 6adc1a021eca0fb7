"""Conditions over answers: what a script may test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from partswork.script.finding import Mark

WORDS_OF_CONDITIONS = frozenset("is not one of at least most more less than answered includes and or".split())
"""Words that cannot be names, or `x is answered` could be read two ways."""

Comparison = Literal["=", ">=", "<=", ">", "<"]


@dataclass(frozen=True, slots=True)
class Ref:
    """An answer by its name, or one reading of a scan by `name.scale`."""

    name: str
    scale: str | None
    at: Mark


@dataclass(frozen=True, slots=True)
class Value:
    """A word or number an answer is held against."""

    text: str
    at: Mark


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """`x is a`, `x is one of a, b`; with `negated`, `x is not a`."""

    ref: Ref
    values: tuple[Value, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Compares:
    """`x is at least 3`, `x < 4`, `c.calm is at most some`."""

    ref: Ref
    how: Comparison
    value: Value


@dataclass(frozen=True, slots=True)
class IsAnswered:
    """`x is answered`, `x is not answered`."""

    ref: Ref
    negated: bool


@dataclass(frozen=True, slots=True)
class Includes:
    """`x includes key`, for a choice of many."""

    ref: Ref
    value: Value


@dataclass(frozen=True, slots=True)
class Negation:
    """`not …`."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Conjunction:
    """`… and …`: stops at the first part that fails."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Disjunction:
    """`… or …`: stops at the first part that holds."""

    parts: tuple[Condition, ...]


Test = IsOneOf | Compares | IsAnswered | Includes
Condition = Test | Negation | Conjunction | Disjunction


def tests_of(condition: Condition) -> Iterator[Test]:
    """Yield the single tests of a condition, left to right."""
    match condition:
        case Negation(part):
            yield from tests_of(part)
        case Conjunction(parts) | Disjunction(parts):
            for part in parts:
                yield from tests_of(part)
        case _:
            yield condition
