"""One session, one writer; and a demonstration touches nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from partswork.errors import ScriptUnusable, SessionElsewhere
from partswork.guide import Ending
from partswork.journal import Journal
from partswork.session import begin, demonstrate, resume, unfinished
from tests.journal.processes import finish, go, start, told
from tests.practices import TWO_QUESTIONS, Own
from tests.session.sitting import Clock, give, words


def test_a_session_that_is_running_is_not_taken_up_elsewhere(
    journal: Journal, folder: Path, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with Journal.open(folder) as other:
        with begin(journal, found, now) as session:
            give(session, "a")
            for looking in (journal, other):
                with pytest.raises(SessionElsewhere):
                    unfinished(looking, found, now)
        left = unfinished(other, found, now)
        assert left is not None
        with resume(other, left, now), pytest.raises(SessionElsewhere):
            resume(journal, left, now)
        # It can be looked at meanwhile, and given back it is free.
        assert journal.answers(left.summary.id)
        with resume(journal, left, now) as session:
            give(session, "b")


def test_a_session_another_process_is_in_is_left_to_it(
    journal: Journal, folder: Path, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        give(session, "a")
    left = unfinished(journal, found, now)
    assert left is not None
    process = start("hold", folder, session.id)
    go(process)
    assert told(process) == f"held {session.id}"
    with pytest.raises(SessionElsewhere):
        unfinished(journal, found, now)
    with pytest.raises(SessionElsewhere):
        resume(journal, left, now)
    process.kill()
    finish(process)
    with resume(journal, left, now) as session:
        assert words(session) == "You said: a. And now?"


def test_two_sessions_of_one_script_may_run_at_once(journal: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as one, begin(journal, found, now) as other:
        give(one, "a")
        give(other, "b", "c")
        give(one, "d")
    assert [summary.state for summary in journal.sessions()] == ["complete", "complete"]


def test_a_demonstration_touches_no_file(tmp_path: Path, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    before = sorted(tmp_path.rglob("*"))
    with demonstrate(found, now) as session:
        assert not session.kept
        assert session.known_parts == []
        session.ground()
        session.go_past()
        give(session, "a")
        session.back()
        session.keep_draft("half")
        give(session, "b", "c")
        assert isinstance(session.beat, Ending)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_kept_session_says_that_it_is(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("two", TWO_QUESTIONS), now) as session:
        assert session.kept
        assert session.title == "Two questions"


def test_what_cannot_be_run_does_not_begin(memory: Journal, own: Own, now: Clock) -> None:
    (own.folder / "two.yaml").write_text(TWO_QUESTIONS.replace("save_as: mind", ""), "utf-8")
    catalogue = Catalogue(own.folder)
    for file in ("two.yaml", "shared/settle.yaml"):
        found = catalogue.read(own.folder / file)
        with pytest.raises(ScriptUnusable):
            begin(memory, found, now)
        with pytest.raises(ScriptUnusable):
            demonstrate(found, now)
    assert memory.sessions() == []
