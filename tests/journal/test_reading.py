"""Sessions and their answers, found again."""

from __future__ import annotations

import pytest

from partswork.errors import JournalError
from partswork.journal import AnswerEntry, Journal, NewRecord, SessionNotFound, script_record
from tests.journal.sitting import AT, LATER, Sitting, record


def _begun(id: str) -> NewRecord:
    return record("begun", id, {"script": "check-in", "title": "Check-in"})


def test_an_empty_journal_has_nothing(journal: Journal) -> None:
    assert journal.sessions() == []
    assert journal.parts() == []
    assert journal.latest("check-in") is None
    assert journal.records("0" * 32) == []
    assert journal.answers("0" * 32) == []


def test_a_session_tells_how_it_stands(journal: Journal) -> None:
    session = Sitting(journal, script="eight-cs", title="The 8 C’s")
    summary = journal.session(session.id)
    assert (summary.id, summary.script, summary.title) == (session.id, "eight-cs", "The 8 C’s")
    assert (summary.started, summary.ended, summary.state, summary.last) == (AT, None, "paused", AT)
    session.answer("weather", "grey", at=LATER)
    assert journal.session(session.id).last == LATER
    assert journal.session(session.id).state == "paused"


@pytest.mark.parametrize(
    ("how", "state"), [("complete", "complete"), ("people", "complete"), ("stopped", "stopped")]
)
def test_a_session_tells_how_it_ended(journal: Journal, how: str, state: str) -> None:
    session = Sitting(journal)
    session.end(how, at=LATER)
    summary = journal.session(session.id)
    assert (summary.started, summary.ended, summary.state, summary.last) == (AT, LATER, state, LATER)


def test_sessions_are_newest_first_by_when_they_began(journal: Journal) -> None:
    begun = [Sitting(journal, at=at).id for at in (LATER, AT, AT)]
    journal.append([record("paused", begun[0], {"why": "tea"})])
    assert [s.id for s in journal.sessions()] == begun[::-1]
    assert [s.id for s in journal.sessions(most=2)] == begun[:0:-1]


def test_the_latest_of_a_script(journal: Journal) -> None:
    first = Sitting(journal, script="check-in")
    Sitting(journal, script="eight-cs")
    found = journal.latest("check-in")
    assert found is not None
    assert found.id == first.id
    second = Sitting(journal, script="check-in")
    found = journal.latest("check-in")
    assert found is not None
    assert found.id == second.id
    assert journal.latest("grounding") is None


def test_a_session_goes_by_the_beginning_of_its_id(journal: Journal) -> None:
    for id in ("abcd1" + "0" * 27, "abcd2" + "f" * 27, "ffff" + "f" * 28):
        journal.append([_begun(id)])
    assert journal.session("abcd1").id.startswith("abcd1")
    assert journal.session(" ABCD2F ").id.startswith("abcd2")
    assert journal.session("ffff").id == "f" * 32
    assert journal.session("f" * 32).id == "f" * 32
    with pytest.raises(SessionNotFound, match="More than one"):
        journal.session("abcd")
    for unknown in ("abce", "ffff0", "check-in", "f" * 33, "ab'd--", "０１２３４"):
        with pytest.raises(SessionNotFound, match="no session"):
            journal.session(unknown)
    for short in ("", "fff"):
        with pytest.raises(SessionNotFound, match="four"):
            journal.session(short)


def test_answers_of_every_kind(journal: Journal) -> None:
    session = Sitting(journal)
    session.answer("words", "It keeps watch.\nAlways.")
    session.answer("near", 7, kind="rate")
    session.answer("leave", "given", kind="choose")
    session.answer("minutes", ["one", "five"], kind="choose")
    session.answer("eight", {"calm": "a little", "clarity": "plainly"}, kind="scan")
    session.answer("body", ["chest", "throat"], kind="locate")
    session.answer("distress", "numb", kind="distress", section="closing", visit=2)
    session.answer("space.feeling", "open", kind="choose", section="meeting/unblending")
    session.meet_new("The Watchman")
    session.skip("message")
    entries = journal.answers(session.id)
    assert [(e.name, e.value) for e in entries] == [
        ("words", "It keeps watch.\nAlways."),
        ("near", 7),
        ("leave", "given"),
        ("minutes", ["one", "five"]),
        ("eight", {"calm": "a little", "clarity": "plainly"}),
        ("body", ["chest", "throat"]),
        ("distress", "numb"),
        ("space.feeling", "open"),
        ("who", "The Watchman"),
        ("message", None),
    ]
    assert entries[6] == AnswerEntry("distress", "closing", 2, "distress", "numb", abandoned=False)
    assert entries[7].section == "meeting/unblending"
    assert list(entries[4].value) == ["calm", "clarity"]  # type: ignore[arg-type]


def test_an_answer_taken_back_is_kept_and_marked(journal: Journal) -> None:
    session = Sitting(journal)
    session.answer("near", 2, kind="rate")
    session.back(session.answer("words", "no"))
    session.answer("words", "yes")
    assert [(e.name, e.value, e.abandoned) for e in journal.answers(session.id)] == [
        ("near", 2, False),
        ("words", "no", True),
        ("words", "yes", False),
    ]


def test_a_question_left_out_and_taken_back_does_not_appear(journal: Journal) -> None:
    session = Sitting(journal)
    session.back(session.skip("words"))
    session.answer("words", "after all")
    session.skip("message")
    assert [(e.name, e.value) for e in journal.answers(session.id)] == [
        ("words", "after all"),
        ("message", None),
    ]


def test_moving_to_another_version_abandons_what_did_not_fit(journal: Journal) -> None:
    session = Sitting(journal)
    session.answer("near", 2, kind="rate")
    left = [session.answer("words", "old"), session.skip("message")]
    session.add("moved", {"pins": {"check-in": "0" * 32}, "abandons": left})
    session.answer("words", "new")
    assert [(e.name, e.value, e.abandoned) for e in journal.answers(session.id)] == [
        ("near", 2, False),
        ("words", "old", True),
        ("message", None, True),
        ("words", "new", False),
    ]


def test_a_back_that_was_itself_abandoned_takes_nothing_back(journal: Journal) -> None:
    session = Sitting(journal)
    back = session.back(session.answer("words", "stands"))
    again = session.answer("words", "goes")
    session.add("moved", {"pins": {}, "abandons": [back, again]})
    assert [(e.value, e.abandoned) for e in journal.answers(session.id)] == [
        ("stands", False),
        ("goes", True),
    ]


def test_a_script_is_stored_once_by_content(journal: Journal) -> None:
    text = "partswork: 1\r\nid: check-in\n"
    one = journal.pin(text, at=AT, script="check-in")
    assert journal.pin(text, at=LATER, script="check-in") == one
    assert script_record(text, "check-in", LATER).id == one
    other = journal.pin(text + "# changed", at=AT, script="check-in")
    assert other != one
    assert journal.pinned(one) == "partswork: 1\nid: check-in\n"
    assert journal.pinned(other).endswith("# changed")


def test_a_script_has_the_same_id_on_every_machine(memory: Journal) -> None:
    # printf 'id: check-in' | sha256sum
    assert memory.pin("id: check-in", at=AT, script="check-in") == "8cdf63a01a6a2aea41489847d580344f"


def test_what_is_not_a_stored_script_is_told(journal: Journal) -> None:
    session = Sitting(journal)
    for id in ("0" * 32, journal.records(session.id)[0].id):
        with pytest.raises(JournalError, match="does not have the script"):
            journal.pinned(id)
