"""Putting what is exported where it belongs: whole or not at all, for nobody else, over nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partswork.errors import PartsworkError
from partswork.exchange.pages import Page, pages
from partswork.exchange.writing import write_file, write_folder
from partswork.journal import Journal
from tests.journal.sitting import Sitting

WORDS = "something private"


def _breaks(error: BaseException) -> Iterator[str]:
    yield WORDS
    raise error


def _tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8") if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


def _modes(folder: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), path.stat().st_mode & 0o777) for path in (folder, *folder.rglob("*"))}


def _one_page(journal: Journal) -> list[Page]:
    return list(pages(journal, journal.sessions()))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_oneself_can_read_it(place: Path, journal: Journal, mask: int) -> None:
    Sitting(journal).meet_new("The Watchman")
    before = os.umask(mask)
    try:
        write_file(place / "out.csv", [WORDS], force=False)
        write_folder(place / "out", _one_page(journal), force=False)
    finally:
        os.umask(before)
    assert (place / "out.csv").stat().st_mode & 0o777 == 0o600
    assert _modes(place / "out") == {(True, 0o700), (False, 0o600)}


def test_what_is_there_is_not_overwritten_unless_it_may_be(place: Path) -> None:
    (place / "out").write_text("mine")
    with pytest.raises(PartsworkError, match="--force"):
        write_file(place / "out", [WORDS], force=False)
    assert _tree(place) == {"out": "mine"}
    write_file(place / "out", [WORDS], force=True)
    assert _tree(place) == {"out": WORDS}


def test_what_comes_while_it_is_written_is_not_overwritten(place: Path) -> None:
    def slowly() -> Iterator[str]:
        yield WORDS
        (place / "out").write_text("mine")

    with pytest.raises(PartsworkError, match="--force"):
        write_file(place / "out", slowly(), force=False)
    assert _tree(place) == {"out": "mine"}


def test_where_there_are_no_links_it_is_written_all_the_same(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    write_file(place / "out", [WORDS], force=False)
    assert _tree(place) == {"out": WORDS}
    with pytest.raises(PartsworkError):
        write_file(place / "out", ["other"], force=False)


@pytest.mark.parametrize(
    ("error", "raised", "told"),
    [
        (OSError(errno.ENOSPC, WORDS), PartsworkError, "disk is full"),
        (OSError(errno.EIO, WORDS), PartsworkError, "would not write"),
        (OSError(errno.EROFS, WORDS), PartsworkError, "does not let"),
        (KeyboardInterrupt(), KeyboardInterrupt, "^$"),
    ],
)
def test_what_breaks_off_leaves_nothing(
    place: Path, error: BaseException, raised: type[BaseException], told: str
) -> None:
    def broken() -> Iterator[Page]:
        yield Page(("parts", "one.md"), "0" * 32, WORDS)
        raise error

    (place / "there").mkdir()
    writers: tuple[Callable[[], object], ...] = (
        lambda: write_file(place / "out", _breaks(error), force=True),
        lambda: write_folder(place / "folder", broken(), force=True),
        lambda: write_folder(place / "there", broken(), force=True),
    )
    for write in writers:
        with pytest.raises(raised, match=told) as caught:
            write()
        assert WORDS not in str(caught.value)
        assert _tree(place) == {"there": ""}


def test_a_disk_that_is_really_full_leaves_nothing() -> None:
    with pytest.raises(PartsworkError):
        write_file(Path("/dev/full/out"), [WORDS], force=False)


@pytest.mark.parametrize("name", ["no/such/out", "file/out"])
def test_a_folder_that_is_not_there_is_told(place: Path, name: str, journal: Journal) -> None:
    (place / "file").write_text("mine")
    for write in (
        lambda: write_file(place / name, [], force=True),
        lambda: write_folder(place / name, [], force=True),
    ):
        with pytest.raises(PartsworkError, match="not there"):
            write()
    with pytest.raises(PartsworkError, match="not a folder"):
        write_folder(place / "file", _one_page(journal), force=True)
    with pytest.raises(PartsworkError, match="a file was asked for"):
        write_file(place, [WORDS], force=True)
    assert _tree(place) == {"file": "mine"}


def test_pages_of_an_earlier_export_are_replaced_and_nothing_else(place: Path, journal: Journal) -> None:
    sitting = Sitting(journal)
    assert write_folder(place / "out", _one_page(journal), force=False) == 1
    (place / "out" / "mine.md").write_text("mine")
    sitting.answer("words", "said since")
    assert write_folder(place / "out", _one_page(journal), force=False) == 1
    told = _tree(place / "out")
    assert len(told) == 2
    assert told.pop("mine.md") == "mine"
    assert "said since" in next(iter(told.values()))


def test_a_page_that_somebody_changed_is_left_and_nothing_written(place: Path, journal: Journal) -> None:
    sitting = Sitting(journal)
    write_folder(place, _one_page(journal), force=False)
    (path,) = place.iterdir()
    path.write_text(path.read_text() + "my own thoughts\n")
    before = _tree(place)
    sitting.meet_new("The Watchman")
    with pytest.raises(PartsworkError, match="Nothing was written; --force"):
        write_folder(place, _one_page(journal), force=False)
    assert _tree(place) == before
    assert write_folder(place, _one_page(journal), force=True) == 2
    assert "my own thoughts" not in path.read_text()


def test_a_disk_that_refuses_between_two_pages_leaves_no_new_one(
    place: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Sitting(journal)
    write_folder(place, _one_page(journal), force=False)
    first.meet_new("The Watchman")
    Sitting(journal).answer("words", WORDS)
    put = Path.replace
    moved: list[Path] = []

    def refuses(path: Path, target: Path) -> Path:
        if len(moved) == 2:
            raise OSError(errno.EIO, "a disk that breaks")
        moved.append(target)
        return put(path, target)

    before = set(_tree(place))
    monkeypatch.setattr(Path, "replace", refuses)
    with pytest.raises(PartsworkError, match="would not write"):
        write_folder(place, _one_page(journal), force=False)
    assert len(moved) == 2
    assert {name for name in _tree(place) if name.endswith(".md")} == before


@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_page_is_in_the_way(place: Path, journal: Journal, force: bool) -> None:
    Sitting(journal).meet_new("The Watchman")
    (page, _) = _one_page(journal)
    (place / page.place[0]).mkdir()
    (place / "parts").write_text("mine")
    before = _tree(place)
    with pytest.raises(PartsworkError, match="Nothing was written"):
        write_folder(place, _one_page(journal), force=force)
    assert _tree(place) == before


def test_a_link_is_never_written_through(place: Path, journal: Journal) -> None:
    Sitting(journal)
    (page,) = _one_page(journal)
    (place / "mine").write_text("mine")
    (place / "out").mkdir()
    (place / "out" / page.place[0]).symlink_to(place / "mine")
    (place / "link").symlink_to(place / "mine")
    with pytest.raises(PartsworkError):
        write_folder(place / "out", [page], force=False)
    write_folder(place / "out", [page], force=True)
    write_file(place / "link", [WORDS], force=True)
    assert (place / "mine").read_text() == "mine"
    assert (place / "link").read_text() == WORDS
