"""What another partswork process does, for the tests: `python -m tests.journal.processes WHAT FOLDER …`.

Each waits for a line on its standard input once it has imported everything, so that several can
start at the same moment, and tells on its standard output what it has done.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from partswork.journal import Journal, NewRecord, new_id
from partswork.journal.vault.connection import _library

_ROOT = Path(__file__).parents[2]
_AT = "2026-11-22T08:30:00+01:00"


def start(what: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start such a process; it begins when `go` is called."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journal.processes", what, str(folder), *arguments],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(*processes: subprocess.Popen[str]) -> None:
    """Let processes begin, all at once, when each is ready."""
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()


def told(process: subprocess.Popen[str]) -> str:
    """Return the next line a process tells."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def finish(process: subprocess.Popen[str]) -> list[str]:
    """Return what else a process tells until it ends."""
    out, _ = process.communicate(timeout=60)
    return out.split()


def _append(folder: Path, session: str, count: str) -> None:
    """Append so many records, and tell each id once it is kept."""
    journal = Journal.open(folder)
    for number in range(int(count)):
        id = new_id()
        journal.append([NewRecord(id, _AT, "answered", session, {"name": "word", "value": f"word {number}"})])
        print(id, flush=True)


def _hold(folder: Path, session: str) -> None:
    """Hold the lease of a session for as long as it lives."""
    journal = Journal.open(folder)
    lease = journal.lease(session)
    print("held", lease.session, flush=True)
    time.sleep(60)


if __name__ == "__main__":
    # Before the others are let go: else the first is done before the last has imported.
    _library()
    print("ready", flush=True)
    sys.stdin.readline()
    what, folder, *arguments = sys.argv[1:]
    if what == "append":
        _append(Path(folder), *arguments)
    else:
        _hold(Path(folder), *arguments)
