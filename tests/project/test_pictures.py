"""The pictures in the docs show the app as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
DRAWN = sorted(path.name for path in PICTURES.glob("*.svg"))


@pytest.fixture(scope="module")
def drawn_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    surroundings = {
        key: value for key, value in os.environ.items() if not key.startswith(("NO_COLOR", "TEXTUAL"))
    }
    draw = [sys.executable, str(PICTURES / "draw.py"), str(folder)]
    subprocess.run(draw, env=surroundings | {"PYTHONPATH": str(PICTURES.parents[1])}, check=True)
    return folder


def test_all_of_them_are_drawn(drawn_anew: Path) -> None:
    assert sorted(path.name for path in drawn_anew.iterdir()) == DRAWN != []


@pytest.mark.parametrize("name", DRAWN)
def test_each_is_as_the_app_looks_now(drawn_anew: Path, name: str) -> None:
    now, then = ((folder / name).read_text("utf-8") for folder in (drawn_anew, PICTURES))
    assert now == then, "`make pictures` draws them anew"


@pytest.mark.parametrize("name", DRAWN)
def test_none_asks_the_network_for_anything(name: str) -> None:
    picture = (PICTURES / name).read_text("utf-8")
    assert "url(http" not in picture
    assert "url(//" not in picture
    assert "@font-face" not in picture
    assert "href" not in picture
