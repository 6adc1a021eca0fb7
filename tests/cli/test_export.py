"""`export`: out of the journal, into the forms there are."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import time
from pathlib import Path

import pytest

from partswork.journal import Journal
from tests.cli.conftest import Call
from tests.cli.running import PARTSWORK, TIMEOUT, run, surroundings
from tests.journal.sitting import LATER, Sitting
from tests.practices import TWO_QUESTIONS, Own

NOT_ENCRYPTED = (
    "What is exported is not encrypted: whoever has it can read it. "
    "Deleting a session later does not reach it.\n"
)
NOON = {"PARTSWORK_NOW": "2026-11-22T12:00:00+00:00", "TZ": "UTC"}
FORMS = ("markdown", "jsonl", "csv", "summary")


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The id of a session; another was deleted."""
    with Journal.open(tmp_path / "data") as journal:
        sitting, gone = Sitting(journal), Sitting(journal)
        sitting.answer("distress", 3, kind="distress")
        sitting.meet_new("The Watchman")
        gone.answer("words", "something private")
        journal.delete(gone.id, at=LATER)
    return sitting.id


def test_a_real_session_comes_out_in_every_form(own: Own, tmp_path: Path) -> None:
    own.put("two", TWO_QUESTIONS)
    run("run", "--plain", "two", lines=["first thing", "another"], env=NOON)
    for form in FORMS:
        place = tmp_path / form
        said = run("export", "--format", form, "-o", str(place), env=NOON)
        pages = "1 page written.\n" if form == "markdown" else ""
        assert (said.returncode, said.stdout, said.stderr) == (0, "", pages + NOT_ENCRYPTED)
    (page,) = (tmp_path / "markdown").iterdir()
    assert "What is on your mind?\n\n> first thing\n" in page.read_text()
    assert (tmp_path / "jsonl").read_text().startswith('{"partswork-export":1}\n{"id":"')
    assert "Two questions" in (tmp_path / "summary").read_text()
    assert all(path.stat().st_mode & 0o077 == 0 for path in (page, tmp_path / "csv", tmp_path / "jsonl"))


@pytest.mark.parametrize("to", [[], ["-o", "-"]])
@pytest.mark.parametrize("form", FORMS[1:])
def test_standard_output_has_the_export_and_nothing_else(
    call: Call, kept: str, tmp_path: Path, form: str, to: list[str]
) -> None:
    call("export", "--format", form, "-o", str(tmp_path / "out"))
    code, out, err = call("export", "--format", form, *to)
    assert (code, err) == (0, NOT_ENCRYPTED)
    assert out == (tmp_path / "out").read_text("utf-8")
    assert kept in out or form == "summary"


def test_every_record_is_a_line_and_the_deleted_only_told(call: Call, kept: str) -> None:
    _, *told = map(json.loads, call("export", "--format", "jsonl").out.splitlines())
    assert [one["kind"] for one in told] == [
        *("script", "begun", "answered", "answered", "part-named", "deleted")
    ]
    assert told[1]["session"] == kept
    assert "something private" not in repr(told)


def test_only_what_was_asked_for_comes_out(call: Call, kept: str) -> None:
    fitting = [
        "--since",
        "2026-11-22",
        "--until",
        "2026-11-22",
        "--part",
        "the watchman",
        "--script",
        "check-in",
    ]
    assert kept in call("export", "--format", "csv", *fitting).out
    for other in (
        ["--since", "2026-11-23"],
        ["--until", "2026-11-21"],
        ["--script", "eight-cs"],
    ):
        nothing = "Nothing that is kept fits, so nothing was written.\n"
        assert call("export", "--format", "jsonl", *other) == (0, "", nothing)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--format", "markdown"], 2, "-o FOLDER"),
        (["--format", "markdown", "-o", "-"], 2, "-o FOLDER"),
        (["--format", "csv", "--with-answers"], 2, "--format summary"),
        (["--format", "csv", "--since", "2026-02-02", "--until", "2026-02-01"], 2, "later day"),
        (["--format", "csv", "--since", "yesterday"], 2, "--since"),
        (["--format", "pdf"], 2, "--format"),
        ([], 2, "--format"),
        (["--format", "csv", "--part", "something private"], 1, "No part goes by that name."),
        (["--format", "csv", "-o", "no/such/folder"], 1, "not there"),
        (["--format", "csv", "-o", "."], 1, "a file was asked for"),
    ],
)
def test_what_cannot_be_done_is_told(call: Call, arguments: list[str], code: int, told: str) -> None:
    said = call("export", *arguments)
    assert (said.code, said.out) == (code, "")
    assert told in said.err
    assert "something private" not in said.err


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_is_written_nothing_is_made(call: Call, tmp_path: Path, form: str) -> None:
    assert call("export", "--format", form, "-o", str(tmp_path / "out")) == (
        0,
        "",
        "Nothing is written yet.\n",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("form", FORMS[1:])
def test_what_is_there_is_left_unless_forced(call: Call, tmp_path: Path, form: str) -> None:
    place = tmp_path / "out"
    place.write_text("mine")
    said = call("export", "--format", form, "-o", str(place))
    assert said.code == 1
    assert "--force" in said.err
    assert place.read_text() == "mine"
    assert call("export", "--format", form, "-o", str(place), "--force").code == 0
    assert place.read_text() != "mine"


@pytest.mark.usefixtures("kept")
def test_a_later_export_replaces_the_pages_of_an_earlier_one(call: Call, tmp_path: Path) -> None:
    for _ in range(2):
        said = call("export", "--format", "markdown", "-o", str(tmp_path / "out"))
        assert (said.code, said.err) == (0, "2 pages written.\n" + NOT_ENCRYPTED)
    assert len(list((tmp_path / "out").rglob("*.md"))) == 2


@pytest.mark.usefixtures("kept")
def test_a_disk_that_refuses_is_told_in_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    limited = ["sh", "-c", 'ulimit -f 0; trap "" XFSZ; exec "$@"', "sh", *PARTSWORK]
    for form in FORMS:
        said = subprocess.run(
            [*limited, "export", "--format", form, "-o", str(place / "out")],
            env=surroundings(NOON),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert said.returncode == 1
        assert said.stderr.startswith("The disk is full, so nothing was exported."), said.stderr
        assert said.stderr.count("\n") == 1
        assert list(place.iterdir()) == []


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(os.name == "nt", reason="no such signals there")
@pytest.mark.parametrize("signal", ["TERM", "HUP", "INT"])
def test_one_that_is_ended_leaves_nothing(tmp_path: Path, signal: str) -> None:
    place = tmp_path / "place"
    place.mkdir()
    # Stops in the middle of writing, as on a slow disk, and is ended there.
    slowly = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from partswork.exchange import tables\n"
        "row, begun, place = tables._row, Path(sys.argv[1]), sys.argv[2]\n"
        "def slow(cells):\n"
        "    begun.touch()\n"
        "    time.sleep(0.2)\n"
        "    return row(cells)\n"
        "tables._row = slow\n"
        "from partswork.cli import main\n"
        "sys.argv = ['partswork', 'export', '--format', 'csv', '-o', place]\n"
        "main()\n"
    )
    begun = tmp_path / "begun"
    process = subprocess.Popen(
        [PARTSWORK[0], "-c", slowly, str(begun), str(place / "out")],
        env=surroundings(NOON),
        stderr=subprocess.PIPE,
        text=True,
    )
    give_up = time.monotonic() + TIMEOUT
    while not begun.exists() and time.monotonic() < give_up:
        time.sleep(0.01)
    subprocess.run(["kill", f"-{signal}", str(process.pid)], check=True)
    _, told = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert list(place.iterdir()) == []


def test_at_a_terminal_one_is_told_how_far_it_has_come_once_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from partswork.cli.progress import Progress

    master, slave = pty.openpty()
    moment = 0.0
    with os.fdopen(slave, "w") as terminal:
        monkeypatch.setattr("sys.stderr", terminal)
        with Progress("Done: {count}", clock=lambda: moment) as progress:
            for passed in (0.5, 0.9, 1.1, 1.5, 2.2):
                moment = passed
                assert list(progress.over(["x"])) == ["x"]
        said = os.read(master, 1000).decode()
    os.close(master)
    assert said == "\rDone: 3\rDone: 5\r       \r"
