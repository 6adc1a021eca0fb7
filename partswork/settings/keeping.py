"""Keeping what was chosen in the app in the settings file, with everything else in it as it was."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import tomlkit
from filelock import FileLock
from tomlkit.exceptions import TOMLKitError

from partswork.errors import PartsworkError
from partswork.wording import settings as words

FOLDER_MODE, FILE_MODE = 0o700, 0o600
PATIENCE = 3.0
"""Seconds to wait for another window."""


class NotKept(PartsworkError):
    """The settings file could not be written; it is as it was."""


def keep_setting(path: Path, key: str, value: str | bool | list[str]) -> None:
    """Set one key in the settings file; a file that is not there yet begins with what can be set.

    Args:
        path: the settings file. A link is followed, and stays one.
        key: what is set, as it is called in the file.
        value: what it is set to.

    Raises:
        NotKept: it could not be read or written.
    """
    try:
        real = path.resolve()
        _refuse_what_is_no_file(real)
        real.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        # Two windows may set something at once.
        with FileLock(real.with_name(f".{real.name}.lock"), timeout=PATIENCE, mode=FILE_MODE):
            document = tomlkit.parse(_text(real))
            document[key] = value
            _replace(real, tomlkit.dumps(document))
    except (OSError, ValueError, RuntimeError, TOMLKitError) as error:
        raise NotKept(words.NOT_KEPT) from error


def _refuse_what_is_no_file(path: Path) -> None:
    """Raise `OSError` for a device, a pipe or a folder: nothing may ever be put in its place."""
    if os.path.lexists(path) and not stat.S_ISREG(path.stat().st_mode):
        raise OSError


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return words.NEW_FILE


def _replace(path: Path, text: str) -> None:
    """Write the whole file anew beside the old one, then put it in its place."""
    new = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
