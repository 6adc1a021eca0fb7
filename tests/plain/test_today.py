"""`today` goes on with what was begun today, never with what was begun on another day."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording import commands as words
from tests.plain.kept import sessions, values
from tests.plain.piping import Told, runs


def today(at: str, said: Sequence[str]) -> Told:
    return runs("today", "--plain", said=said, PARTSWORK_NOW=at, TZ="Europe/Dublin")


def test_it_goes_on_with_what_was_begun_today() -> None:
    today("2026-11-22T08:00:00+00:00", ["sit"])
    told = today("2026-11-22T23:50:00+00:00", ["3"])
    assert told.code == 1
    assert len(sessions()) == 1
    assert values() == {"pace": "sit", "distress": 3}


def test_it_never_goes_on_with_yesterdays() -> None:
    today("2026-11-22T23:55:00+00:00", ["sit"])
    told = today("2026-11-23T00:01:00+00:00", ["minute"])
    assert told.errors == ""
    assert len(sessions()) == 2
    assert values() == {"pace": "minute"}


def test_the_day_is_that_of_the_person() -> None:
    today("2026-07-01T00:30:00+01:00", ["sit"])
    today("2026-07-01T09:00:00+01:00", ["3"])
    today("2026-07-02T00:10:00+01:00", ["five"])
    assert len(sessions()) == 2


def test_what_was_left_too_long_ago_to_go_on_with_is_begun_anew() -> None:
    today("2026-11-22T08:00:00+00:00", ["sit", "3"])
    told = today("2026-11-22T08:31:00+00:00", ["minute"])
    assert words.BEGUN_AGAIN in told.errors
    assert [one.state for one in sessions()] == ["paused", "paused"]
    assert values() == {"pace": "minute"}


def test_what_is_finished_is_finished() -> None:
    assert today("2026-11-22T08:00:00+00:00", ["sit", "0", "0"]).code == 0
    today("2026-11-22T08:05:00+00:00", ["five"])
    assert [one.state for one in sessions()] == ["paused", "complete"]


def test_a_demonstration_of_it_is_none_of_todays() -> None:
    today("2026-11-22T08:00:00+00:00", ["sit"])
    told = runs("today", "--demo", said=["five", "3"], PARTSWORK_NOW="2026-11-22T08:01:00+00:00")
    assert "Question 2" in told.out
    assert values() == {"pace": "sit"}
