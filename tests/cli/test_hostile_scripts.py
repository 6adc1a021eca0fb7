"""Whatever lies where a script should be: a sentence, no traceback, and nothing else is stopped by it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.running import run
from tests.practices import TWO_QUESTIONS, Own

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")

Make = Callable[[Path], object]

_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def _text(text: str) -> Make:
    return lambda path: path.write_text(text, "utf-8")


def _bytes(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


# What stands in a script's place, and the finding that says so.
KINDS: dict[str, tuple[Make, str]] = {
    "brackets": (_text("[" * 100_000), "PW007"),
    "braces": (_text("a: " + "{" * 100_000), "PW007"),
    "nesting": (_text("".join("  " * n + "a:\n" for n in range(300))), "PW007"),
    "laughs": (_text(_LAUGHS), "PW008"),
    "tag": (_text("partswork: !!python/object/apply:os.system ['true']\n"), "PW008"),
    "duplicate": (_text(TWO_QUESTIONS + "title: Another\n"), "PW011"),
    "tabs": (_text(TWO_QUESTIONS.replace("    save_as", "\tsave_as")), "PW003"),
    "utf-16": (_bytes(TWO_QUESTIONS.encode("utf-16")), "PW004"),
    "latin-1": (_bytes(TWO_QUESTIONS.replace("Here", "Hé").encode("latin-1")), "PW004"),
    "nul": (_text(TWO_QUESTIONS.replace("Here", "He\0re")), "PW015"),
    "large": (_large, "PW006"),
    "empty": (_text(""), "PW012"),
    "two-documents": (_text(TWO_QUESTIONS + "---\n" + TWO_QUESTIONS), "PW013"),
    "escapes": (_text("\x1b]0;title\x07\x1b[2J\x9b31m\u202e: x\n"), "PW001"),
    "folder": (lambda path: path.mkdir(), "PW091"),
    "pipe": (os.mkfifo, "PW092"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "PW092"),
    "dangling": (lambda path: path.symlink_to("nowhere"), "PW090"),
    "loop": (lambda path: path.symlink_to(path), "PW094"),
}


FINDINGS_SAY = {code: f"More: partswork explain {code}" for _, code in KINDS.values()}


def _said_plainly(ran: subprocess.CompletedProcess[str]) -> None:
    for text in (ran.stdout, ran.stderr):
        assert "Traceback" not in text
        assert "Something broke" not in text
        assert not set(text) & set("\x1b\x07\x9b\x00\u202e")


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_is_told_and_not_run(call: Call, tmp_path: Path, kind: str) -> None:
    make, code = KINDS[kind]
    path = tmp_path / f"{kind}.yaml"
    make(path)

    told = run("check", "--json", str(path))
    _said_plainly(told)
    assert (told.returncode, told.stderr) == (1, "")
    document = json.loads(told.stdout)
    assert document["ok"] is False
    (checked,) = document["files"]
    assert (checked["file"], checked["ok"]) == (str(path), False)
    assert code in {finding["code"] for finding in checked["findings"]}
    assert all(finding["message"] for finding in checked["findings"])

    refused = call("run", "--plain", str(path))
    assert (refused.code, refused.out) == (1, "")
    assert FINDINGS_SAY[code] in refused.err
    assert f"{path} cannot be run yet" in refused.err
    assert not (tmp_path / "data").exists()


def test_hostile_files_among_ones_own_stop_nothing_and_are_listed(own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    for kind, (make, _) in KINDS.items():
        make(own.folder / f"{kind}.yaml")

    told = run("scripts")
    _said_plainly(told)
    assert (told.returncode, told.stderr) == (0, "")
    assert "two " in told.stdout
    for kind in KINDS:
        assert f"{kind}.yaml cannot be run yet:" in told.stdout

    as_json = run("scripts", "--json")
    _said_plainly(as_json)
    assert as_json.returncode == 0
    entries = {entry["id"]: entry for entry in json.loads(as_json.stdout)}
    assert entries["two"]["findings"] == []
    for kind, (_, code) in KINDS.items():
        assert code in {finding["code"] for finding in entries[kind]["findings"]}

    everything = run("check")
    _said_plainly(everything)
    assert (everything.returncode, everything.stderr) == (1, "")
    for kind, (_, code) in KINDS.items():
        assert FINDINGS_SAY[code] in everything.stdout
        assert f"{kind}.yaml, line " in everything.stdout
    session = run("run", "--plain", "two", lines=["a", "b"])
    assert session.returncode == 0, session.stderr


def test_hostile_shared_scripts_stop_only_what_uses_them(own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    for kind, (make, _) in KINDS.items():
        make(own.folder / "shared" / f"{kind}.yaml")
        uses = TWO_QUESTIONS.replace("id: two", f"id: uses-{kind}") + f"  - use: {kind}\n"
        (own.folder / f"uses-{kind}.yaml").write_text(uses, "utf-8")
    told = run("scripts", "--json")
    _said_plainly(told)
    entries = {entry["id"]: entry for entry in json.loads(told.stdout)}
    assert entries["two"]["findings"] == []
    for kind in KINDS:
        assert {finding["code"] for finding in entries[f"uses-{kind}"]["findings"]} <= {"PW050", "PW052"}


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A home that anybody may enter, unlike those of the tests."""
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)
    yield home
    shutil.rmtree(home)


def test_a_file_that_may_not_be_read_is_told_in_a_sentence(open_to_all: Path) -> None:
    own = Own(open_to_all / "scripts")
    own.put("two", TWO_QUESTIONS)
    path = own.folder / "closed.yaml"
    path.write_text(TWO_QUESTIONS, "utf-8")
    path.chmod(0)
    home = {"PARTSWORK_HOME": str(open_to_all)}

    told = run("check", "--json", str(path), env=home, as_nobody=True)
    _said_plainly(told)
    assert told.returncode == 1
    assert [finding["code"] for finding in json.loads(told.stdout)["files"][0]["findings"]] == ["PW093"]
    listed = run("scripts", env=home, as_nobody=True)
    _said_plainly(listed)
    assert listed.returncode == 0
    assert "closed.yaml cannot be run yet:" in listed.stdout
    refused = run("run", "--plain", "closed", env=home, as_nobody=True)
    _said_plainly(refused)
    assert refused.returncode == 1
    assert not (open_to_all / "data").exists()


def test_a_folder_of_scripts_that_may_not_be_entered_stops_nothing(open_to_all: Path) -> None:
    own = Own(open_to_all / "scripts")
    own.put("two", TWO_QUESTIONS)
    home = {"PARTSWORK_HOME": str(open_to_all)}
    # It may be listed, but nothing in it looked at; then not even listed.
    for mode in (0o744, 0o700):
        own.folder.chmod(mode)
        listed = run("scripts", env=home, as_nobody=True)
        _said_plainly(listed)
        assert listed.returncode == 0
        assert "daily-check-in" in listed.stdout
    for path in ("two", str(own.folder / "two.yaml")):
        refused = run("run", "--plain", path, env=home, as_nobody=True)
        _said_plainly(refused)
        assert (refused.returncode, refused.stdout) == (1, "")
