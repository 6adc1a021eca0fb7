"""Two commands timed side by side."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.beside import Beside

RUNS = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command, what it is measured against, and the ratio it should stay within.

    Attributes:
        name: what is measured, for the reader.
        command: what to run.
        peer: what the peer is, for the reader.
        against: what to run beside it.
        bound: the most that `command` should take, as a multiple of `against`.
    """

    name: str
    command: Sequence[str]
    peer: str
    against: Sequence[str]
    bound: float

    def measured(self, around: Mapping[str, str]) -> Beside:
        """Return the median milliseconds of both, run in turns so that a busy moment falls on both."""
        taken: tuple[list[float], list[float]] = ([], [])
        # The first round only warms the caches of disk and bytecode.
        for turn in range(RUNS + 1):
            for times, command in zip(taken, (self.command, self.against), strict=True):
                begun = time.perf_counter()
                subprocess.run(command, env=around, stdin=subprocess.DEVNULL, capture_output=True, check=True)
                if turn:
                    times.append((time.perf_counter() - begun) * 1000)
        return Beside(self.name, median(taken[0]), self.peer, median(taken[1]), "ms", ratio=self.bound)
