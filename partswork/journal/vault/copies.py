"""The copy of the journal's file that is kept while it comes to a new form.

There is one at most: `journal.db.before-2` is the file as it was before form 2, under the same key. It
goes when the file has been opened in its new form once more, and at the first deletion: what is to be
gone must not lie beside.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from partswork.errors import JournalError
from partswork.journal.vault.connection import copy_whole
from partswork.journal.vault.files import make_private_file, sync_folder
from partswork.journal.vault.troubles import file_troubles
from partswork.wording import journal as words

_BEFORE = ".before-"
# What the next try finds, and removes, where a copy was not finished.
_UNFINISHED = ".unfinished"


def keep_copy(path: Path, key: str, number: int) -> None:
    """Keep a copy of the file at `path`, from before the form with this number; durable on return.

    Raises:
        JournalError: there was no room for it, or the disk refused. Nothing is left of it then.
    """
    copy = path.with_name(f"{path.name}{_BEFORE}{number:d}")
    waiting = copy.with_name(copy.name + _UNFINISHED)
    try:
        with file_troubles():
            remove_copies(path)
            make_private_file(waiting)
        copy_whole(path, key, waiting)
        with file_troubles():
            _sync(waiting)
            waiting.replace(copy)
            sync_folder(path.parent)
    except JournalError:
        with file_troubles():
            waiting.unlink(missing_ok=True)
            no_room = shutil.disk_usage(path.parent).free < path.stat().st_size
        raise JournalError(words.NO_ROOM_FOR_COPY if no_room else words.NOT_COPIED) from None


def remove_copies(path: Path) -> None:
    """Remove every copy of the file at `path`, finished or not.

    Raises:
        OSError: the disk refused.
    """
    for copy in path.parent.glob(f"{path.name}{_BEFORE}*"):
        copy.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
