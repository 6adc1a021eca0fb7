"""Answers that no later look tells apart are one: the first of each kind stands for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from partswork.proof.judging import Held
from partswork.proof.looks import Includes, Value
from partswork.proof.variables import Variables

Some = TypeVar("Some", str, int)
Kept = tuple[tuple[int, Value], ...]
"""Held answers by number, in the order of the numbers: what can be compared and looked up."""


@dataclass(frozen=True, slots=True)
class Care:
    """How carefully the search tells answers apart. The plain ways are for checking the quick ones.

    Attributes:
        merge: answers that no later look tells apart are one.
        forget: answers that nothing looks at any more are dropped.
    """

    merge: bool = True
    forget: bool = True


CAREFREE = Care()
"""The quick way."""


class Classes:
    """Keeps of the answers held at a place only what can still make a difference."""

    def __init__(self, variables: Variables, live: list[int], care: Care) -> None:
        self._variables, self._live, self._care = variables, live, care
        self._seen: dict[tuple[int, int], dict[object, Value]] = {}
        self._known: dict[tuple[int, int, Value], Value | None] = {}

    def keep(self, place: int, held: Held) -> Kept:
        """Return what is to be kept of the answers held at a place."""
        live = self._live[place]
        kept = []
        for number in sorted(held):
            value = self._stand_in(number, held[number], live)
            if value is not None:
                kept.append((number, value))
        return tuple(kept)

    @property
    def all_apart(self) -> bool:
        """Whether every answer is told from every other."""
        return not self._care.merge

    def blind(self, place: int) -> bool:
        """Whether nothing that is held at a place makes any difference."""
        return self._care.forget and not self._live[place]

    def apart(self, number: int, values: Iterable[Some], place: int) -> list[Some]:
        """Return the first of each kind of value that is told apart at a place or later."""
        kinds: dict[object, Some] = {}
        for value in values:
            kinds.setdefault(self.kind(number, value, place), value)
        return list(kinds.values())

    def kind(self, number: int, value: Value | None, place: int) -> object:
        """Return what later looks make of a value; equal for values that none tells apart."""
        return self._kind(number, value, self._live[place])

    def sought(self, number: int, key: str, place: int) -> bool:
        """Whether a key of a choice of many is looked for at a place or later."""
        looks = self._live[place] & self._variables.looks(number)
        return self.all_apart or any(sight == Includes(key) for _, sight in self._variables.sights(looks))

    def _stand_in(self, number: int, value: Value, live: int) -> Value | None:
        looks = live & self._variables.looks(number)
        if not looks:
            return None if self._care.forget else value
        if not self._care.merge:
            return value
        key = (number, looks, value)
        if key not in self._known:
            self._known[key] = self._first(number, looks, value)
        return self._known[key]

    def _first(self, number: int, looks: int, value: Value) -> Value | None:
        kind = self._kind(number, value, looks)
        if kind == self._kind(number, None, looks):
            return None
        return self._seen.setdefault((number, looks), {}).setdefault(kind, value)

    def _kind(self, number: int, value: Value | None, looks: int) -> object:
        if not self._care.merge:
            return value
        looks &= self._variables.looks(number)
        return tuple(sight.of(value) for _, sight in self._variables.sights(looks))
