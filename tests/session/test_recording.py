"""Events go into the journal and come out of it as they were."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.cleaning import clean
from partswork.guide import (
    Answered,
    Asked,
    Back,
    Ended,
    EnteredDeep,
    Event,
    Grounded,
    Grounding,
    PartGiven,
    Paused,
    Skipped,
    Stopped,
)
from partswork.journal import JSON, Journal, NewRecord, new_id
from partswork.session.recording import event_of, events_of, record_of

AT = "2026-11-22T08:30:00+01:00"

ids = st.builds(new_id)
# What reaches a record has been cleaned: the session does so when an answer comes in.
texts = st.text(max_size=40).map(clean)
counts = st.integers(0, 50)


def answers(kind: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[Answered]:
    asked = st.builds(Asked, texts, texts, st.integers(1, 9), st.just(kind))
    return st.builds(Answered, ids, asked, values)


several = st.lists(texts, min_size=1, max_size=4).map(tuple)
given_answers = st.one_of(
    answers("ask", texts),
    answers("rate", st.integers(0, 100)),
    answers("choose", texts),
    answers("choose", several),
    answers("scan", st.dictionaries(texts, texts, min_size=1, max_size=4)),
    answers("name_part", st.builds(PartGiven, ids, texts)),
    answers("locate", several),
    answers("distress", st.one_of(st.integers(0, 10), st.sampled_from(["numb", "unsure"]))),
)
events: st.SearchStrategy[Event] = st.one_of(
    given_answers,
    st.builds(
        Skipped, ids, st.builds(Asked, texts, texts, st.integers(1, 9), st.sampled_from(["ask", "scan"]))
    ),
    st.builds(Back, ids),
    st.builds(Stopped, counts),
    st.builds(Paused, texts),
    st.builds(Grounding, st.sampled_from(["asked", "owed"]), counts),
    st.builds(Grounded),
    st.builds(EnteredDeep, texts),
    st.builds(
        Ended,
        st.sampled_from(["complete", "people", "stopped"]),
        st.sampled_from(["refused", "high", "needs", None]),
    ),
)


@settings(max_examples=150)
@given(st.lists(events, min_size=1, max_size=6))
def test_every_event_comes_back_from_its_record(happened: list[Event]) -> None:
    session = new_id()
    with Journal.in_memory() as journal:
        journal.append([record_of(event, session, AT) for event in happened])
        assert list(events_of(journal.records(session))) == happened


@settings(max_examples=60)
@given(given_answers, texts)
def test_what_a_part_remembers_of_it_changes_nothing_in_the_event(event: Answered, text: str) -> None:
    session = new_id()
    with Journal.in_memory() as journal:
        about = {"field": "job", "part": new_id(), "text": text}
        journal.append([record_of(event, session, AT, remember=about)])
        (record,) = journal.records(session)
        assert event_of(record) == event
        assert record.body["remember"] == about


def test_a_record_of_a_kind_nobody_knows_is_no_event() -> None:
    session = new_id()
    with Journal.in_memory() as journal:
        record = record_of(Paused("asked"), session, AT)
        newer = NewRecord(new_id(), AT, "dreamt", session, {"of": "the sea"})
        journal.append([newer, record])
        assert events_of(journal.records(session)) == (Paused("asked"),)


def test_records_as_the_format_shows_them_are_understood() -> None:
    session = new_id()
    with Journal.in_memory() as journal:
        bodies: dict[str, dict[str, JSON]] = {
            "stopped": {},
            "grounding": {"why": "asked"},
            "ended": {"how": "complete"},
        }
        journal.append([NewRecord(new_id(), AT, kind, session, body) for kind, body in bodies.items()])
        assert events_of(journal.records(session)) == (Stopped(), Grounding("asked"), Ended("complete"))
