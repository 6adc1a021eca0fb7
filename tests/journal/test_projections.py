"""The projections are what a rebuild would make, whatever was kept, taken back or deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.errors import JournalError
from partswork.journal import JSON, Journal, NewRecord, new_id
from tests.journal.sitting import AT, tables

PROJECTIONS = ("gone", "session", "mention", "trait", "relation")
SESSIONS = [f"{number:032x}" for number in range(1, 4)]
PARTS = [f"{number:032x}" for number in range(11, 14)]
NAMES = ["The Watchman", "The Child", "The Rebel"]

# One thing that happens: its kind, a session, two parts, a text, and which earlier record it is about.
Happening = tuple[str, int, int, int, str, int]
_kinds = [
    *("begun", "words", "remembered", "met", "met", "skipped", "back", "back", "moved", "ended"),
    *("named", "changed", "related", "changed loose", "related loose", "deleted"),
]
happenings = st.tuples(
    st.sampled_from(_kinds),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from(["job", "fear", "guards", "opposes", "stopped", "complete"]),
    st.integers(1, 4),
)


def _record(happening: Happening, written: Sequence[str]) -> NewRecord:
    kind, session, part, other, text, ago = happening
    about = list(written[-ago:])
    of_question: dict[str, JSON] = {"section": "main", "name": "q", "visit": 1}
    p, o = PARTS[part], PARTS[other]
    made: dict[str, tuple[str, dict[str, JSON]]] = {
        "begun": ("begun", {"script": text, "title": text, "pins": {"x": o}}),
        "words": ("answered", {**of_question, "kind": "ask", "value": text}),
        "remembered": (
            "answered",
            {**of_question, "kind": "ask", "value": text, "remember": {"field": text, "part": p}},
        ),
        "met": ("answered", {**of_question, "kind": "name_part", "value": {"part": p, "name": NAMES[part]}}),
        "skipped": ("skipped", {**of_question, "kind": "ask"}),
        "back": ("back", {"withdraws": about[0] if about else "0" * 32}),
        "moved": ("moved", {"pins": {"x": p}, "abandons": about}),
        "ended": ("ended", {"how": text}),
        "named": ("part-named", {"part": p, "name": NAMES[part], "role": text}),
        "changed": ("part-changed", {"part": p, "role": text}),
        "related": ("part-related", {"part": p, "kind": text, "other": o}),
    }
    what, body = made[kind.removesuffix(" loose")]
    return NewRecord(new_id(), AT, what, None if kind.endswith("loose") else SESSIONS[session], body)


def _happen(journal: Journal, steps: Sequence[Happening]) -> None:
    """Let things happen one by one; what concerns a deleted session is refused."""
    written: dict[int, list[str]] = {0: [], 1: [], 2: []}
    deleted = set()
    for step in steps:
        session = step[1]
        if step[0] == "deleted":
            journal.delete(SESSIONS[session], at=AT)
            if written[session]:
                deleted.add(session)
            continue
        record = _record(step, written[session])
        try:
            journal.append([record])
        except JournalError:
            assert session in deleted
        else:
            assert session not in deleted or record.session is None
            if record.session:
                written[session].append(record.id)


@settings(max_examples=100)
@given(st.lists(happenings, max_size=30))
def test_a_rebuild_changes_nothing(steps: list[Happening]) -> None:
    with Journal.in_memory() as journal:
        _happen(journal, steps)
        before = tables(journal, *PROJECTIONS), journal.sessions(), journal.parts()
        journal.rebuild()
        assert (tables(journal, *PROJECTIONS), journal.sessions(), journal.parts()) == before


@settings(max_examples=60)
@given(st.lists(happenings, max_size=30))
def test_parts_are_those_that_live_answers_name(steps: list[Happening]) -> None:
    with Journal.in_memory() as journal:
        _happen(journal, steps)
        met = Counter(
            name
            for session in SESSIONS
            for name in {
                entry.value
                for entry in journal.answers(session)
                if entry.kind == "name_part" and not entry.abandoned
            }
        )
        known = journal.parts()
        assert {part.name: part.sessions for part in known} == met
        assert len(known) == len(met)


@settings(max_examples=60)
@given(st.lists(happenings, max_size=30))
def test_deleting_every_session_leaves_only_tombstones(steps: list[Happening]) -> None:
    with Journal.in_memory() as journal:
        _happen(journal, [step for step in steps if not step[0].endswith("loose")])
        for session in SESSIONS:
            journal.delete(session, at=AT)
        assert {row[3] for row in tables(journal, "record")["record"]} <= {"deleted"}
        left = tables(journal, *PROJECTIONS)
        assert {name for name, rows in left.items() if rows} <= {"gone"}


@settings(max_examples=30)
@given(st.lists(happenings, max_size=20))
def test_a_second_try_of_everything_changes_nothing(steps: list[Happening]) -> None:
    with Journal.in_memory() as journal:
        written: list[str] = []
        for step in steps:
            if step[0] == "deleted":
                continue
            record = _record(step, written)
            journal.append([record])
            written.append(record.id)
            before = tables(journal, "record", *PROJECTIONS)
            journal.append([record])
            assert tables(journal, "record", *PROJECTIONS) == before
