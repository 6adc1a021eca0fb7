"""A journal with sessions in it, as their people sat them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from partswork.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "data") as opened:
        yield opened
