"""How soon home stands on the screen: from the command to the bytes of the last thing painted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.app.homes import home
from benchmarks.app.seat import Seat
from benchmarks.beside import Beside
from benchmarks.surroundings import PARTSWORK
from partswork.catalogue.entries import shipped_entries
from partswork.wording.app import PEOPLE, TODAY

RUNS = 15
_BARE = (sys.executable, str(Path(__file__).with_name("bare_home.py")))


def lines(around: Mapping[str, str]) -> Iterator[str]:
    """Measure, and yield what to print."""
    yield f"Home, medians of {RUNS} interleaved fresh starts."
    today = TODAY["paused"]
    bare = (*_BARE, PEOPLE, today, *_titles())
    ours, theirs = [], []
    with home(around) as here:
        # The first round only warms the caches of disk and bytecode.
        for turn in range(RUNS + 1):
            once = _paints(PARTSWORK, here, today), _paints(bare, here, today)
            if turn:
                ours.append(once[0])
                theirs.append(once[1])
    yield str(Beside("home, first paint", median(ours), "bare list", median(theirs), "ms", ratio=1.25))


def _titles() -> Iterator[str]:
    """Yield the practices that home shows unasked, besides today's."""
    for entry in shipped_entries():
        if entry.id != "daily-check-in" and entry.depth != "deep" and "ketamine" not in entry.tags:
            yield entry.title


def _paints(command: Sequence[str], here: Mapping[str, str], today: str) -> float:
    """Return the milliseconds until the list and the foot of the screen are painted."""
    with Seat(command, here) as seat:
        return seat.milliseconds_until(today, PEOPLE)
