"""Files that are not where they are looked for: what lies near, and how a name is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partswork.wording import checking as words
from tests.cli.conftest import Call
from tests.practices import TWO_QUESTIONS, Own, practice


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_whoever_checks_the_library_beside_scripts_is_told_how_to_check_those(call: Call, here: Path) -> None:
    assert words.NONE_OF_HERE not in call("check").out
    (here / "mine.yaml").write_text("x", "utf-8")
    assert call("check").out.endswith(f"{words.NONE_OF_HERE}\n")
    assert words.NONE_OF_HERE not in call("check", "arriving").out
    assert words.NONE_OF_HERE not in call("check", "--json").out


def test_so_is_whoever_runs_the_tests_of_the_library(call: Call, here: Path) -> None:
    assert words.NO_TEST_OF_HERE not in call("test").out
    (here / "mine.test.yaml").write_text("x", "utf-8")
    assert call("test").out.endswith(f"{words.NO_TEST_OF_HERE}\n")


def test_in_the_folder_of_ones_own_nothing_is_left_out(
    call: Call, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.put("two", TWO_QUESTIONS)
    monkeypatch.chdir(own.folder)
    assert words.NONE_OF_HERE not in call("check").out


def test_of_a_file_that_is_not_there_the_nearest_is_told(call: Call, here: Path) -> None:
    (here / "evening-page.yaml").write_text("x", "utf-8")
    assert 'Did you mean "evening-page.yaml"?' in call("check", "evenig-page.yaml").out
    assert 'Did you mean "evening-page.yaml"?' in call("run", "evenig-page.yaml", "--demo").err
    assert "Did you mean" not in call("check", "something-else.yaml").out


def test_a_name_with_blanks_needs_quotation_marks(call: Call, here: Path) -> None:
    (here / "evening page.yaml").write_text("x", "utf-8")
    assert call("check", "evening", "page.yaml").err == (
        'A name with blanks needs quotation marks: partswork check "evening page.yaml"\n'
    )


def test_an_ending_that_is_hidden_is_told(call: Call, here: Path) -> None:
    text = practice("two", "- say: Hi.\n- end: complete\n").replace(
        "if_they_stop: settle", "if_they_stop: grounding"
    )
    (here / "two.yaml.txt").write_text(text, "utf-8")
    assert "Call it: two.yaml" in call("check", "./two.yaml.txt").out
    assert 'Did you mean "two.yaml.txt"?' in call("check", "two.yaml").out


@pytest.mark.parametrize("begins", [b"{\\rtf1\\ansi", b"PK\x03\x04\x14", b"\xd0\xcf\x11\xe0\xa1"])
def test_a_file_of_a_word_processor_is_told_as_that(call: Call, here: Path, begins: bytes) -> None:
    (here / "two.yaml").write_bytes(begins + b"\0\xff partswork: 1")
    assert re.findall(r"PW\d{3}$", call("check", "two.yaml").out, re.MULTILINE)[0] == "PW087"
