"""Reading a script file that may be anything at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from partswork.script.finding import Findings, Mark
from partswork.script.reader import Reading, read
from partswork.script.source import MOST_BYTES


def read_file(path: Path) -> Reading:
    """Read a script from the disk; whatever stands in the way becomes its finding."""
    raw = bytes_of(path)
    if isinstance(raw, bytes):
        return read(raw, path.stem)
    findings = Findings([])
    findings.add(raw, Mark(1, 1))
    return Reading("", None, findings)


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
