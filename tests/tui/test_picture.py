"""A picture of the screen: only when they said so, for them alone, and asking nothing of any network."""

from __future__ import annotations

import os
import re
import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from partswork.paths import places
from partswork.tui.picture import save_picture, without_addresses
from partswork.tui.screens.over import Ways
from partswork.wording import app as words
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.at_home import at_home, does, goes_to, is_home, rows, until_told
from tests.tui.someone import Someone, lives

NAMESPACE = "http://www.w3.org/2000/svg"
"""Every SVG says by this that it is one; nothing is fetched from there."""


def pictures() -> list[Path]:
    """Return what stands in the folder of pictures."""
    return [*places().pictures.iterdir()] if places().pictures.exists() else []


async def asks(someone: Someone) -> None:
    """Ask for a picture, up to the question whether one is sure."""
    await does(someone, words.PICTURE)
    await someone.until(lambda: isinstance(someone.app.screen, Ways) and rows(someone), "the question")
    await someone.until_sees(words.PICTURE_SURE)


def text_of(picture: str) -> str:
    """Return the words in a picture."""
    texts = ET.fromstring(picture).iter(f"{{{NAMESPACE}}}text")  # noqa: S314 - our own
    return " ".join(" ".join(one.text or "" for one in texts).replace("\xa0", " ").split())


def test_it_is_saved_once_they_are_sure() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine") as someone:
            await someone.until_asked()
            await someone.types("a private thing")
            await asks(someone)
            assert pictures() == []
            await goes_to(someone, words.PICTURE_SAVE)
            await someone.until(pictures, "the picture")
            await someone.until(lambda: someone.at_control)
            (picture,) = pictures()
            await until_told(someone, words.PICTURE_SAVED.format(path=picture))
            await someone.types(" more")
            await someone.until_sees("a private thing more")

    before = os.umask(0)
    try:
        lives(story)
    finally:
        os.umask(before)
    (picture,) = pictures()
    assert picture.suffix == ".svg"
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    assert stat.S_IMODE(picture.parent.stat().st_mode) == 0o700
    drawn = picture.read_text("utf-8")
    assert "The first?" in text_of(drawn)
    assert "a private thing" in text_of(drawn)
    assert words.PICTURE_SURE.split(".")[0][:20] not in text_of(drawn)


def test_it_asks_nothing_of_any_network() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine") as someone:
            await someone.until_asked()
            await asks(someone)
            await goes_to(someone, words.PICTURE_SAVE)
            await someone.until(pictures, "the picture")
            await someone.until(lambda: someone.at_control)

    lives(story)
    drawn = pictures()[0].read_text("utf-8")
    assert "@font-face" not in drawn
    assert "@import" not in drawn
    assert [one for one in re.findall(r"url\(\s*['\"]?(.)", drawn) if one != "#"] == []
    assert re.findall(r"(?:href|src)\s*=", drawn) == []
    assert set(re.findall(r"\w+://[^\s\"'<>)]+", drawn)) <= {NAMESPACE}


def test_an_enter_too_many_saves_nothing() -> None:
    async def story() -> None:
        async with at_home() as someone:
            await asks(someone)
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")
            await someone.press("down", "up")

    lives(story)
    assert not places().pictures.exists()


def test_a_disk_that_refuses_is_told() -> None:
    places().data.mkdir(parents=True)
    places().pictures.write_text("a file where a folder should be", "utf-8")

    async def story() -> None:
        async with at_home() as someone:
            await asks(someone)
            await goes_to(someone, words.PICTURE_SAVE)
            await until_told(someone, words.PICTURE_NOT_SAVED)

    lives(story)
    assert places().pictures.read_text("utf-8") == "a file where a folder should be"


def test_nothing_that_stands_there_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor written through a link that someone else has put there."""
    monkeypatch.setenv("PARTSWORK_NOW", "2026-03-01T21:00:00")
    target = tmp_path / "target"
    (tmp_path / "partswork-2026-03-01-210000.svg").symlink_to(target)
    save_picture("<svg></svg>", tmp_path)
    assert not target.exists()


@pytest.mark.parametrize("inside", ["a{src:url('x')}", "@font-face", "font-face { }"])
def test_words_that_look_like_a_font_stay(inside: str) -> None:
    faces = '@font-face {\n  src: url("http://there/x")\n}\n@font-face{src:url(http://there)}'
    assert (
        without_addresses(f"<style>{faces}</style><text>{inside}</text>")
        == f"<style>\n</style><text>{inside}</text>"
    )
