"""What every measured program finds around it, the same for ours and for a peer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PARTSWORK = (str(Path(sys.executable).with_name("partswork")),)
"""The program itself, as it is installed beside this Python."""

_NOT_LENT = ("COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "PARTSWORK_NOW")


@contextmanager
def surroundings() -> Iterator[Mapping[str, str]]:
    """Yield an environment with a home of its own and bytecode that the first run of each program compiles.

    Whether an installation came with its bytecode, and whether this shell lets Python write any,
    would otherwise say more than the programs do.
    """
    with TemporaryDirectory() as folder:
        lent = {name: value for name, value in os.environ.items() if name not in _NOT_LENT}
        yield {
            **lent,
            "PARTSWORK_HOME": str(Path(folder, "home")),
            "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode")),
            "TERM": "xterm-256color",
        }
