"""Something in partswork or beneath it is broken: a sentence, no traceback, and nothing anybody wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Said
from tests.cli.running import ROOT, TIMEOUT, run, surroundings
from tests.practices import TWO_QUESTIONS, Own

WORDS = "marked-words-of-a-person"


def _one_sentence(code: object, out: str, err: str) -> str:
    assert (code, out) == (1, "")
    assert len(err.strip().split("\n")) == 1, err
    assert "Traceback" not in err
    assert WORDS not in err
    return err.strip()


@pytest.fixture
def written(own: Own, tmp_path: Path) -> Path:
    """A journal with words in it; the folder it lies in."""
    own.put("two", TWO_QUESTIONS)
    assert run("run", "--plain", "two", lines=[WORDS, WORDS]).returncode == 0
    return tmp_path / "data"


LOOKING = (["journal"], ["journal", "--json"], ["journal", "show", "abcd"])


def test_a_journal_that_is_no_database_is_told(call: Call, written: Path) -> None:
    (written / "journal.db").write_bytes(b"not a journal " * 1000)
    for command in (*LOOKING, ["run", "--plain", "two"]):
        assert "damaged" in _one_sentence(*call(*command))
    assert (written / "journal.db").read_bytes() == b"not a journal " * 1000


def test_a_journal_of_which_only_the_beginning_is_left_is_told(call: Call, written: Path) -> None:
    content = bytearray((written / "journal.db").read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    (written / "journal.db").write_bytes(content)
    for command in LOOKING:
        _one_sentence(*call(*command))


def test_a_journal_without_its_key_is_told(call: Call, written: Path) -> None:
    for name in ("journal.key", "journal.key.copy"):
        (written / name).unlink()
    for command in (*LOOKING, ["run", "--plain", "two"]):
        assert "journal.key" in _one_sentence(*call(*command))


def test_a_journal_with_one_key_file_left_opens(call: Call, written: Path) -> None:
    (written / "journal.key").write_text("{}", "utf-8")
    assert call("journal").code == 0
    assert (written / "journal.key").read_bytes() == (written / "journal.key.copy").read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
@pytest.mark.parametrize("what", ["link", "dangling", "folder"])
def test_what_stands_in_the_journals_place_is_told(call: Call, tmp_path: Path, what: str) -> None:
    place = tmp_path / "data" / "journal.db"
    place.parent.mkdir(mode=0o700)
    if what == "folder":
        place.mkdir()
    else:
        (tmp_path / "elsewhere").touch()
        place.symlink_to(tmp_path / ("elsewhere" if what == "link" else "nowhere"))
    for command in LOOKING:
        assert "Nothing" in _one_sentence(*call(*command))
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_a_journal_that_may_not_be_looked_at_is_told(tmp_path: Path, written: Path) -> None:
    # Where a test keeps its files nobody else may look; where it runs as an ordinary person, nor may it.
    written.parent.chmod(0)
    for command in (["journal"], ["today", "--plain"]):
        ran = run(*command, env={"PARTSWORK_HOME": str(tmp_path)}, as_nobody=os.geteuid() == 0)
        assert "Something broke" not in _one_sentence(ran.returncode, ran.stdout, ran.stderr)
    written.parent.chmod(0o700)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the program and its library, to be broken."""
    place = tmp_path / "installed"
    for folder in ("partswork", "scripts"):
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return place


def _run_in(place: Path, *arguments: str) -> Said:
    ran = subprocess.run(
        [sys.executable, "-m", "partswork", *arguments],
        cwd=place,
        env=surroundings({"PYTHONPATH": str(place)}),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    return Said(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize("content", ["{", "[{}]", "null", "[" * 100_000])
def test_an_index_that_is_damaged_is_told(broken: Path, content: str) -> None:
    (broken / "scripts" / "index.json").write_text(content, "utf-8")
    assert "Something broke in partswork itself (" in _one_sentence(*_run_in(broken, "scripts"))


def test_what_breaks_is_told_by_kind_and_place_only(broken: Path) -> None:
    file = broken / "partswork" / "people.py"
    words = f'{{"{WORDS}": 1}}["{WORDS}, and more of them"]'
    file.write_text(
        file.read_text("utf-8").replace("    country = settings", f"    {words}\n    country = settings")
    )
    line = 1 + file.read_text("utf-8").split("\n").index(f"    {words}")
    said = _one_sentence(*_run_in(broken, "help-now"))
    assert said.startswith(f"Something broke in partswork itself (KeyError at people.py:{line}).")


def test_a_module_that_is_missing_is_told(broken: Path) -> None:
    (broken / "partswork" / "cli" / "keeping.py").unlink()
    assert "ModuleNotFoundError" in _one_sentence(*_run_in(broken, "journal"))
    assert _run_in(broken, "paths").code == 0


def test_a_library_that_is_gone_is_told(broken: Path) -> None:
    shutil.rmtree(broken / "scripts")
    assert "FileNotFoundError" in _one_sentence(*_run_in(broken, "scripts"))
    said = _run_in(broken, "help-now")
    assert (said.code, said.err) == (0, "")
