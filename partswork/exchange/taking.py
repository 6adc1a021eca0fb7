"""Taking in a file: looked through to its end first, then all of it or nothing."""

from __future__ import annotations

from partswork.exchange.reading import BrokenLine, Lines
from partswork.journal import Journal, NotTaken, Record, TakenIn
from partswork.wording import exchange as words
from partswork.wording.journal import DIFFERENT_RECORD


def deletes_here(journal: Journal, offered: Lines) -> bool:
    """Look through a file to its end; say whether it deletes a session that is here.

    Raises:
        BrokenLine: a line is not as it should be.
        PartsworkError: this is no file, or it cannot be read.
    """
    return offered.look_through(lambda record: _deletes(journal, record))


def take_in(journal: Journal, offered: Lines) -> TakenIn:
    """Take in what a file holds, all or none.

    Raises:
        BrokenLine: a line is not as it should be, or contradicts what is here.
        PartsworkError: this is no file, or it cannot be read.
        JournalError: the journal refuses.
    """
    try:
        return journal.take_in(offered)
    except NotTaken as refused:
        if refused.sentence == DIFFERENT_RECORD:
            raise BrokenLine(words.same_record(offered.number)) from None
        for record in offered:
            if record.id == refused.record:
                offered.refuse(refused.sentence)
        for record in offered:
            if _names(record, refused.record):
                offered.refuse(refused.sentence)
        raise


def _deletes(journal: Journal, record: Record) -> bool:
    session = record.body["session"] if record.kind == "deleted" else None
    return isinstance(session, str) and bool(journal.records(session))


def _names(record: Record, id: str) -> bool:
    ids = record.body["ids"] if record.kind == "deleted" else ()
    return isinstance(ids, list) and id in ids
