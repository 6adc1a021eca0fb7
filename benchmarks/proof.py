"""How long proving takes: the whole library, scripts of growing size, and one too wide to be gone through."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.beside import Beside
from partswork.catalogue.catalogue import Catalogue
from partswork.catalogue.found import Found
from partswork.proof import prove
from partswork.script.model import Bundle
from tests.proof.making import asked_first, branching, straight

RUNS = 5
_IMPORT = "import time; begun = time.perf_counter(); import {}; print(time.perf_counter() - begun)"
_TEXTUAL = "textual.app, textual.screen, textual.widgets"
_MEGABYTE = 1024.0 if sys.platform != "darwin" else 1024.0 * 1024.0


def lines(around: Mapping[str, str]) -> Iterator[Beside]:
    """Yield every figure.

    Args:
        around: the environment that commands are run in.
    """
    library = [found.bundle for found in _library() if found.bundle is not None]
    ours, theirs = [], []
    # In turns, so that a busy moment falls on both.
    for _ in range(RUNS):
        ours.append(1000 * sum(_seconds(bundle) for bundle in library))
        theirs.append(1000 * _seconds_to_import(around))
    yield Beside("whole library proved", median(ours), "importing Textual", median(theirs), "ms", ratio=1.0)
    yield _grown("straight script, a step", straight, 500)
    yield _grown("branching script, a question", branching, 50)
    wide = _seconds(asked_first(12, "abcd"))
    yield Beside("12 choices tested at the end", wide, "bound", 10, "s", most=10)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    yield Beside("memory, all of the above", used, "bound", 500, "MB", most=500)


def _library() -> Iterator[Found]:
    catalogue = Catalogue(Path("no scripts of one's own"))
    return map(catalogue.read, catalogue.files())


def _grown(name: str, make: Callable[[int], Bundle], size: int) -> Beside:
    """Return the time for each step of a script, beside that of one a tenth its size."""
    small, large = make(size), make(10 * size)
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(1_000_000 * _seconds(large) / (10 * size))
        theirs.append(1_000_000 * _seconds(small) / size)
    return Beside(name, median(ours), "in one a tenth the size", median(theirs), "us", ratio=1.5)


def _seconds(bundle: Bundle) -> float:
    begun = time.perf_counter()
    prove(bundle)
    return time.perf_counter() - begun


def _seconds_to_import(around: Mapping[str, str]) -> float:
    command = (sys.executable, "-c", _IMPORT.format(_TEXTUAL))
    return float(subprocess.run(command, env=around, capture_output=True, check=True, text=True).stdout)
