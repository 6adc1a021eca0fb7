"""How far something has come, told on one line of a terminal once it takes more than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import TypeVar

Thing = TypeVar("Thing")

PATIENCE = 1.0
"""Seconds before anything is told, and between one telling and the next."""


class Progress:
    """A line on standard error that is gone when the work is done; nothing where that is no terminal."""

    def __init__(self, sentence: str, clock: Callable[[], float] = monotonic) -> None:
        """Tell `sentence`, with room for a `count`."""
        self._sentence = sentence
        self._clock = clock
        self._told = clock()
        self._wide = 0
        self._count = 0
        self._at_a_terminal = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def over(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the things, counting them."""
        for thing in things:
            self._count += 1
            self.at(self._count)
            yield thing

    def at(self, count: int) -> None:
        """It has come as far as this."""
        if not self._at_a_terminal or self._clock() - self._told < PATIENCE:
            return
        self._told = self._clock()
        line = self._sentence.format(count=count)
        self._write("\r" + line.ljust(self._wide))
        self._wide = len(line)

    def clear(self) -> None:
        """Take the line away, so that something else may be said."""
        if self._wide:
            self._write("\r" + " " * self._wide + "\r")
            self._wide = 0

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
