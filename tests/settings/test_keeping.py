"""A setting that is kept: one line of the file changes, and nothing else that anyone wrote there."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from partswork.settings import Person, Settings, read_settings
from partswork.settings.keeping import NotKept, keep_setting
from partswork.wording import settings as words

WRITTEN = """\
# Mine, with   odd spaces.
country='IE'   # where I am

theme   = "nord"  # for the evenings
show = [
    "deep",  # with Ada
]

# Whoever reads this: hello, 日本語.
[[people]]
name = "Sam"
phone = "555 0100"

[keys]
"ground" = 'ctrl+r'
# the end
"""


def _kept(path: Path) -> list[Path]:
    """Return all that stands beside the file, itself apart."""
    return [one for one in path.parent.iterdir() if one != path and one.suffix != ".lock"]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def _open_to_all() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _full_disk(after: int) -> Iterator[None]:
    """Let no file grow beyond some bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (after, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_only_the_value_changes(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, "utf-8")
    keep_setting(path, "theme", "gruvbox")
    assert path.read_text("utf-8") == WRITTEN.replace('"nord"', '"gruvbox"')
    assert _kept(path) == []


@pytest.mark.parametrize(
    ("key", "value"), [("bell", True), ("reduced_motion", False), ("theme", "nord"), ("show", ["deep"])]
)
def test_a_key_that_was_not_there_stands_before_the_tables(
    tmp_path: Path, key: str, value: str | bool | list[str]
) -> None:
    path = tmp_path / "settings.toml"
    text = '# First.\ncountry = "IE"\n\n# Mine.\n[[people]]\nname = "Sam"\nphone = "555"\n\n[keys]\n'
    path.write_text(text, "utf-8")
    keep_setting(path, key, value)
    now = path.read_text("utf-8").splitlines()
    (added,) = [line for line in now if line.startswith(key)]
    assert [line for line in now if line and line != added] == [line for line in text.splitlines() if line]
    read = read_settings(path)
    assert (read.country, read.people) == ("IE", (Person("Sam", "555"),))
    assert getattr(read, key) == (frozenset(value) if isinstance(value, list) else value)
    assert read.remarks == ()


def test_a_file_that_was_not_there_begins_with_what_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "some" / "settings.toml"
    with _open_to_all():
        keep_setting(path, "bell", True)
    assert path.read_text("utf-8").startswith(words.NEW_FILE)
    assert read_settings(path) == Settings(bell=True)
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)


def test_what_is_kept_is_for_this_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, "utf-8")
    path.chmod(0o644)
    with _open_to_all():
        keep_setting(path, "bell", True)
    assert _mode(path) == 0o600


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "mine.toml"
    real.parent.mkdir()
    real.write_text(WRITTEN, "utf-8")
    path = tmp_path / "settings.toml"
    path.symlink_to(Path("elsewhere", "mine.toml"))
    keep_setting(path, "theme", "gruvbox")
    assert path.is_symlink()
    assert real.read_text("utf-8") == WRITTEN.replace('"nord"', '"gruvbox"')
    assert _kept(real) == []


def test_a_mark_before_the_first_letter_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WRITTEN.encode())
    keep_setting(path, "bell", True)
    assert read_settings(path).bell
    assert read_settings(path).country == "IE"


@pytest.mark.parametrize("content", [b"country = ", b"\xff\xfe", b"a = [" * 5_000, b"\x00", b"a = 1\na = 2"])
def test_a_file_that_makes_no_sense_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(NotKept) as raised:
        keep_setting(path, "bell", True)
    assert raised.value.sentence == words.NOT_KEPT
    assert path.read_bytes() == content
    assert _kept(path) == []


@pytest.mark.parametrize("what", ["folder", "pipe", "loop", "no folder"])
def test_what_is_no_file_is_neither_waited_for_nor_replaced(tmp_path: Path, what: str) -> None:
    path = tmp_path / "settings.toml"
    match what:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case _:
            path.write_text("a file where a folder should be", "utf-8")
            path = path / "settings.toml"
    before = path.lstat() if what != "no folder" else path.parent.lstat()
    with pytest.raises(NotKept):
        keep_setting(path, "bell", True)
    after = path.lstat() if what != "no folder" else path.parent.lstat()
    assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)
    assert len([*tmp_path.iterdir()]) == 1


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, "utf-8")
    with _full_disk(after=20), pytest.raises(NotKept):
        keep_setting(path, "theme", "gruvbox")
    assert path.read_text("utf-8") == WRITTEN
    assert _kept(path) == []


def test_whoever_reads_meanwhile_finds_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, "utf-8")

    def keeps(theme: str) -> None:
        for _ in range(10):
            keep_setting(path, "theme", theme)

    with ThreadPoolExecutor() as several:
        done = [several.submit(keeps, theme) for theme in ("gruvbox", "dracula", "monokai")]
        read = [read_settings(path)]
        while not all(one.done() for one in done):
            read.append(read_settings(path))
        for one in done:
            one.result()
    assert {(one.country, one.remarks) for one in read} == {("IE", ())}
    assert {one.theme for one in read} <= {"nord", "gruvbox", "dracula", "monokai"}
    last = read_settings(path).theme
    assert path.read_text("utf-8") == WRITTEN.replace("nord", last or "")
    assert _kept(path) == []


def test_two_who_keep_at_once_both_keep(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for _ in range(10):
        path.write_text(WRITTEN, "utf-8")
        with ThreadPoolExecutor() as both:
            for done in [both.submit(keep_setting, path, key, True) for key in ("bell", "reduced_motion")]:
                done.result()
        read = read_settings(path)
        assert (read.bell, read.reduced_motion, read.country) == (True, True, "IE")
