"""Scripts, stored once by content: sessions that began on the same text share one record."""

from __future__ import annotations

import hashlib

from partswork.cleaning import clean
from partswork.journal.records import kinds
from partswork.journal.records.record import NewRecord


def script_record(text: str, script: str, at: str) -> NewRecord:
    """Return the record that keeps a script's text, to be appended together with `begun`.

    Its id is the first 128 bits of the SHA-256 of the text (as cleaned, in UTF-8): the same text
    has the same id on every machine, and appending it again changes nothing.

    Args:
        text: the whole script.
        script: the id the script gives itself.
        at: when, ISO 8601 with an offset.
    """
    kept = clean(text)
    id = hashlib.sha256(kept.encode()).hexdigest()[:32]
    return NewRecord(id, at, kinds.SCRIPT, None, {"script": script, "text": kept})
