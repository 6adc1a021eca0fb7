"""A folder of the person's own scripts, and the catalogue over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.catalogue import Catalogue
from tests.practices import Own


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")


@pytest.fixture
def catalogue(own: Own) -> Catalogue:
    return Catalogue(own.folder)
