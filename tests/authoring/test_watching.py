"""Each save is told once, when the file rests, whatever an editor does to it meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partswork.authoring.watching import changes, look

Saves = Callable[[], object]


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.yaml"
    path.write_text("Green.", "utf-8")
    return path


def rounds(path: Path, *saves: Saves) -> Iterator[str]:
    """Yield what the file holds at each round of checking, "" where it is not there.

    Between two looks the next thing is saved; when all is saved, the watching ends.
    """
    waiting = list(saves)

    def wait() -> None:
        if not waiting:
            raise KeyboardInterrupt
        waiting.pop(0)()

    try:
        for _ in changes(lambda: look([path], [path.parent]), wait):
            yield path.read_text("utf-8") if path.exists() else ""
    except KeyboardInterrupt:
        return


def nothing() -> None:
    """Nobody saves."""


def put(path: Path, text: str) -> Saves:
    return lambda: path.write_text(text, "utf-8")


def put_in_its_place(path: Path, text: str) -> Saves:
    def save() -> None:
        other = path.with_name("tea.yaml~")
        other.write_text(text, "utf-8")
        other.replace(path)

    return save


def test_it_is_told_at_once_and_then_only_after_a_change(tea: Path) -> None:
    assert list(rounds(tea, nothing, nothing, put(tea, "Black tea."), nothing, nothing)) == [
        "Green.",
        "Black tea.",
    ]


def test_each_save_is_told(tea: Path) -> None:
    saves = [put(tea, "Black tea."), nothing, put(tea, "Mint."), nothing]
    assert list(rounds(tea, *saves)) == ["Green.", "Black tea.", "Mint."]


def test_what_is_still_being_saved_is_not_told(tea: Path) -> None:
    saves = [put(tea, ""), put(tea, "Bl"), put(tea, "Black tea."), nothing]
    assert list(rounds(tea, *saves)) == ["Green.", "Black tea."]


def test_a_file_that_is_gone_for_a_moment_is_waited_for(tea: Path) -> None:
    assert list(rounds(tea, tea.unlink, put(tea, "Black tea."), nothing)) == ["Green.", "Black tea."]


def test_a_file_that_is_gone_for_good_is_told_and_so_is_its_coming_back(tea: Path) -> None:
    saves = [tea.unlink, nothing, nothing, put(tea, "Black tea."), nothing]
    assert list(rounds(tea, *saves)) == ["Green.", "", "Black tea."]


def test_a_file_put_in_its_place_is_seen(tea: Path) -> None:
    times = tea.stat()

    def save() -> None:
        put_in_its_place(tea, "Brown.")()
        os.utime(tea, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert list(rounds(tea, save, nothing)) == ["Green.", "Brown."]


def test_a_new_script_in_a_folder_that_is_looked_in_is_seen(tea: Path) -> None:
    saves = [put(tea.with_name("other.yaml"), "Other."), nothing, tea.with_name("other.yaml").unlink, nothing]
    assert len(list(rounds(tea, *saves))) == 3


def test_a_file_is_seen_wherever_it_is(tea: Path, tmp_path: Path) -> None:
    assert set(look([tea, tmp_path / "none.yaml"], [tmp_path / "none"])) == {tea}


def test_other_files_there_are_not(tea: Path) -> None:
    saves = [put(tea.with_name("notes.txt"), "Notes."), nothing, put(tea.with_name(".tea.yaml.swp"), "x")]
    assert list(rounds(tea, *saves)) == ["Green."]


def test_what_is_not_there_at_all_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "no" / "tea.yaml"

    def save() -> None:
        path.parent.mkdir()
        path.write_text("Green.", "utf-8")

    assert list(rounds(path, nothing, save, nothing)) == ["", "Green."]
