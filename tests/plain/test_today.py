"""`today` goes on with what was begun today, never with what was begun on another day."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording import commands as words
from partswork.wording import plain as words_of_lines
from tests.plain.kept import sessions, values
from tests.plain.piping import Told, runs


def today(at: str, said: Sequence[str]) -> Told:
    return runs("today", "--plain", said=said, PARTSWORK_NOW=at, TZ="Europe/Dublin")


def test_it_goes_on_with_what_was_begun_today_unless_that_was_left_too_long_ago() -> None:
    today("2026-11-22T08:00:00+00:00", ["sit"])
    # Nothing was asked yet that could have changed meanwhile.
    assert today("2026-11-22T09:00:00+00:00", ["3"]).code == 1
    assert len(sessions()) == 1
    assert values() == {"pace": "sit", "distress": 3}
    told = today("2026-11-22T09:31:00+00:00", ["minute"])
    assert words.BEGUN_AGAIN in told.errors
    assert [one.state for one in sessions()] == ["paused", "paused"]
    assert values() == {"pace": "minute"}


def test_it_never_goes_on_with_yesterdays() -> None:
    """The day is that of the person: both sessions are of the first of July in UTC."""
    today("2026-07-01T23:55:00+01:00", ["sit"])
    told = today("2026-07-02T00:01:00+01:00", ["minute"])
    assert told.errors == words_of_lines.input_ended(2) + "\n"
    assert len(sessions()) == 2
    assert values() == {"pace": "minute"}


def test_what_is_finished_is_finished() -> None:
    assert today("2026-11-22T08:00:00+00:00", ["sit", "0", "0"]).code == 0
    today("2026-11-22T08:05:00+00:00", ["five"])
    assert [one.state for one in sessions()] == ["paused", "complete"]
