"""A journal on the disk, one in memory, a clock, and a folder of the person's own scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from partswork.journal import Journal
from tests.practices import Own
from tests.session.sitting import Clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a journal not yet made."""
    return tmp_path / "data"


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    with Journal.open(folder) as opened:
        yield opened


@pytest.fixture
def memory() -> Iterator[Journal]:
    with Journal.in_memory() as opened:
        yield opened


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")
