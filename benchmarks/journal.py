"""How a journal of many years keeps, lists and finds: beside an empty one, and beside a bare SQLCipher.

`PARTSWORK_BENCH_ANSWERS` sets how many answers it holds; half a million is a session a day for two
hundred years, or a busy practice.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # it ships none

from benchmarks.beside import Beside
from partswork.journal import Journal, NewRecord, new_id
from partswork.journal.projections.said import taken_apart

ANSWERS = int(os.environ.get("PARTSWORK_BENCH_ANSWERS", "20000"))
A_SESSION, WORDS, VOCABULARY = 5, 35, 20_000
RUNS, SAVES = 15, 100
_BEGUN = datetime(2026, 1, 1, 8, 30, tzinfo=UTC)
_SETTINGS = ("temp_store = MEMORY", "secure_delete = ON", "synchronous = EXTRA", "journal_mode = DELETE")


def lines(_around: Mapping[str, str]) -> Iterator[str]:
    """Yield every figure.

    Args:
        _around: nothing is started, so nothing is lent.
    """
    chance = random.Random(7)  # noqa: S311 - no secrets are made
    with TemporaryDirectory() as name:
        full, empty, bare = (Path(name, which) for which in ("full", "empty", "bare"))
        Journal.open(empty).close()
        with Journal.open(full) as journal:
            _fill(journal, chance)
            took = _milliseconds(journal.rebuild) / 1000
        size = (full / "journal.db").stat().st_size / 2**20
        yield f"A journal of {ANSWERS:,} answers in {ANSWERS // A_SESSION:,} sessions, {size:.0f} MB."
        yield str(Beside("everything derived anew", took, "bound", 60, "s", most=60))
        shutil.copytree(full, bare)
        yield str(_opened(full, empty))
        yield str(_saved(full, bare, chance))
        with Journal.open(full) as journal:
            yield from map(str, _read(journal))


def _fill(journal: Journal, chance: random.Random) -> None:
    """Write the records alone, in one go; what is derived from them is made by a rebuild."""
    with journal._vault.writing() as connection:
        connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", list(_records(chance)))


def _records(chance: random.Random) -> Iterator[tuple[object, ...]]:
    clock = 0
    for number in range(ANSWERS // A_SESSION):
        session, at = bytes.fromhex(new_id()), (_BEGUN + timedelta(hours=number)).isoformat()
        said = [("answered", _answer(_text(chance))) for _ in range(A_SESSION)]
        begun = {"script": "check-in", "title": "Check-in", "pins": {}, "brought": {}}
        for kind, body in (("begun", begun), *said, ("ended", {"how": "complete"})):
            clock += 1
            yield bytes.fromhex(new_id()), clock, at, kind, session, json.dumps(body)


def _answer(text: str) -> dict[str, Any]:
    return {"section": "main", "name": "mind", "visit": 1, "kind": "ask", "value": text}


def _word(number: int) -> str:
    """Return a word that begins and ends like many others."""
    letters = "aeioubdgklmnprst"
    return "".join(letters[number * 7919 // 16**place % 16] for place in range(6))


_WORDS = [_word(number) for number in range(VOCABULARY)]
# Word number n is said about 1/n as often as the first, as in a language.
_OFTEN = list(accumulate(1 / number for number in range(1, VOCABULARY + 1)))


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, cum_weights=_OFTEN, k=WORDS))


def _opened(full: Path, empty: Path) -> Beside:
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_milliseconds(lambda: _look(full)))
        theirs.append(_milliseconds(lambda: _look(empty)))
    return Beside("opened, and first list", median(ours), "an empty journal", median(theirs), "ms", ratio=1.2)


def _look(folder: Path) -> None:
    with Journal.open(folder) as journal:
        journal.sessions(most=20)


def _saved(full: Path, bare: Path, chance: random.Random) -> Beside:
    """Return the time to keep one answer, beside the same rows written without anything around them."""
    ours, theirs = [], []
    connection = _bare(bare)
    with Journal.open(full) as journal:
        sessions = [summary.id for summary in journal.sessions(most=SAVES // A_SESSION)]
        for number in range(SAVES):
            session = sessions[number % len(sessions)]
            text, at = _text(chance), datetime.now(UTC).isoformat()
            record = NewRecord(new_id(), at, "answered", session, _answer(text))
            ours.append(_milliseconds(partial(journal.append, [record])))
            theirs.append(_milliseconds(partial(_write, connection, session, at, text)))
    connection.close()
    return Beside("an answer kept", median(ours), "the same rows, bare", median(theirs), "ms", ratio=1.5)


def _bare(folder: Path) -> Any:
    key = json.loads((folder / "journal.key").read_bytes())["slots"][0]["key"]
    connection = dbapi2.connect(str(folder / "journal.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for setting in ("cipher_compatibility = 4", *_SETTINGS):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def _write(connection: Any, session: str, at: str, text: str) -> None:
    key, id = bytes.fromhex(session), bytes.fromhex(new_id())
    connection.execute("BEGIN IMMEDIATE")
    clock = connection.execute("SELECT max(clock) + 1 FROM record").fetchall()[0][0]
    row = (id, clock, at, "answered", key, json.dumps(_answer(text)))
    connection.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("UPDATE session SET last = ? WHERE id = ?", (at, key))
    said = taken_apart(text)
    connection.execute("INSERT INTO said VALUES (?, ?, ?, ?, ?)", (clock * 256, id, key, "mind", said))
    connection.execute("INSERT INTO said_words (rowid, text) VALUES (?, ?)", (clock * 256, said))
    connection.execute("COMMIT")


def _read(journal: Journal) -> Iterator[Beside]:
    for name, words in (
        ("a rare word found", f"{_WORDS[-10]} "),
        ("a middling word found", f"{_WORDS[500]} "),
        ("the commonest word found", f"{_WORDS[0]} "),
        ("one letter typed", _WORDS[0][0]),
        ("two letters typed", _WORDS[0][:2]),
        ("three letters typed", _WORDS[0][:3]),
        ("three common words found", " ".join(_WORDS[:3])),
    ):
        yield _timed(name, 100, partial(journal.search, words))
    yield _timed("newest 50 listed", 50, lambda: journal.sessions(most=50))


def _timed(name: str, most: float, act: Callable[[], object]) -> Beside:
    return Beside(name, median(_milliseconds(act) for _ in range(RUNS)), "bound", most, "ms", most=most)


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)
