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
    try:
        raw = _bytes(path)
    except FileNotFoundError:
        return _unread("PW090")
    except IsADirectoryError:
        return _unread("PW091")
    except PermissionError:
        return _unread("PW093")
    except OSError:
        return _unread("PW094")
    return read(raw, path.stem) if raw is not None else _unread("PW092")


def _bytes(path: Path) -> bytes | None:
    """Return at most one byte more than a script may have, None where it is no ordinary file."""
    # Without O_NONBLOCK a pipe would be waited for, and it may never speak.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        return file.read(MOST_BYTES + 1) if stat.S_ISREG(mode) else None


def _unread(code: str) -> Reading:
    findings = Findings([])
    findings.add(code, Mark(1, 1))
    return Reading("", None, findings)
