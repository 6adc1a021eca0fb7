"""Failures of the disk and of the database, told in sentences without values."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from partswork.errors import JournalBusy, JournalError, JournalUnreadable
from partswork.wording import journal as words

# Primary result codes, https://sqlite.org/rescode.html. Stated here because the database library
# is only imported once a journal is opened.
_PERM, _BUSY, _LOCKED, _READONLY, _CORRUPT, _FULL, _CANTOPEN, _AUTH = 3, 5, 6, 8, 11, 13, 14, 23
NOT_A_DATABASE = 26

_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def file_troubles() -> Iterator[None]:
    """Turn an `OSError` of the block into a `JournalError` that names no path."""
    try:
        yield
    except OSError as error:
        raise _of_file(error) from None


def _of_file(error: OSError) -> JournalError:
    if error.errno in _FULL_DISK:
        return JournalError(words.DISK_FULL)
    if error.errno in _REFUSED:
        return JournalError(words.NOT_WRITABLE)
    return JournalError(words.DISK_TROUBLE)


def primary_code(error: Exception) -> int | None:
    """Return the primary result code of a database error, `None` where it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def of_database(error: Exception) -> Exception:
    """Return what to tell a person about a database error."""
    match primary_code(error):
        case None:
            # The library complains about its caller: our mistake, not the disk's.
            return error
        case code if code in (_BUSY, _LOCKED):
            return JournalBusy(words.BUSY)
        case code if code in (_CORRUPT, NOT_A_DATABASE):
            return JournalUnreadable(words.DAMAGED)
        case code if code == _FULL:
            return JournalError(words.DISK_FULL)
        case code if code in (_PERM, _READONLY, _CANTOPEN, _AUTH):
            return JournalError(words.NOT_WRITABLE)
        case _:
            return JournalError(words.DISK_TROUBLE)
