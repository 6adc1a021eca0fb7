"""How soon a command begins: the time from the shell to the last line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from benchmarks.commands import RUNS, Comparison
from benchmarks.surroundings import PARTSWORK

_VERSION = (*PARTSWORK, "--version")

_COMPARISONS = (
    Comparison(
        name="partswork --version",
        command=_VERSION,
        peer='python -c "import click"',
        against=(sys.executable, "-c", "import click"),
        bound=1.3,
    ),
    Comparison(
        name="partswork scripts",
        command=(*PARTSWORK, "scripts"),
        peer="partswork --version",
        against=_VERSION,
        bound=2.0,
    ),
)


def lines(around: Mapping[str, str]) -> Iterator[str]:
    """Measure, and yield what to print."""
    yield f"Commands, medians of {RUNS} interleaved runs."
    for comparison in _COMPARISONS:
        yield str(comparison.measured(around))
