"""The key file and its copy.

A key file is one JSON object: `format` (1), `slots` (ways to the key; so far one, `{"kind": "open",
"key": 64 hex digits}`), a `note` for whoever finds it, and `checksum`, the SHA-256 of the object
without it, written with sorted keys and no spaces.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from pathlib import Path

from partswork.errors import JournalUnreadable
from partswork.journal.vault.files import claim_whole, see_private_file, write_whole
from partswork.wording import journal as words

KEY_FILE = "journal.key"
KEY_COPY = "journal.key.copy"

_FORMAT = 1
_KEY = re.compile("[0-9a-f]{64}")


def kept_keys(folder: Path) -> list[str]:
    """Return the sound keys (64 hex digits each) in `folder`: of the file, then of the copy if it differs.

    Raises:
        JournalUnreadable: a key file is of a newer format, or not ours.
        OSError: the disk refused.
    """
    found = (_read(folder / name) for name in (KEY_FILE, KEY_COPY))
    return list(dict.fromkeys(key for key in found if key is not None))


def make_key(folder: Path) -> list[str]:
    """Make a random key; where several processes do so at once, all return the first one's.

    The list is empty if a damaged key file stands in the way: it is not ours to throw away.
    """
    claim_whole(folder / KEY_FILE, _written(secrets.token_hex(32)))
    return kept_keys(folder)


def keep_key(folder: Path, key: str) -> None:
    """See that the key file and its copy both hold `key`, durable on return."""
    for name in (KEY_FILE, KEY_COPY):
        if _read(folder / name) != key:
            write_whole(folder / name, _written(key))


def _written(key: str) -> bytes:
    content: dict[str, object] = {
        "format": _FORMAT,
        "note": words.KEY_NOTE,
        "slots": [{"kind": "open", "key": key}],
    }
    content["checksum"] = _checksum(content)
    return (json.dumps(content, indent=1) + "\n").encode()


def _checksum(content: dict[str, object]) -> str:
    rest = {name: value for name, value in content.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _read(path: Path) -> str | None:
    """Return the key in the file at `path`, `None` if it is missing or damaged."""
    if not see_private_file(path):
        return None
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("checksum") != _checksum(content):
        return None
    # Sound, so whatever cannot be understood here is newer, not damaged.
    slots = content.get("slots")
    slot = slots[0] if isinstance(slots, list) and slots else None
    key = slot.get("key") if isinstance(slot, dict) and slot.get("kind") == "open" else None
    if content.get("format") != _FORMAT or not isinstance(key, str) or not _KEY.fullmatch(key):
        raise JournalUnreadable(words.KEY_NEWER)
    return key
