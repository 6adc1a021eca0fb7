"""What time it is, and what it can be told to be."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from partswork.clock import now
from partswork.errors import WrongUsage


@pytest.fixture
def in_dublin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a program cannot be changed here")
    monkeypatch.setenv("TZ", "IST-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_it_is_now_with_an_offset() -> None:
    before = datetime.now(UTC)
    told = now()
    assert told.utcoffset() is not None
    assert before <= told <= datetime.now(UTC)


def test_nothing_said_is_now_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", "")
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.usefixtures("in_dublin")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2026-11-22T08:30", "2026-11-22T08:30:00+01:00"),
        ("2026-11-22 08:30:15", "2026-11-22T08:30:15+01:00"),
        ("2026-11-22", "2026-11-22T00:00:00+01:00"),
        # Another offset is the same moment, told in local time.
        ("2026-11-22T08:30:00+09:00", "2026-11-22T00:30:00+01:00"),
        ("2026-11-22T08:30:00Z", "2026-11-22T09:30:00+01:00"),
    ],
)
def test_it_is_what_it_is_told_to_be(monkeypatch: pytest.MonkeyPatch, said: str, told: str) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", said)
    assert now().isoformat() == told
    assert now() == now()


@pytest.mark.usefixtures("in_dublin")
@pytest.mark.parametrize("said", ["noon", "2026-11-31", "2026-11-22T25:00", "0001-01-01T00:00", " ", "1e9"])
def test_what_is_no_time_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", said)
    with pytest.raises(WrongUsage) as told:
        now()
    assert said.strip() == "" or said not in told.value.sentence
    assert told.value.exit_code == 2
