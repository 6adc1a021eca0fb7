"""Drafts: one a question, written only when changed, gone with the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.errors import JournalError
from partswork.journal import Journal, new_id
from tests.journal.sitting import AT, Sitting, record, tables


def test_the_newest_draft_of_each_question_is_there_after_closing(folder: Path) -> None:
    session = new_id()
    with Journal.open(folder) as first:
        first.keep_draft(session, "job", "It kee")
        first.keep_draft(session, "job", "It keeps watch")
        first.keep_draft(session, "fear", "")
    with Journal.open(folder) as second:
        assert second.draft(session, "job") == "It keeps watch"
        assert second.draft(session, "fear") == ""
        assert second.draft(session, "wish") is None
        assert second.draft(new_id(), "job") is None


def test_an_unchanged_draft_writes_nothing(journal: Journal, folder: Path) -> None:
    session = new_id()
    journal.keep_draft(session, "job", "It keeps watch\x07")
    with Journal.open(folder) as other, other._vault.writing():
        # Where it needed to write, it would wait for the other, and then give up.
        journal.keep_draft(session, "job", "It keeps watch\x07")
    journal.keep_draft(session, "job", "It keeps watch.")
    assert journal.draft(session, "job") == "It keeps watch."


def test_the_answer_takes_its_draft_with_it(journal: Journal) -> None:
    session = new_id()
    journal.keep_draft(session, "job", "It keeps watch")
    journal.keep_draft(session, "fear", "That")
    journal.append([record("answered", session, {"name": "job"})], clears_draft=(session, "job"))
    assert journal.draft(session, "job") is None
    assert journal.draft(session, "fear") == "That"


def test_a_refused_answer_leaves_the_draft(journal: Journal) -> None:
    session = new_id()
    journal.keep_draft(session, "job", "It keeps watch")
    first = record("answered", session, {"name": "job", "value": 1})
    journal.append([first])
    with pytest.raises(JournalError):
        journal.append([record("skipped", session, {}, id=first.id)], clears_draft=(session, "job"))
    assert journal.draft(session, "job") == "It keeps watch"


def test_a_second_try_still_takes_the_draft(journal: Journal) -> None:
    session = new_id()
    tried = [record("answered", session, {"name": "job"})]
    journal.append(tried)
    journal.keep_draft(session, "job", "It keeps watch")
    journal.append(tried, clears_draft=(session, "job"))
    assert journal.draft(session, "job") is None


def test_a_deleted_session_takes_no_draft(journal: Journal) -> None:
    session = Sitting(journal)
    journal.delete(session.id, at=AT)
    with pytest.raises(JournalError, match="deleted"):
        journal.keep_draft(session.id, "job", "It keeps watch")
    assert tables(journal, "draft") == {"draft": []}
