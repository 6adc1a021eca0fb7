"""The answers of a script and of all it uses, each a number of its own, and every look at one of them.

A set of looks is one whole number, a bit for each: joining two sets is one operation, however many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from partswork.proof.looks import Sight

BAND = 0
"""The band of the newest distress."""
LOWEST = 1
"""The lowest number given for distress."""
HIGH = 2
"""Distress was high at some moment."""
PENDING = 3
"""Something deep was shown or entered, and no grounding has followed."""
OWED = 4
"""Something inward was shown, and distress was not asked since."""
REFUSED = 5
"""Some question met a refusal."""
SAID = 6
"""Something was said; what a shared script that grounds owes."""

Key = tuple[object, ...]
"""What makes an answer the same one: the use of a script it belongs to, and its name there."""


class Variables:
    """Numbers for answers, and bits for looks."""

    def __init__(self) -> None:
        self._numbers: dict[Key, int] = {("fact", number): number for number in range(SAID + 1)}
        self._bits: dict[tuple[int, Sight], int] = {}
        self._sights: list[tuple[int, Sight]] = []
        self._looks: defaultdict[int, int] = defaultdict(int)
        self._scopes: defaultdict[object, list[int]] = defaultdict(list)

    def number(self, scope: object, *name: object) -> int:
        """Return the number of an answer by the use of a script it belongs to, and its name there."""
        key = (scope, *name)
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = len(self._numbers)
            self._scopes[scope].append(known)
        return known

    def of(self, scope: int) -> tuple[int, ...]:
        """Return all answers that belong to one use of a script."""
        return tuple(self._scopes.get(scope, ()))

    def look(self, number: int, sight: Sight) -> int:
        """Return the set of just this look at an answer."""
        known = self._bits.get((number, sight))
        if known is not None:
            return known
        bit = 1 << len(self._sights)
        self._bits[number, sight] = bit
        self._sights.append((number, sight))
        self._looks[number] |= bit
        return bit

    def looks(self, number: int) -> int:
        """Return all looks at an answer."""
        return self._looks.get(number, 0)

    def sights(self, looks: int) -> Iterator[tuple[int, Sight]]:
        """Yield the looks of a set, the oldest first."""
        while looks:
            lowest = looks & -looks
            yield self._sights[lowest.bit_length() - 1]
            looks ^= lowest
