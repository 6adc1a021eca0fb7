"""Files that somebody hands over: one calm sentence with the line, nothing taken, and no harm done."""

from __future__ import annotations

import contextlib
import json
import os
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.errors import PartsworkError
from partswork.exchange.lines import lines
from partswork.exchange.pages import pages
from partswork.exchange.reading import LONGEST_LINE, Lines
from partswork.exchange.summary import summary
from partswork.exchange.tables import table
from partswork.exchange.taking import deletes_here, take_in
from partswork.guide import PartGiven
from partswork.journal import Journal, TakenIn, new_id
from partswork.session import begin
from partswork.session.retelling import retell
from tests.journal.homes import held
from tests.journal.sitting import AT, LATER, Sitting
from tests.practices import EVERY_KIND, Own
from tests.session.sitting import Clock, give, to_end

SOAK = int(os.environ.get("PARTSWORK_SOAK", "1"))
HEADER = b'{"partswork-export":1}\n'
Id = "0" * 32


def _line(**changes: object) -> bytes:
    body = {"section": "main", "name": "words", "visit": 1, "kind": "ask", "value": "x"}
    line: dict[str, object] = {
        "id": new_id(),
        "clock": 3,
        "at": AT,
        "kind": "answered",
        "session": Id,
        "body": body,
    }
    return (
        json.dumps({key: value for key, value in (line | changes).items() if value is not ...}).encode()
        + b"\n"
    )


def _answered(**changes: object) -> bytes:
    body: dict[str, object] = {"section": "main", "name": "words", "visit": 1, "kind": "ask", "value": "x"}
    return _line(body={key: value for key, value in (body | changes).items() if value is not ...})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "export.jsonl"


def _export(journal: Journal) -> bytes:
    return "".join(lines(journal, None)).encode()


def _refused(journal: Journal, file: Path) -> str:
    before = held(journal)
    with pytest.raises(PartsworkError) as refused:
        deletes_here(journal, Lines(file))
    with pytest.raises(PartsworkError) as again:
        take_in(journal, Lines(file))
    assert again.value.sentence == refused.value.sentence
    assert held(journal) == before
    return refused.value.sentence


def test_what_was_exported_comes_back(journal: Journal, file: Path) -> None:
    sitting = Sitting(journal, title='Ein Tag\n"mit" \\ 🦔 \u00a0')
    sitting.meet_new("The Watchman")
    sitting.add("dreamt", {"of": [1.5, None, {"deep": "\ttab"}]})
    gone = Sitting(journal)
    journal.delete(gone.id, at=LATER)
    file.write_bytes(_export(journal))
    with Journal.in_memory() as other:
        assert take_in(other, Lines(file)) == TakenIn(6, 1, 0)
        assert held(other) == held(journal)
        assert _export(other) == file.read_bytes()
        assert take_in(other, Lines(file)) == TakenIn(0, 0, 0)


@pytest.mark.parametrize("end", [b"\r\n", b"\n\n"])
def test_line_ends_of_another_system_and_a_mark_at_the_start_are_no_fault(
    journal: Journal, file: Path, end: bytes
) -> None:
    Sitting(journal)
    file.write_bytes(b"\xef\xbb\xbf" + _export(journal).replace(b"\n", end))
    with Journal.in_memory() as other:
        take_in(other, Lines(file))
        assert held(other) == held(journal)


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (b"", "Line 1 cannot be taken in: it does not say that it is an export"),
        (b"\n", "Line 1 cannot be taken in: it does not say that it is an export"),
        (b"# Notes\n", "Line 1 cannot be taken in: it does not say that it is an export"),
        (b"{}\n", "Line 1 cannot be taken in: it does not say that it is an export"),
        (b'{"partswork-export":"1"}\n', "it does not say that it is an export"),
        (b'{"partswork-export":true}\n', "it does not say that it is an export"),
        (b'{"partswork-export":0}\n', "it does not say that it is an export"),
        (b'{"partswork-export":2}\n', "newer partswork"),
        (b"SQLite format 3\x00\xff\xfe", "it does not say that it is an export"),
    ],
)
def test_a_file_that_is_no_export_is_told(journal: Journal, file: Path, first: bytes, told: str) -> None:
    file.write_bytes(first + _line())
    if not first:
        file.write_bytes(b"")
    assert told in _refused(journal, file)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"\xff\xfe\n", "it is not UTF-8."),
        (b"[1]\n", "it is not one JSON object."),
        (b'{"id": \n', "it is not one JSON object."),
        (_line()[:-20], "it is not one JSON object."),
        (_line()[:-1] + _line(), "it is not one JSON object."),
        (_answered(value=float("nan")), "it is not one JSON object."),
        (_line().replace(b'"clock": 3', b'"clock": 1e999'), "it is not one JSON object."),
        (_line().replace(b'"clock": 3', b'"clock": ' + b"9" * 900), "it is not a record"),
        (_line().replace(b'"clock": 3', b'"clock": ' + b"9" * 5000), "longer than any"),
        (_line().replace(b'"clock": 3', b'"clock": 3, "clock": 4'), "a key stands in it twice."),
        (
            _line().replace(b'"name": "words"', b'"name": "words", "na\\u0007me": "x"'),
            "a key stands in it twice.",
        ),
        (b"[" * 200_000 + b"\n", "longer than any"),
        (b"[" * 40_000 + b"\n", "nested deeper"),
        (b'{"a":' * 5000 + b"\n", "nested deeper"),
        (b'{"a":"' + b'\\"' * 500_000 + b"\n", "it is not one JSON object."),
        (b'{"a":"' + b'\\"' * 500_000 + b"\\", "it is not one JSON object."),
        (_line(id=...), "it is not a record"),
        (_line(more=1), "something more"),
        (_line(id="A" * 32), "it is not a record"),
        (_line(id="0" * 31), "it is not a record"),
        (_line(id=["0"]), "it is not a record"),
        (_line(session="x"), "it is not a record"),
        (_line(kind="No Kind"), "it is not a record"),
        (_line(body=[]), "it is not a record"),
        (_line(clock=0), "it is not a record"),
        (_line(clock=True), "it is not a record"),
        (_line(clock="3"), "it is not a record"),
        (_line(clock=2**63), "it is not a record"),
        (_line(at="yesterday"), "it is not a record"),
        (_line(at="2026-11-22T08:30:00"), "it is not a record"),
        (_line(at="0001-01-01T00:00:00+14:00"), "it is not a record"),
        (_line(at="9999-12-31T23:59:59-14:00"), "it is not a record"),
        (_line(at=AT.replace("T", "\x1b")), "it is not a record"),
        (_line(session=None), "not as its kind should be"),
        (_line(kind="deleted", body={"session": Id, "ids": [1]}, session=None), "not as its kind should be"),
        (_line(kind="deleted", body={"session": Id, "ids": []}), "not as its kind should be"),
        (_line(kind="begun", body={"script": "x", "title": "x", "pins": {"x": "../x"}}), "not as its kind"),
        (_line(kind="script", body={"script": "x", "text": "x"}, session=None), "not as its kind should be"),
        (_line(kind="line", body={"text": None}), "not as its kind should be"),
        (_line(kind="back", body={}), "not as its kind should be"),
        (_line(kind="part-named", body={"part": Id, "name": 3}), "not as its kind should be"),
        (_answered(value=...), "not as its kind should be"),
        (_answered(section=3), "not as its kind should be"),
        (_answered(visit="1"), "not as its kind should be"),
        (_answered(value=["x"]), "not as its kind should be"),
        (_answered(kind="rate", value=1.5), "not as its kind should be"),
        (_answered(kind="rate", value=True), "not as its kind should be"),
        (_answered(kind="distress", value=11), "not as its kind should be"),
        (_answered(kind="scan", value={"calm": 3}), "not as its kind should be"),
        (_answered(kind="locate", value="the chest"), "not as its kind should be"),
        (_answered(kind="name_part", value={"part": Id}), "not as its kind should be"),
        (_answered(remember={"field": "job"}), "not as its kind should be"),
        (
            _line(kind="begun", body={"script": "x", "title": "x", "pins": {"x": Id}}),
            "the text of a practice",
        ),
    ],
)
def test_a_broken_line_is_told_and_nothing_taken(
    journal: Journal, file: Path, line: bytes, told: str
) -> None:
    Sitting(journal).answer("words", "what was said")
    with Journal.in_memory() as other:
        Sitting(other)
        file.write_bytes(_export(other) + line)
    if "practice" in told:
        before = held(journal)
        with pytest.raises(PartsworkError) as refused:
            take_in(journal, Lines(file))
        assert held(journal) == before
        sentence = refused.value.sentence
    else:
        sentence = _refused(journal, file)
    assert sentence.startswith("Line 4 cannot be taken in: ")
    assert told in sentence
    assert sentence.endswith(" Nothing was taken in.")


def test_a_line_that_contradicts_what_is_here_or_an_earlier_one_is_told(journal: Journal, file: Path) -> None:
    Sitting(journal)
    once = _answered()
    for before, number in ((_export(journal) + once, 5), (_export(journal) + once + _answered(), 6)):
        file.write_bytes(before + once.replace(b'"value": "x"', b'"value": "y"'))
        kept = held(journal)
        with pytest.raises(PartsworkError) as refused:
            take_in(journal, Lines(file))
        assert refused.value.sentence.startswith(
            f"Line {number} cannot be taken in: the journal, or an earlier"
        )
        assert held(journal) == kept


def test_a_deletion_that_names_a_live_session_is_told_by_its_line(journal: Journal, file: Path) -> None:
    id = Sitting(journal).answer("words", "what was said")
    odd = _line(kind="deleted", session=None, body={"session": Id, "ids": [id]})
    file.write_bytes(HEADER + _line(kind="dreamt", body={}) + odd)
    with pytest.raises(PartsworkError, match="Line 3 cannot be taken in: a deletion names"):
        take_in(journal, Lines(file))


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "nothing", "loop"])
def test_what_is_no_file_is_told_and_not_waited_for(journal: Journal, file: Path, kind: str) -> None:
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "device":
            file = Path("/dev/zero")
        case "loop":
            file.symlink_to(file)
    assert "Line" not in _refused(journal, file)


def test_one_endless_line_takes_no_more_memory_than_it_may(journal: Journal, file: Path) -> None:
    with file.open("wb") as made:
        made.write(HEADER + b'{"a":"')
        # A hole: a hundred million bytes on no disk.
        made.truncate(100_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert _refused(journal, file).startswith("Line 2 cannot be taken in: the line is longer than any")
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 5 * LONGEST_LINE


def test_a_deletion_of_what_is_here_is_seen_before(journal: Journal, file: Path) -> None:
    sitting = Sitting(journal)
    with Journal.in_memory() as other:
        file.write_bytes(_export(journal))
        take_in(other, Lines(file))
        assert not deletes_here(journal, Lines(file))
        other.delete(sitting.id, at=LATER)
        file.write_bytes(_export(other))
    assert deletes_here(journal, Lines(file))
    take_in(journal, Lines(file))
    assert not deletes_here(journal, Lines(file))


def _mutations(random: Random) -> Iterator[Callable[[bytes], bytes]]:
    junk = [
        b"\x00",
        b"\xff",
        b'"',
        b"{",
        b"}",
        b"\n",
        b"null",
        b"-1",
        b"NaN",
        b"1e999",
        b"[" * 300,
        b"\\ud800",
        b"0" * 32,
    ]
    while True:
        at, length, what = random.random(), random.choice([0, 1, 5, 40]), random.choice(junk)

        def splice(good: bytes, at: float = at, length: int = length, what: bytes = what) -> bytes:
            start = int(at * len(good))
            return good[:start] + what + good[start + length :]

        def value(good: bytes, at: float = at) -> bytes:
            chosen = good.split(b"\n")
            line = json.loads(chosen[n := int(at * (len(chosen) - 1))])
            inside = line.get("body", line) if random.random() < 0.7 else line
            if isinstance(inside, dict) and inside:
                key = random.choice(list(inside))
                inside[key] = random.choice(
                    [
                        None,
                        True,
                        -1,
                        2**70,
                        0.5,
                        "",
                        "x" * 300,
                        [],
                        {},
                        [[]],
                        {"part": 1},
                        Id,
                        inside.get("id"),
                    ]
                )
            return b"\n".join([*chosen[:n], json.dumps(line).encode(), *chosen[n + 1 :]])

        def move(good: bytes, at: float = at) -> bytes:
            first, *rest = good.split(b"\n")
            n = int(at * len(rest))
            return b"\n".join([first, *rest[n:], *rest[: n - random.choice([0, 1])]])

        yield random.choice([splice, value, value, move])


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An export of sessions with everything in them, one of them on a script that can be walked."""
    with Journal.in_memory() as made:
        script = Own(tmp_path_factory.mktemp("own") / "scripts").put("every-kind", EVERY_KIND)
        session = begin(made, script, Clock())
        watchman = PartGiven(new_id(), "The Watchman")
        give(session, 6, "rain", 3, "left", ("wind",), {"calm": "near"}, watchman)
        session.back()
        give(session, watchman, ("the chest",))
        to_end(session)
        first = Sitting(made)
        first.meet(watchman.id, "The Watchman")
        first.answer("job", "keeps watch", remember={"field": "job", "part": watchman.id})
        first.end()
        first.add("line", {"text": "for later"})
        gone = Sitting(made)
        gone.answer("words", "x")
        made.delete(gone.id, at=LATER)
        return _export(made)


@settings(max_examples=150 * SOAK)
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_whatever_is_done_to_an_export_it_is_taken_whole_or_told(
    tmp_path_factory: pytest.TempPathFactory, good: bytes, random: Random, times: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "mutated.jsonl"
    content = good
    for _, mutate in zip(range(times), _mutations(random), strict=False):
        try:
            content = mutate(content)
        except ValueError:
            break
    file.write_bytes(content)
    with Journal.in_memory() as journal:
        Sitting(journal).answer("words", "what was said")
        before = held(journal)
        with contextlib.suppress(PartsworkError):
            take_in(journal, Lines(file))
            before = held(journal)
        assert held(journal) == before
        _everything_can_be_read(journal)


@settings(max_examples=100 * SOAK)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_told(tmp_path_factory: pytest.TempPathFactory, content: bytes, headed: bool) -> None:
    file = tmp_path_factory.getbasetemp() / "bytes.jsonl"
    file.write_bytes((HEADER if headed else b"") + content)
    with Journal.in_memory() as journal:
        with contextlib.suppress(PartsworkError):
            assert take_in(journal, Lines(file)) == TakenIn(0, 0, 0)
        assert journal.sessions() == []


def _everything_can_be_read(journal: Journal) -> None:
    """Look at all there is, as every command would: nothing that was taken in may be in the way."""
    sessions = list(reversed(journal.sessions()))
    for session in sessions:
        retell(journal, session.id)
        journal.answers(session.id)
    journal.parts()
    assert all(page.text.startswith("---\n") for page in pages(journal, sessions))
    assert list(table(journal, sessions))
    assert not sessions or list(summary(journal, sessions, with_answers=False))
    before = held(journal)
    journal.rebuild()
    assert held(journal) == before
