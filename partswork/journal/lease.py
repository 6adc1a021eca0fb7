"""Leases: the process that runs a session holds it; another is told, and may only look.

A lease is an operating system's lock on a file of its own under `leases/`, so it ends with its
process however that ends. The file is removed while the lock is still held, and whoever waited for
it then sees that the file is gone and makes a new one. What a killed process leaves is swept up at
the next start.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from partswork.errors import SessionElsewhere
from partswork.journal.records.record import is_id
from partswork.journal.vault.files import private_folder
from partswork.journal.vault.troubles import file_troubles
from partswork.wording import journal as words

if TYPE_CHECKING:
    from filelock import FileLock

_SUFFIX = ".lease"
# Seconds. Long enough to outlast another process that only looks whether the session is leased.
_PATIENCE = 0.3
_POLL = 0.02


class Lease:
    """A session held by this process until `release`, or the end of a `with` block."""

    def __init__(self, session: str, give_back: Callable[[Lease], None]) -> None:
        self.session = session
        self._give_back = give_back

    def release(self) -> None:
        """Give the session back; a second call does nothing."""
        self._give_back(self)

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


class Leases:
    """The leases that one journal object holds."""

    def __init__(self, folder: Path | None) -> None:
        """Keep the locks under `folder`, which is made when the first is taken; `None`: nowhere."""
        self._folder = folder
        self._held: dict[str, tuple[Lease, FileLock | None]] = {}
        self._turn = threading.Lock()

    def take(self, session: str) -> Lease:
        """Take the lease of a session.

        Raises:
            SessionElsewhere: it is held, by another process or by this one.
            JournalError: the disk refused.
        """
        with self._turn:
            if session in self._held:
                raise SessionElsewhere(words.SESSION_ELSEWHERE)
            lock = None if self._folder is None else self._lock(self._folder, session)
            lease = Lease(session, self._release)
            self._held[session] = lease, lock
            return lease

    def holds(self, session: str) -> bool:
        """Say whether this object holds the lease."""
        return session in self._held

    def is_taken(self, session: str) -> bool:
        """Say whether anybody holds the lease."""
        if session in self._held:
            return True
        if self._folder is None:
            return False
        with file_troubles():
            return not _is_free(_file(self._folder, session))

    def release_all(self) -> None:
        """Give everything back."""
        for lease, _ in list(self._held.values()):
            lease.release()

    def sweep(self) -> None:
        """Remove the files that killed processes left."""
        if self._folder is None or not self._folder.is_dir():
            return
        with file_troubles():
            for path in self._folder.glob(f"*{_SUFFIX}"):
                if is_id(path.stem):
                    _is_free(path)

    def _lock(self, folder: Path, session: str) -> FileLock:
        from filelock import Timeout

        with file_troubles():
            private_folder(folder)
            lock = _lock_on(_file(folder, session), _PATIENCE)
            try:
                lock.acquire()
            except Timeout:
                raise SessionElsewhere(words.SESSION_ELSEWHERE) from None
        return lock

    def _release(self, lease: Lease) -> None:
        with self._turn:
            held, lock = self._held.get(lease.session, (None, None))
            # The session may have been given back already, and leased anew.
            if held is not lease:
                return
            del self._held[lease.session]
            if lock is not None:
                _let_go(lock)


def _file(folder: Path, session: str) -> Path:
    return folder / f"{session}{_SUFFIX}"


def _lock_on(path: Path, patience: float) -> FileLock:
    # Imported here: only a session needs it.
    from filelock import FileLock

    # Taken in one thread, given back in another; and never a lock that outlives its process.
    return FileLock(
        path, patience, mode=0o600, thread_local=False, poll_interval=_POLL, fallback_to_soft=False
    )


def _is_free(path: Path) -> bool:
    """Say whether nobody holds the lock on the file at `path`; if so, the file is removed."""
    if not path.exists():
        return True
    from filelock import Timeout

    lock = _lock_on(path, 0)
    try:
        lock.acquire()
    except Timeout:
        return False
    _let_go(lock)
    return True


def _let_go(lock: FileLock) -> None:
    # Windows does not remove a file that is open; there it stays, and serves the next lease.
    with contextlib.suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()
