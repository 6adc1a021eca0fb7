"""Opening the vault in its folder: the key first and durable, then the file, then the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from partswork.errors import JournalUnreadable
from partswork.journal.vault.connection import Connection, KeyDoesNotFit, Vault
from partswork.journal.vault.copies import keep_copy, remove_copies
from partswork.journal.vault.files import make_private_file, private_folder, see_private_file
from partswork.journal.vault.keys import keep_key, kept_keys, make_key
from partswork.journal.vault.schema import VERSION, bring_up_to_date
from partswork.journal.vault.troubles import file_troubles
from partswork.wording import journal as words

VAULT_FILE = "journal.db"


def open_vault(folder: Path, derive: Callable[[Connection], None]) -> Vault:
    """Open the vault in `folder`, making whatever is missing at a first start.

    Args:
        folder: where it is, or is to be.
        derive: makes everything anew that is derived from the records; for a file of an older form.

    Raises:
        JournalUnreadable: not ours, newer than we are, damaged, or without its key.
        JournalError: the disk refused, or another process kept the lock too long.
    """
    path = folder / VAULT_FILE
    with file_troubles():
        private_folder(folder)
        # Looked at before the keys: where a vault is, its keys were made first. The other way round
        # another process's first start could look like a lost key.
        was_there = see_private_file(path)
        keys = kept_keys(folder)
        if not keys and was_there:
            raise JournalUnreadable(words.KEY_GONE)
        if not was_there:
            keys = keys or make_key(folder)
            if not keys:
                raise JournalUnreadable(words.KEY_DAMAGED)
            keep_key(folder, keys[0])
            make_private_file(path)
    vault, key = _open_with_one_of(keys, path)
    try:
        # Only now: a damaged or missing key file is written again from one that is proved.
        with file_troubles():
            keep_key(folder, key)
        if bring_up_to_date(vault, derive, lambda number: keep_copy(path, key, number)):
            # It opened in this form once more, so the copy of the older one has done its work. What
            # cannot be removed now is removed another time; it keeps nobody out.
            with contextlib.suppress(OSError):
                remove_copies(path)
    except BaseException:
        vault.close()
        raise
    return vault


def open_vault_in_memory() -> Vault:
    """Return an empty vault with all its tables that never touches the disk."""
    vault = Vault.in_memory()
    bring_up_to_date(vault, _nothing, _nothing)
    return vault


def _nothing(of: object) -> None:
    """Derive nothing and copy nothing: an empty vault has nothing of either."""


def _open_with_one_of(keys: list[str], path: Path) -> tuple[Vault, str]:
    for key in keys:
        try:
            return Vault.open(path, key, VERSION), key
        except KeyDoesNotFit:
            continue
    raise JournalUnreadable(words.KEY_DOES_NOT_FIT)
