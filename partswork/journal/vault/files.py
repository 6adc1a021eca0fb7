"""Files and folders that nobody else reads, and that are whole or not there."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from partswork.errors import JournalUnreadable
from partswork.wording import journal as words

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600


def private_folder(folder: Path) -> None:
    """Make `folder` and its missing parents (0700), or see that the one there is ours alone.

    Raises:
        JournalUnreadable: it is a link, not a folder, or belongs to somebody else.
        OSError: the disk refused.
    """
    missing = [place for place in (folder, *folder.parents) if not os.path.lexists(place)]
    for place in reversed(missing):
        # Two first starts may make it at once; whose it is, is seen below.
        with contextlib.suppress(FileExistsError):
            place.mkdir(_FOLDER_MODE)
        sync_folder(place.parent)
    _see_ours(folder, stat.S_ISDIR, _FOLDER_MODE)


def see_private_file(path: Path) -> bool:
    """See that the file at `path` is ours alone, tightening its mode; return whether it is there.

    Raises:
        JournalUnreadable: it is a link, not a file, or belongs to somebody else.
        OSError: the disk refused.
    """
    if not os.path.lexists(path):
        return False
    _see_ours(path, stat.S_ISREG, _FILE_MODE)
    return True


def make_private_file(path: Path) -> None:
    """Make an empty file (0600) at `path` unless one is there, and make its name durable."""
    with contextlib.suppress(FileExistsError):
        os.close(_open_new(path))
    sync_folder(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, all of it or none, durable on return; what was there is replaced."""
    waiting = _write_beside(path, content)
    waiting.replace(path)
    sync_folder(path.parent)


def claim_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, all of it or none, durable on return; what is there stays."""
    waiting = _write_beside(path, content)
    try:
        # A link is made only where no name is yet, and the name comes with the whole content.
        with contextlib.suppress(FileExistsError):
            os.link(waiting, path)
    finally:
        waiting.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Windows has no such call, and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_beside(path: Path, content: bytes) -> Path:
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(_open_new(waiting), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return waiting


def _open_new(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), _FILE_MODE)


def _see_ours(path: Path, is_kind: Callable[[int], bool], mode: int) -> None:
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        raise JournalUnreadable(words.IS_LINK)
    if not is_kind(found.st_mode):
        raise JournalUnreadable(words.NOT_A_FILE)
    if sys.platform == "win32":
        return
    if found.st_uid != os.geteuid():
        raise JournalUnreadable(words.NOT_OURS)
    if found.st_mode & 0o077:
        path.chmod(mode)
