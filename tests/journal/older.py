"""Journals that earlier versions wrote, as they were released: what is in `fixtures/` is never written again.

Each folder there is a journal: its file (named so that nobody takes it for their own), its key, and what
it held when it was written.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # it ships none

from partswork.journal import Journal
from partswork.journal.vault import connection

FORMATS = sorted(path for path in (Path(__file__).parent / "fixtures").iterdir() if path.is_dir())
_KEPT = "journal.db.kept"


def lay_out(kept: Path, folder: Path) -> None:
    """Put a journal of an earlier version at `folder`, as though it had been used there."""
    folder.mkdir(0o700, parents=True)
    for name, of in (
        ("journal.db", _KEPT),
        ("journal.key", "journal.key"),
        ("journal.key.copy", "journal.key"),
    ):
        (folder / name).write_bytes((kept / of).read_bytes())
        (folder / name).chmod(0o600)


def held(kept: Path) -> dict[str, Any]:
    """Return what the journal held when it was written."""
    found: dict[str, Any] = json.loads((kept / "holds.json").read_text("utf-8"))
    return found


def opened(folder: Path, name: str = "journal.db") -> Any:
    """Return a connection to a file in `folder` that knows nothing of partswork."""
    key = json.loads((folder / "journal.key").read_bytes())["slots"][0]["key"]
    made = dbapi2.connect(str(folder / name), isolation_level=None)
    made.execute("PRAGMA cipher_log_level = NONE")
    made.execute(f"PRAGMA key = \"x'{key}'\"")
    made.execute("PRAGMA cipher_compatibility = 4")
    return made


def _open_and_die(folder: Path, step: int) -> None:
    """Open a journal, and be killed at the step with this number: a statement, or a change to a file."""
    taken = 0

    def one(*_: object) -> None:
        nonlocal taken
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

    plain = connection._connect

    def watched(database: Any, name: str) -> Any:
        made: Any = plain(database, name)
        made.set_trace_callback(one)
        return made

    connection._connect = watched
    sys.addaudithook(lambda event, _: one() if event in ("os.rename", "os.remove", "open") else None)
    Journal.open(folder).close()


def _die_at_each(folders: Path, kept: Path) -> None:
    """Lay out a journal, and die opening it, at one step after the other until none is left."""
    for step in range(1, 100_000):
        folder = folders / str(step)
        lay_out(kept, folder)
        child = os.fork()
        if not child:
            _open_and_die(folder, step)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            return


if __name__ == "__main__":
    connection._library()
    _die_at_each(Path(sys.argv[1]), Path(sys.argv[2]))
