"""What a breath on the screen costs: seconds of a processor in each second of the clock."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from benchmarks.app.homes import home, practice
from benchmarks.app.seat import Seat
from benchmarks.beside import Beside
from benchmarks.surroundings import PARTSWORK

SECONDS = 10
"""One whole round of the breath, which never holds still."""
_BARE = (sys.executable, str(Path(__file__).with_name("bare_rest.py")))
_WORDS = "with the breath"
_STEPS = f"  - breathe: 4 in, 6 out\n    rounds: 20\n    text: {_WORDS}"


def lines(around: Mapping[str, str]) -> Iterator[str]:
    """Measure, and yield what to print."""
    if sys.platform != "linux":
        yield "Breath: measured on Linux only."
        return
    yield f"Breath, {SECONDS} seconds, both at the same time."
    with ExitStack() as stack:
        here = stack.enter_context(home(around))
        path = stack.enter_context(practice("measured", _STEPS))
        seats = [stack.enter_context(Seat(command, here)) for command in ((*PARTSWORK, "run", path), _BARE)]
        for seat in seats:
            seat.milliseconds_until(_WORDS)
            seat.rests(1)
        ours, theirs = _shares(seats)
    yield str(Beside("breath, share of a core", ours, "bare app at rest", theirs, "%", most=6))


def _shares(seats: list[Seat]) -> list[float]:
    """Return the hundredths of a core that each uses."""
    begun, before = time.perf_counter(), [seat.processor_seconds for seat in seats]
    while time.perf_counter() - begun < SECONDS:
        for seat in seats:
            seat.rests(0.05)
    after, seconds = [seat.processor_seconds for seat in seats], time.perf_counter() - begun
    return [100 * (last - first) / seconds for first, last in zip(before, after, strict=True)]
