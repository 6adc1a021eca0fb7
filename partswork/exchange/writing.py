"""Putting what is exported where it belongs: whole or not at all, for nobody else's eyes, and over nothing.

Everything is written beside first, under a name that is removed again whatever happens.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from partswork.errors import PartsworkError
from partswork.exchange.pages import Page, is_own
from partswork.wording import exchange as words

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_LARGEST_PAGE = 100_000_000
"""Bytes. What is larger, partswork did not write."""


def write_file(path: Path, pieces: Iterable[str], *, force: bool) -> None:
    """Write one file (0600); with `force` over the one that is there.

    Raises:
        PartsworkError: something is in the way, or the disk refused; nothing is left of it.
    """
    with _troubles():
        _see_room_for(path)
        if path.is_dir():
            raise PartsworkError(words.A_FOLDER_IN_THE_WAY)
        if os.path.lexists(path) and not force:
            raise PartsworkError(words.IN_THE_WAY)
        waiting = path.with_name(_waiting_name())
        try:
            _write(waiting, pieces)
            _put(waiting, path, over=force)
            _sync(path.parent)
        finally:
            waiting.unlink(missing_ok=True)


def write_folder(folder: Path, pages: Iterable[Page], *, force: bool) -> int:
    """Write pages into a folder (0700, files 0600), made if it is not there; return how many.

    Of what is there, only pages that partswork wrote about the same thing, and nobody changed since, are
    replaced; with `force` whatever has their names.

    Raises:
        PartsworkError: something is in the way, or the disk refused; nothing new is left of it.
    """
    with _troubles():
        _see_room_for(folder)
        there = os.path.lexists(folder)
        if there and not folder.is_dir():
            raise PartsworkError(words.NOT_A_FOLDER)
        waiting = (folder if there else folder.parent) / _waiting_name()
        try:
            waiting.mkdir(_FOLDER_MODE)
            written = {page.place: page.id for page in _written(waiting, pages)}
            if there:
                _move_in(waiting, folder, written, force=force)
            else:
                waiting.rename(folder)
                _sync(folder.parent)
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    return len(written)


def _written(waiting: Path, pages: Iterable[Page]) -> Iterator[Page]:
    for page in pages:
        path = waiting.joinpath(*page.place)
        with contextlib.suppress(FileExistsError):
            path.parent.mkdir(_FOLDER_MODE)
        _write(path, [page.text])
        yield page
    for folder in (waiting, *(path for path in waiting.iterdir() if path.is_dir())):
        _sync(folder)


def _move_in(waiting: Path, folder: Path, written: dict[tuple[str, ...], str], *, force: bool) -> None:
    for place, id in written.items():
        if not _may_be_replaced(folder.joinpath(*place), id, force=force):
            raise PartsworkError(words.PAGES_IN_THE_WAY)
    made: list[Path] = []
    try:
        for place in written:
            path = folder.joinpath(*place)
            with contextlib.suppress(FileExistsError):
                path.parent.mkdir(_FOLDER_MODE)
            if not os.path.lexists(path):
                made.append(path)
            waiting.joinpath(*place).replace(path)
        for parent in {folder.joinpath(*place).parent for place in written}:
            _sync(parent)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def _may_be_replaced(path: Path, id: str, *, force: bool) -> bool:
    if not path.parent.is_dir():
        return not os.path.lexists(path.parent)
    if not os.path.lexists(path):
        return True
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or force:
        return force and not stat.S_ISDIR(found.st_mode)
    if found.st_size > _LARGEST_PAGE:
        return False
    return is_own(path.read_bytes().decode("utf-8", "replace"), id)


def _see_room_for(path: Path) -> None:
    if not path.parent.is_dir():
        raise PartsworkError(words.NO_FOLDER_FOR_IT)


def _waiting_name() -> str:
    return f".partswork-{secrets.token_hex(8)}"


def _write(path: Path, pieces: Iterable[str]) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _FILE_MODE), "wb") as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _put(waiting: Path, path: Path, *, over: bool) -> None:
    if not over:
        try:
            os.link(waiting, path)
            return
        except OSError:
            # Something is there; or on a stick or a share that knows no links, where a look has to do.
            if os.path.lexists(path):
                raise PartsworkError(words.IN_THE_WAY) from None
    waiting.replace(path)


def _sync(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some shares have no such call; the files themselves are on the disk.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _troubles() -> Iterator[None]:
    """Turn an `OSError` of the block into a sentence that names no file."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_DISK:
            raise PartsworkError(words.DISK_FULL) from None
        if error.errno in _REFUSED:
            raise PartsworkError(words.NOT_WRITABLE) from None
        raise PartsworkError(words.DISK_TROUBLE) from None
