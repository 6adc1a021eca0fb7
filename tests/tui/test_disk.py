"""Typing never waits for the disk, and what the disk refused is asked of it again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from partswork.journal import projections
from partswork.journal.vault.connection import rows
from partswork.journal.vault.opening import open_vault
from partswork.paths import places
from partswork.wording import app as app_words
from partswork.wording import journal as journal_words
from partswork.wording import people as people_words
from partswork.wording import session as session_words
from tests.plain.kept import draft, values
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.window import ENTER, F2, Window

TRIES = 5
"""A commit is held up for as long as SQLite waits, some seconds, so a slow machine may be late for one."""


def at_the_first() -> Window:
    """Begin, and write a letter that is kept."""
    own("mine", TWO_WORDS)
    window = Window("run", "mine").sees(session_words.BEFORE_THE_FIRST[0]).types("1" + ENTER)
    window.sees("The first?").types("x").sees("x")
    return window.waits(lambda: draft("main|first|1") == "x", "the draft")


@contextmanager
def a_reader_that_stays() -> Iterator[None]:
    """Read in the journal as another program might: whoever writes meanwhile can not finish a commit."""
    vault = open_vault(places().data, projections.rebuild)
    try:
        with vault.reading() as connection:
            rows(connection, "SELECT count(*) FROM draft")
            yield
    finally:
        vault.close()


@contextmanager
def a_commit_held_up(window: Window) -> Iterator[Callable[[], bool]]:
    """Wait until the app is in a commit; the result says whether it is still in the same one.

    SQLite's own journal stands beside the file from the first change until the commit is over.
    """
    beside = Path(f"{places().journal}-journal")
    window.waits(beside.exists, "a commit to be held up")
    with beside.open("rb") as file:
        yield lambda: os.fstat(file.fileno()).st_nlink > 0


def test_typing_never_waits_for_the_disk() -> None:
    with at_the_first() as window:
        typed, through = "x", False
        with a_reader_that_stays():
            for _ in range(TRIES):
                window.types("y").sees(f"{typed}y")
                with a_commit_held_up(window) as held_up:
                    window.types("z").sees(f"{typed}yz").types("z").sees(f"{typed}yzz")
                    window.types(F2).sees(people_words.INTRODUCTION).types(ENTER).sees("The first?")
                    typed, through = f"{typed}yzz", held_up()
                if through:
                    break
            assert through
        window.waits(lambda: draft("main|first|1") == typed, "the draft")
        with a_reader_that_stays():
            window.goes_on(app_words.GO_ON)
            for _ in range(TRIES):
                with a_commit_held_up(window) as held_up:
                    window.types(F2).sees(people_words.INTRODUCTION).types(ENTER).sees("The first?")
                    through = held_up()
                if through:
                    break
                window.sees(journal_words.BUSY).types(ENTER)
            assert through
        window.sees("The second?")
    assert values() == {"first": typed}


def test_words_that_the_disk_refused_stay_and_are_kept_later() -> None:
    with at_the_first() as window:
        with a_reader_that_stays():
            window.types("y").sees(journal_words.BUSY, "xy").types("z").sees("xyz")
        window.waits(lambda: draft("main|first|1") == "xyz", "the draft")
        window.goes_on(app_words.GO_ON).sees("The second?")
    assert values() == {"first": "xyz"}
