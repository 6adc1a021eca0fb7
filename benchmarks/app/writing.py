"""Writing in a session: how soon a key is painted, and how much memory the app has taken by then."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles

from benchmarks.app.homes import home, practice
from benchmarks.app.seat import Seat
from benchmarks.beside import Beside
from benchmarks.surroundings import PARTSWORK

RUNS, LINES = 3, 2
_BARE = (sys.executable, str(Path(__file__).with_name("bare_writing.py")))
_PLACEHOLDER = "a line or two"
_STEPS = f"  - ask: What is here?\n    placeholder: {_PLACEHOLDER}\n    save_as: here"
_WARMING, _LINE = "once", "something quiet by the window"
_BETWEEN = (0.015, 0.035)
"""Least and most seconds from one paint to the next key."""
_STILL = 0.42
"""Seconds without a key: by then the app is about to keep, or keeps, what was written."""


@dataclass
class Taken:
    """What was measured of one side.

    Attributes:
        keys: milliseconds from a key to its paint.
        peaks: megabytes, one of each run.
    """

    keys: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)


def lines(around: Mapping[str, str]) -> Iterator[str]:
    """Measure, and yield what to print."""
    if sys.platform != "linux":
        yield "Writing: measured on Linux only."
        return
    # The first pair only compiles, which takes memory too.
    _pair(around, Taken(), Taken(), lines=0)
    ours, theirs = Taken(), Taken()
    for _ in range(RUNS):
        _pair(around, ours, theirs, lines=LINES)
    yield f"Writing, {len(ours.keys)} keys of each in {RUNS} fresh pairs, line by line in turns."
    peer = "bare text area"
    yield str(Beside("key to paint, median", median(ours.keys), peer, median(theirs.keys), "ms", ratio=1.25))
    first, last = (quantiles(taken.keys, n=20)[-1] for taken in (ours, theirs))
    yield str(Beside("key to paint, 95th of 100", first, peer, last, "ms"))
    yield str(Beside("memory at its peak", median(ours.peaks), peer, median(theirs.peaks), "MB", ratio=1.5))


def _pair(around: Mapping[str, str], ours: Taken, theirs: Taken, *, lines: int) -> None:
    """Start both, and type so many lines into each, in turns."""
    with ExitStack() as stack:
        here = stack.enter_context(home(around))
        path = stack.enter_context(practice("measured", _STEPS))
        pair = [
            (stack.enter_context(Seat(command, here)), taken)
            for command, taken in (((*PARTSWORK, "run", path), ours), (_BARE, theirs))
        ]
        for seat, _ in pair:
            seat.milliseconds_until(_PLACEHOLDER)
            # The first word is not counted: it warms what painting needs.
            for letter in _WARMING if lines else "":
                seat.types(letter)
                seat.rests(_BETWEEN[1])
            _ends(seat)
        for _ in range(lines):
            for seat, taken in pair:
                taken.keys += _types(seat)
        for seat, taken in pair:
            taken.peaks.append(seat.peak_megabytes)


def _types(seat: Seat) -> list[float]:
    """Type a line, with a pause in it; return the milliseconds from each letter to its paint."""
    chance = Random(1)  # noqa: S311 - the same unevenness every time
    taken = []
    for at, letter in enumerate(_LINE):
        seat.types(letter)
        if letter != " ":
            # With what stands before it on the line, which no other paint can have.
            taken.append(seat.milliseconds_until(_LINE[: at + 1]))
        seat.rests(_STILL if at == len(_LINE) // 2 else chance.uniform(*_BETWEEN))
    _ends(seat)
    return taken


def _ends(seat: Seat) -> None:
    """End the line, and wait until it is kept: that is not to fall on the other's keys."""
    seat.types("\r")
    seat.rests(_STILL + 0.1)
