"""Reading a script file that may be anything at all."""

from __future__ import annotations

import os
import stat
from itertools import islice
from pathlib import Path

from partswork.cleaning import clean
from partswork.near import nearest
from partswork.script.finding import Findings, Mark
from partswork.script.reader import Reading, read
from partswork.script.source import MOST_BYTES
from partswork.wording.findings import did_you_mean

_MOST_BESIDE = 2_000
"""In a folder of more files than this, the nearest name is not looked for among the others."""


def read_file(path: Path) -> Reading:
    """Read a script from the disk; whatever stands in the way becomes its finding."""
    raw = bytes_of(path)
    if isinstance(raw, bytes):
        return read(raw, path.stem)
    findings = Findings([])
    findings.add(raw, Mark(1, 1), suggestion=_beside(path) if raw == "PW090" else None)
    return Reading("", None, findings)


def _beside(path: Path) -> str | None:
    """Ask whether a file of nearly that name is meant, where one lies in the same folder."""
    try:
        names = sorted(one.name for one in islice(path.parent.iterdir(), _MOST_BESIDE) if ".y" in one.name)
    except OSError:
        return None
    by_stem = {name.partition(".")[0]: name for name in names}
    meant = nearest(path.name.partition(".")[0], by_stem)
    return did_you_mean(clean(by_stem[meant]), None) if meant is not None else None


def bytes_of(file: Path) -> bytes | str:
    """Return what is in a file, at most one byte more than may be, or the code of what is in the way."""
    # Without O_NONBLOCK a pipe would be waited for, and it may never speak.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(file, flags)
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            os.close(descriptor)
            return "PW091" if stat.S_ISDIR(mode) else "PW092"
        with os.fdopen(descriptor, "rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return "PW090"
    except PermissionError:
        return "PW093"
    except OSError:
        return "PW094"
