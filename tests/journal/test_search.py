"""Searching what was said: what is found, in which order, and that anything may be typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.journal import Hit, Journal, NewRecord, Piece, new_id
from tests.journal.sitting import Sitting, record, tables
from tests.journal.test_projections import Happening, _happen, happenings


def _said(hits: list[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def test_all_words_are_found_in_one_answer_newest_first(memory: Journal) -> None:
    first, second = Sitting(memory), Sitting(memory, script="other", title="Other")
    first.answer("mind", "the gate is shut")
    second.answer("mind", "the gate stands open")
    third = first.answer("later", "Gate, the!")
    (newest, *rest) = memory.search("the gate ")
    assert (newest.session, newest.script, newest.title, newest.name) == (
        first.id,
        "check-in",
        "Check-in",
        "later",
    )
    assert newest.started == memory.session(first.id).started
    assert _said(rest) == ["the gate stands open", "the gate is shut"]
    assert _said(memory.search("open gate ")) == ["the gate stands open"]
    assert memory.search("open shut ") == []
    assert third


def test_everything_said_in_words_is_found_and_nothing_that_was_picked(memory: Journal) -> None:
    sitting = Sitting(memory)
    part = sitting.meet_new("The Watchman", role="manager")
    sitting.answer("job", "keeps watch")
    sitting.answer("where", ["chest", "behind the eyes"], kind="locate")
    kept = {"field": "look", "part": part, "text": "Open, or nearly"}
    sitting.answer("toward", "key-of-it", kind="choose", remember=kept)
    sitting.answer("several", ["key-one", "key-two"], kind="choose")
    sitting.answer("eight", {"calm": "word-of-a-scale"}, kind="scan")
    sitting.answer("distress", "unsure", kind="distress")
    sitting.end()
    sitting.add("line", {"text": "Ask Sam about Thursday."})
    names = {words: [hit.name for hit in memory.search(words)] for words in FOUND | PICKED}
    assert names == {**FOUND, **PICKED}


FOUND = {
    "watchman": ["who"],
    "keeps": ["job"],
    "chest": ["where"],
    "eyes": ["where"],
    "nearly": ["toward"],
    "thursday": ["line"],
}
PICKED: dict[str, list[str]] = {word: [] for word in ("manager", "key", "scale", "unsure", "calm", "Check")}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("at the café, naïve", "CAFE naive "),
        ("at the cafe\u0301", "café "),
        ("I don’t know", "don't "),
        ("夜の見張り番が眠る", "見張り"),
        ("夜の見張り番が眠る", "眠る "),
        ("ฉันรู้สึกกลัว", "กลัว "),
        ("내 감시자가 지켜본다", "감시자 "),
        ("हिन्दी में", "हिन्दी "),
        ("so 🙂 now", "🙂 "),
        ("now🙂", "now "),
        ("Straße und İstanbul", "istanbul "),
        ('a "quoted" AND it', '"quoted" AND '),
        ("well - then", "well - then "),
    ],
)
def test_words_are_found_as_people_write_them(memory: Journal, said: str, words: str) -> None:
    Sitting(memory).answer("mind", said)
    Sitting(memory).answer("mind", "something else")
    assert len(memory.search(words)) == 1


def test_the_last_word_may_be_a_beginning_until_a_space_ends_it(memory: Journal) -> None:
    Sitting(memory).answer("mind", "watchful waiting")
    for beginning in ("w", "wa", "wat", "watchf", "waiting watchf", "watchful w"):
        assert len(memory.search(beginning)) == 1, beginning
    for beginning in ("w ", "watchf ", "watchf waiting", "atch"):
        assert memory.search(beginning) == [], beginning


def test_what_no_longer_counts_is_not_found(journal: Journal) -> None:
    sitting = Sitting(journal)
    back = sitting.back(sitting.answer("mind", "taken back"))
    left = sitting.answer("mind", "left behind")
    assert journal.search("taken") == []
    assert len(journal.search("left")) == 1
    sitting.add("moved", {"pins": {}, "abandons": [left, back]})
    # A back that is itself abandoned takes nothing back.
    assert _said(journal.search("taken")) == ["taken back"]
    assert journal.search("left") == []
    journal.delete(sitting.id, at="2026-11-22T09:00:00+01:00")
    assert journal.search("taken") == []


def test_a_part_a_practice_and_days_narrow_it(memory: Journal) -> None:
    first = Sitting(memory, script="one", title="The First", at="2026-11-01T08:00:00+01:00")
    second = Sitting(memory, script="two", title="The Second", at="2026-11-02T23:30:00-08:00")
    watchman = first.meet_new("The Watchman")
    second.meet_new("The Child")
    for sitting in (first, second):
        sitting.answer("mind", "the same words")
    memory.append([record("part-changed", None, {"part": watchman, "name": "The Lookout"})])

    def sessions(**narrowed: object) -> list[str]:
        return [hit.session for hit in memory.search("same words", **narrowed)]  # type: ignore[arg-type]

    assert sessions() == [second.id, first.id]
    for name in ("The Watchman", " the lookout ", watchman):
        assert sessions(part=name) == [first.id]
    assert sessions(part="Nobody") == []
    assert sessions(script="one") == sessions(script="the first") == [first.id]
    assert sessions(script="three") == []
    # The day is the one that it was where the session began.
    assert sessions(since=date(2026, 11, 2)) == [second.id]
    assert sessions(until=date(2026, 11, 2)) == [second.id, first.id]
    assert sessions(until=date(2026, 11, 1)) == [first.id]
    assert sessions(part="the watchman", since=date(2026, 11, 2)) == []


def test_a_search_goes_on_from_the_last_hit(memory: Journal) -> None:
    sitting = Sitting(memory)
    for number in range(7):
        sitting.answer("mind", f"word {number}")
    found: list[Hit] = []
    for length in (3, 3, 1, 0):
        page = memory.search("word ", most=3, before=found[-1].place if found else None)
        assert len(page) == length
        found += page
    assert _said(found) == [f"word {number}" for number in reversed(range(7))]


def test_a_snippet_says_in_its_structure_what_was_found(memory: Journal) -> None:
    long = " ".join(f"word{number}" for number in range(200))
    Sitting(memory).answer("mind", f"{long}\n\n  The [b]Gate[/b]\topens; {long}")
    (hit,) = memory.search("gate opens ")
    found = [piece.text for piece in hit.snippet if piece.found]
    assert found == ["Gate", "opens"]
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")
    assert " The [b]Gate[/b] opens; word0 " in hit.text
    assert len(hit.text) < 250
    Sitting(memory).answer("mind", "夜の見張り番")
    assert memory.search("見張り")[0].snippet == (
        Piece("夜の", found=False),
        Piece("見張り", found=True),
        Piece("番", found=False),
    )


@pytest.mark.parametrize(
    "words", ["", " ", "-", "...", '"', "*", '""""', "()", "^", "\x00", "\ud800", "\x1f"]
)
def test_nothing_but_punctuation_finds_nothing(memory: Journal, words: str) -> None:
    Sitting(memory).answer("mind", "a (b) * c - d ^ e")
    assert memory.search(words) == []


@settings(max_examples=300)
@given(st.text(), st.text())
def test_anything_may_be_said_and_typed(said: str, typed: str) -> None:
    with Journal.in_memory() as journal:
        Sitting(journal).answer("mind", said)
        journal.search(typed)
        journal.search("a", part=typed, script=typed)
        # A text that has a letter that an index can know finds itself.
        assert journal.search(said) or not any(c.isascii() and c.isalnum() for c in said)


@pytest.mark.parametrize(
    "words",
    ["a AND", "NOT a", "a NEAR(b", "text:a", "said:", "a OR", "{a b}: c", "a + b", "^a", "-a", "a* b*", "'a"],
)
def test_what_the_index_takes_for_commands_are_words_here(memory: Journal, words: str) -> None:
    Sitting(memory).answer("mind", words)
    assert _said(memory.search(words)) == [words]


def test_very_much_may_be_typed(memory: Journal) -> None:
    Sitting(memory).answer("mind", "word " * 2_000)
    assert len(memory.search("word " * 2_000)) == 1
    assert memory.search("見" * 10_000) == []


@settings(max_examples=100)
@given(st.lists(happenings, max_size=30))
def test_what_is_searched_is_what_a_rebuild_would_make(steps: list[Happening]) -> None:
    with Journal.in_memory() as journal:
        _happen(journal, steps)
        before = tables(journal, "said"), journal.search("job"), journal.search("watchman")
        _see_whole(journal)
        journal.rebuild()
        _see_whole(journal)
        assert (tables(journal, "said"), journal.search("job"), journal.search("watchman")) == before
        counting = [
            entry.value
            for session in journal.sessions()
            for entry in journal.answers(session.id)
            if not entry.abandoned and entry.value == "job"
        ]
        assert len(journal.search("job ")) == len(counting)


def _see_whole(journal: Journal) -> None:
    """See that the index has what is kept, all of it and nothing else."""
    with journal._vault.reading() as connection:
        connection.execute("INSERT INTO said_words (said_words, rank) VALUES ('integrity-check', 1)")


def test_records_of_two_journals_at_one_clock_are_both_found(memory: Journal) -> None:
    sitting = Sitting(memory)
    with memory._vault.writing() as connection:
        for number in range(300):
            # Some begin alike, so that one number is wanted by several.
            id, body = (
                f"{number % 200:02x}"[:2] + new_id()[2:],
                f'{{"kind":"ask","name":"q","value":"w{number}"}}',
            )
            connection.execute(
                "INSERT INTO record VALUES (?, 90, '2026-11-22T08:30:00+01:00', 'answered', ?, ?)",
                (bytes.fromhex(id), bytes.fromhex(sitting.id), body),
            )
    memory.rebuild()
    assert len(memory.search("w", most=1000)) == 300
    memory.append(
        [
            NewRecord(
                new_id(), "2026-11-22T08:30:00+01:00", "answered", sitting.id, {"kind": "ask", "value": "w"}
            )
        ]
    )
    assert len(memory.search("w", most=1000)) == 301
    _see_whole(memory)
