"""Two commands timed side by side."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

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

    def measure(self) -> str:
        """Return one line: both medians in milliseconds, their ratio, and the bound."""
        ours, theirs = _interleaved(self.command, self.against)
        ratio = ours / theirs
        verdict = "within" if ratio <= self.bound else "over"
        return (
            f"{self.name:<22} {ours * 1000:7.1f} ms   {self.peer:<26} {theirs * 1000:7.1f} ms   "
            f"ratio {ratio:5.2f}   {verdict} {self.bound}"
        )


def _interleaved(first: Sequence[str], second: Sequence[str]) -> tuple[float, float]:
    """Return the median seconds of each, run in turns so that a busy moment falls on both."""
    taken: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as home:
        surroundings = {**os.environ, "PARTSWORK_HOME": home}
        # The first round only warms the caches of disk and bytecode.
        for turn in range(RUNS + 1):
            for times, command in zip(taken, (first, second), strict=True):
                begun = time.perf_counter()
                subprocess.run(
                    command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=True
                )
                if turn:
                    times.append(time.perf_counter() - begun)
    return median(taken[0]), median(taken[1])
