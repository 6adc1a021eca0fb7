"""How soon a command begins: the time from the shell to the last line."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.comparison import Comparison

_PARTSWORK = (str(Path(sys.executable).with_name("partswork")),)
_VERSION = (*_PARTSWORK, "--version")

COMPARISONS = (
    Comparison(
        name="partswork --version",
        command=_VERSION,
        peer='python -c "import click"',
        against=(sys.executable, "-c", "import click"),
        bound=1.3,
    ),
    Comparison(
        name="partswork scripts",
        command=(*_PARTSWORK, "scripts"),
        peer="partswork --version",
        against=_VERSION,
        bound=2.0,
    ),
)
