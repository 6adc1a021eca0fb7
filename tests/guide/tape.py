"""Decisions read off some bytes, so that a whole script, or a whole session, is one hypothesis value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Tape:
    """Bytes read one by one; once they run out, the first choice for ever.

    The first of every choice is the plainest one, so a shorter tape makes a smaller example.
    """

    def __init__(self, told: bytes) -> None:
        self._told = told
        self._next = 0

    @property
    def over(self) -> bool:
        """Whether nothing is left to read."""
        return self._next >= len(self._told)

    def below(self, bound: int) -> int:
        """Return a number from 0 to `bound` - 1."""
        if self.over:
            return 0
        self._next += 1
        return self._told[self._next - 1] % bound

    def pick(self, among: Sequence[T]) -> T:
        """Return one of several."""
        return among[self.below(len(among))]

    def chance(self, of_ten: int) -> bool:
        """Return yes so many times out of ten, no once nothing is left."""
        return self.below(10) >= 10 - of_ten

    def some(self, among: Sequence[T]) -> tuple[T, ...]:
        """Return one or more of several, in order."""
        taken = tuple(one for one in among if self.chance(5))
        return taken or (self.pick(among),)


def tapes(longest: int) -> st.SearchStrategy[bytes]:
    """Return tapes of up to so many bytes; left to itself, hypothesis makes nearly all of them short."""
    least = (0, longest // 5, longest // 2)
    return st.one_of([st.binary(min_size=size, max_size=longest) for size in least])
