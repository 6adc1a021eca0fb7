"""What a script looks at in an answer: that it is there, is one of some words, how a number compares.

Two answers that no later look can tell apart are the same to a script, and the search keeps but one of
them. A look that finds no answer where it needs one sees `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from partswork.script.conditions import Comparison
from partswork.script.distress import band


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part that was named; the same number for the same part."""

    number: int


Value = str | int | tuple[object, ...] | Part
"""An answer as the search holds it: a key, a word, a number, a band, the keys of a choice of many.

Words of their own and places are only `GIVEN`; so is a part, but where one part must be told from
another. An answer that was never given is absent from what is held.
"""

SKIPPED = "-"
"""The question was passed over."""
GIVEN = "+"
"""Something was given, and what it was makes no difference."""

DISTRESS_SAID: tuple[str | int | None, ...] = (*range(11), "numb", "unsure", None)
"""All that can be said to distress; None skips it."""


class Sight(Protocol):
    """One way of looking at an answer. Equal sights see the same."""

    def of(self, value: Value | None) -> object:
        """Return what is seen, None where an answer is needed and there is none."""
        ...


def given(value: Value | None) -> bool:
    """Whether there is an answer, and not a question passed over."""
    return value is not None and value != SKIPPED


@dataclass(frozen=True, slots=True)
class There:
    """Whether it was answered."""

    def of(self, value: Value | None) -> object:
        """See it."""
        return given(value)


@dataclass(frozen=True, slots=True)
class Among:
    """Whether it is one of some words."""

    words: frozenset[str]

    def of(self, value: Value | None) -> object:
        """See it."""
        return str(value) in self.words if given(value) else None


@dataclass(frozen=True, slots=True)
class Includes:
    """Whether, of a choice of many, a key is among those chosen."""

    key: str

    def of(self, value: Value | None) -> object:
        """See it."""
        if not given(value):
            return None
        return isinstance(value, tuple) and self.key in value


@dataclass(frozen=True, slots=True)
class Compared:
    """How it compares with a number, or, where `order` gives words from far to near, with one of those."""

    how: Comparison
    other: int
    order: tuple[str, ...] = ()

    def of(self, value: Value | None) -> object:
        """See it."""
        if value is None or value == SKIPPED:
            return None
        number = self.order.index(str(value)) if self.order else value
        if not isinstance(number, int):
            return False
        match self.how:
            case ">=":
                return number >= self.other
            case "<=":
                return number <= self.other
            case ">":
                return number > self.other
            case "<":
                return number < self.other
            case "=":
                return number == self.other


@dataclass(frozen=True, slots=True)
class Rises:
    """What the next distress would come to, given the lowest number so far."""

    def of(self, value: Value | None) -> object:
        """See it."""
        lowest = value if isinstance(value, int) else None
        return tuple(band(said, lowest, deep=False) for said in DISTRESS_SAID)


@dataclass(frozen=True, slots=True)
class Whole:
    """All of it."""

    def of(self, value: Value | None) -> object:
        """See it."""
        return value


THERE = There()
RISES = Rises()
WHOLE = Whole()
