"""A journal on the disk and one in memory, each closed after its test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from partswork.journal import Journal


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
