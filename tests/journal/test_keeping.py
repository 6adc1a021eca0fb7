"""Records: kept once, all or none, in order, cleaned."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from partswork.cleaning import clean
from partswork.errors import JournalError
from partswork.journal import JSON, Journal, NewRecord, new_id, script_record
from tests.journal.sitting import AT, LATER, Sitting, record, tables

HOSTILE = [
    "[/ [Manager] [@click=app.quit]x",
    "\x1b]52;c;cHduZWQ=\x07after",
    "\x1b]0;another title\x1b\\after",
    "\x9b31mred \x90dcs\x9c \x9d0;title\x9c",
    "half a pair \ud83d and \udc00",
    "a\x00b\u202edesrever\u2066x\u2069",
    "word " * 5000,
    "見張り役がそばにいる",
    "👩‍👩‍👧 ❤️ 🫧",
    "'; DROP TABLE record; --",
    'quotes " and \\ backslashes \\u0041',
    "two\r\nlines\rand\u2028more\n",
]


def test_records_come_back_as_given_and_in_order(journal: Journal) -> None:
    session = new_id()
    given = [record("answered", session, {"name": f"q{n}", "value": n}) for n in range(20)]
    journal.append(given[:7])
    journal.append(given[7:])
    kept = journal.records(session)
    assert [(r.id, r.at, r.kind, r.session, r.body) for r in kept] == [
        (r.id, r.at, r.kind, r.session, r.body) for r in given
    ]
    assert [r.clock for r in kept] == list(range(1, 21))


def test_records_are_there_after_closing(folder: Path) -> None:
    session = new_id()
    with Journal.open(folder) as first:
        first.append([record("stopped", session, {})])
    with Journal.open(folder) as second:
        assert [r.kind for r in second.records(session)] == ["stopped"]


def test_the_clock_goes_on_from_the_greatest_seen(folder: Path) -> None:
    one, other = new_id(), new_id()
    with Journal.open(folder) as first, Journal.open(folder) as second:
        first.append([record("stopped", one, {})])
        second.append([record("stopped", other, {})])
        first.append([record("stopped", one, {})])
        assert [r.clock for r in first.records(one)] == [1, 3]
        assert [r.clock for r in second.records(other)] == [2]


def test_a_label_in_the_past_does_not_change_the_order(journal: Journal) -> None:
    session = new_id()
    journal.append([record("stopped", session, {}, at=LATER)])
    journal.append([record("paused", session, {"why": "tired"}, at="1999-01-01T00:00:00+00:00")])
    assert [r.kind for r in journal.records(session)] == ["stopped", "paused"]


def test_a_second_try_changes_nothing(journal: Journal) -> None:
    session = new_id()
    tried = [record("answered", session, {"name": "q", "value": {"b": 1, "a": [True, None, 1.5]}})]
    journal.append(tried)
    before = tables(journal, "record", "session", "mention")
    again = NewRecord(
        tried[0].id, LATER, "answered", session, {"value": {"a": (True, None, 1.5), "b": 1}, "name": "q"}
    )
    journal.append([again])
    assert tables(journal, "record", "session", "mention") == before


@pytest.mark.parametrize(
    ("kind", "same_session", "body"),
    [
        ("answered", True, {"name": "q", "value": "other"}),
        ("answered", True, {"name": "q", "value": 1}),
        ("answered", False, {"name": "q", "value": True}),
        ("skipped", True, {"name": "q", "value": True}),
    ],
)
def test_another_record_of_the_same_id_is_refused_whole(
    journal: Journal, kind: str, same_session: bool, body: dict[str, JSON]
) -> None:
    session = new_id()
    first = record("answered", session, {"name": "q", "value": True})
    journal.append([first])
    with pytest.raises(JournalError, match="already keeps something else"):
        journal.append(
            [
                record("stopped", session, {}),
                record(kind, session if same_session else new_id(), body, id=first.id),
            ]
        )
    assert [r.id for r in journal.records(session)] == [first.id]


def test_all_or_none_are_kept(journal: Journal) -> None:
    session = new_id()
    with pytest.raises(TypeError):
        journal.append([record("stopped", session, {}), record("ended", session, {"how": {1, 2}})])  # type: ignore[dict-item]
    assert journal.records(session) == []
    journal.append([record("stopped", session, {})])
    assert len(journal.records(session)) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_kept_as_typed_but_for_what_acts_on_a_terminal(journal: Journal, text: str) -> None:
    body: dict[str, JSON] = {
        "section": text,
        "name": text,
        "kind": "scan",
        "value": {"a": text, text: "b", "list": [text, [text]]},
    }
    script = f"title: {text}"
    session = Sitting(journal, script=text, title=text, text=script)
    session.add("answered", body)
    part = session.meet_new(text, role=text)
    session.answer("why", text, remember={"field": "job", "part": part})
    journal.keep_draft(session.id, text, text)

    cleaned = clean(text)
    assert "\x1b" not in cleaned
    kept = journal.records(session.id)
    assert kept[1].body["value"] == {"a": cleaned, cleaned: "b", "list": [cleaned, [cleaned]]}
    assert [a.value for a in journal.answers(session.id)][1:] == [cleaned, cleaned]
    assert journal.answers(session.id)[0].section == cleaned
    assert journal.draft(session.id, text) == cleaned
    (known,) = journal.parts()
    assert (known.name, known.role, known.fields) == (cleaned, cleaned, {"job": cleaned})
    (summary,) = journal.sessions()
    assert (summary.script, summary.title) == (cleaned, cleaned)
    assert journal.latest(text) == summary
    assert journal.pinned(script_record(script, text, AT).id) == clean(script)


def test_a_kind_nobody_knows_is_kept(journal: Journal) -> None:
    session = Sitting(journal)
    session.add("dreamt", {"of": ["the sea", {"deep": True}]})
    assert journal.records(session.id)[-1].body == {"of": ["the sea", {"deep": True}]}
    assert journal.sessions()[0].state == "paused"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "name_part", "value": "no mapping"},
        {"kind": "name_part", "value": {"part": 7, "name": None}},
        {"kind": "name_part", "value": {"part": "x"}},
        {"remember": {"part": "x"}, "value": "y"},
        {"remember": {"part": "x", "field": ["job"]}, "value": "y"},
        {"visit": "first", "name": 3, "section": None, "kind": []},
        {"withdraws": 4, "abandons": "x", "how": 9, "pins": [], "part": 1, "other": {}, "ids": ["zz", 3]},
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        "begun",
        "answered",
        "skipped",
        "back",
        "moved",
        "ended",
        "part-named",
        "part-changed",
        "part-related",
        "deleted",
    ],
)
def test_a_body_of_another_shape_breaks_nothing(memory: Journal, kind: str, body: dict[str, JSON]) -> None:
    session = new_id()
    memory.append([record("begun", session, {}), record(kind, session, body), record(kind, None, body)])
    assert len(memory.records(session)) == 2
    assert len(memory.sessions()) == 1
    memory.answers(session)
    memory.parts()
    memory.rebuild()
    memory.delete(session, at=AT)
    assert memory.sessions() == []


@pytest.mark.parametrize(
    ("id", "at", "kind", "session"),
    [
        ("short", AT, "stopped", None),
        ("A" * 32, AT, "stopped", None),
        ("0" * 32, "2026-11-22T08:30:00", "stopped", None),
        ("0" * 32, "2026-11-22\x1b08:30:00+01:00", "stopped", None),
        ("0" * 32, "yesterday", "stopped", None),
        ("0" * 32, AT, "\x1b]0;title\x07", None),
        ("0" * 32, AT, "", None),
        ("0" * 32, AT, "stopped", "check-in"),
    ],
)
def test_what_is_not_words_has_its_form(id: str, at: str, kind: str, session: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        NewRecord(id, at, kind, session, {})


def test_ids_are_random() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(id) == 32 and int(id, 16) >= 0 for id in ids)


def test_any_thread_may_append(journal: Journal) -> None:
    session = new_id()

    def append() -> None:
        for _ in range(10):
            journal.append([record("stopped", session, {})])
            journal.records(session)

    threads = [threading.Thread(target=append) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [r.clock for r in journal.records(session)] == list(range(1, 41))


def test_a_closed_journal_says_so(folder: Path) -> None:
    journal = Journal.open(folder)
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="closed"):
        journal.sessions()
    with pytest.raises(JournalError, match="closed"):
        journal.append([])


def test_in_memory_nothing_touches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    monkeypatch.setenv("TMPDIR", str(empty))
    with Journal.in_memory() as journal:
        session = Sitting(journal)
        for number in range(200):
            session.answer(f"q{number}", "words " * 500)
        with journal.lease(session.id):
            assert journal.is_leased(session.id)
        assert len(journal.answers(session.id)) == 200
        assert list(tmp_path.rglob("*")) == [empty]
    with Journal.in_memory() as another:
        assert another.sessions() == []
