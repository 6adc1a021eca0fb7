"""`python -m benchmarks` (or `make bench`) prints every figure; with names behind it, those."""

from __future__ import annotations

import sys

from benchmarks import checking, journal, proof, start
from benchmarks.app import breath, home, writing
from benchmarks.surroundings import surroundings

# A new file of figures is one more name here.
_FILES = {
    "start": start,
    "checking": checking,
    "proof": proof,
    "journal": journal,
    "home": home,
    "writing": writing,
    "breath": breath,
}


def main() -> None:
    """Measure and print, one line a figure."""
    with surroundings() as around:
        for name in sys.argv[1:] or _FILES:
            for line in _FILES[name].lines(around):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
