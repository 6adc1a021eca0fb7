"""A file may be anything at all: each gives its one finding, nothing is waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from partswork.catalogue.files import read_file
from partswork.catalogue.folders import script_files
from partswork.script.source import MOST_BYTES

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _nothing(path: Path) -> None:
    assert not path.exists()


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def _too_large_by_one(path: Path) -> None:
    path.write_bytes(b"#" * (MOST_BYTES + 1))


def _empty(path: Path) -> None:
    path.touch()


def _under_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.touch()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_nothing, "PW090"),
        (_dangling, "PW090"),
        (_folder, "PW091"),
        (_pipe, "PW092"),
        (_endless, "PW092"),
        (_loop, "PW094"),
        (_under_a_file, "PW094"),
        (_large, "PW006"),
        (_too_large_by_one, "PW006"),
        (_empty, "PW012"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    path = tmp_path / "made" / "script.yaml"
    path.parent.mkdir()
    make(path)
    reading = read_file(path)
    assert [finding.code for finding in reading.findings.sorted()] == [code]
    assert reading.script is None


def test_a_link_to_a_script_is_the_script(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("partswork: 1\nid: linked\n", "utf-8")
    (tmp_path / "linked.yaml").symlink_to(tmp_path / "real.txt")
    reading = read_file(tmp_path / "linked.yaml")
    assert reading.script is not None
    assert "PW019" not in {finding.code for finding in reading.findings.sorted()}


def test_a_name_longer_than_names_may_be_says_so(tmp_path: Path) -> None:
    reading = read_file(tmp_path / ("a" * 300 + ".yaml"))
    assert [finding.code for finding in reading.errors] == ["PW094"]


def test_the_files_of_a_folder_come_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", "yaml", "d.YAML", "e.yaml~"):
        (tmp_path / name).touch()
    assert [path.name for path in script_files(tmp_path)] == ["a.yml", "b.yaml"]


def test_what_an_editor_hides_is_no_script(tmp_path: Path) -> None:
    for name in ("one.yaml", ".one.yaml", ".#one.yaml"):
        (tmp_path / name).write_text("partswork: 1", "utf-8")
    assert [path.name for path in script_files(tmp_path)] == ["one.yaml"]


def test_a_folder_that_is_none_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert script_files(tmp_path / "nowhere") == []
    assert script_files(tmp_path / "file") == []
