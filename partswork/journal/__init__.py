"""What is kept, on the person's own machine, and nothing lost.

`Journal` is the one door. Behind it: `records` (the truth, only ever added to), `projections`
(tables made of it), `reading` (both, put together for people), `vault` (the encrypted file and its
key), `drafts`, `deleting`, `exchanging`, `lease`. The format is told in docs/journal-format.md. The
journal knows no script, no guide, no clock and no place: who calls it says when and where.
"""

from partswork.journal.exchanging import NotTaken, TakenIn
from partswork.journal.journal import Journal
from partswork.journal.lease import Lease
from partswork.journal.reading.answers import AnswerEntry
from partswork.journal.reading.finding import Hit, Piece
from partswork.journal.reading.parts import KnownPart
from partswork.journal.reading.sessions import SessionNotFound, SessionSummary
from partswork.journal.records.expected import is_as_expected
from partswork.journal.records.record import JSON, NewRecord, Record, new_id
from partswork.journal.records.scripts import script_record

__all__ = [
    "JSON",
    "AnswerEntry",
    "Hit",
    "Journal",
    "KnownPart",
    "Lease",
    "NewRecord",
    "NotTaken",
    "Piece",
    "Record",
    "SessionNotFound",
    "SessionSummary",
    "TakenIn",
    "is_as_expected",
    "new_id",
    "script_record",
]
