"""`python -m benchmarks` (or `make bench`) prints every figure."""

from __future__ import annotations

import sys

from benchmarks import start
from benchmarks.comparison import RUNS

# A new file of figures is one more name here.
_FILES = (start,)


def main() -> None:
    """Measure and print, one line a comparison."""
    sys.stdout.write(f"Medians of {RUNS} interleaved runs.\n")
    for file in _FILES:
        for comparison in file.COMPARISONS:
            sys.stdout.write(f"{comparison.measure()}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
