"""What was said stands nowhere on the disk as it was said: not while it is written, not after a crash.

Every file of the home, of the folder for temporary files and of shared memory is looked through.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from partswork.journal import Journal
from partswork.paths import places
from partswork.session.recording import LINE
from tests.plain.kept import draft, sessions
from tests.plain.piping import Told, runs
from tests.plain.scripts import own
from tests.terminal.person import Person, until

MARKER = "Zwetschgenkuchen"
EVERYWHERE = """
    - distress: How stirred up?
    - ask: What is there?
      save_as: word
    - name_part: Who is near?
      save_as: near
    - locate: Where is it?
      save_as: place
    - ask: And what else?
      save_as: rest
      remember: fear of near
    - ask: And then?
      save_as: last
    - end: complete
"""
SAID = ["3", f"some {MARKER} here", f"The {MARKER}", f"left of {MARKER}, hand", f"only {MARKER}"]
_WAYS = [MARKER.encode(how) for how in ("utf-8", "utf-16-le", "utf-32-le")]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def in_the_clear(*folders: Path) -> set[Path]:
    """Return the files that hold what was said as it was said."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path for path in files if any(way in path.read_bytes() for way in _WAYS)}


def looked_through(temporary: Path) -> set[Path]:
    shared = Path("/dev/shm")
    return in_the_clear(places().data.parent, temporary, *([shared] if shared.is_dir() else []))


def the_whole_way(*more: str) -> Told:
    own("mine", EVERYWHERE)
    return runs("run", "mine", "--plain", said=[*SAID, f"at last, {MARKER}", *more])


def test_after_a_session(temporary: Path) -> None:
    told = the_whole_way()
    assert told.code == 0, told.errors
    assert looked_through(temporary) == set()
    assert MARKER not in told.errors


def test_after_a_search_and_another_look(temporary: Path) -> None:
    the_whole_way()
    assert MARKER in runs("journal", "search", MARKER).out
    assert MARKER in runs("journal", "search", "-", said=[MARKER]).out
    assert MARKER in runs("journal", "show", sessions()[0].id).out
    assert looked_through(temporary) == set()


def test_after_a_crash_in_the_middle_of_a_word(temporary: Path) -> None:
    own("mine", EVERYWHERE)
    with Person("run", "mine", "--plain") as person:
        person.sees("How stirred up?").answers("3").sees("What is there?").is_asked()
        person.types(f"half a {MARKER}")
        until(lambda: MARKER in (draft("main|word|1") or ""), "the draft")
        person.sends(signal.SIGKILL).left_with()
    assert looked_through(temporary) == set()


def test_after_a_line_for_later(temporary: Path) -> None:
    the_whole_way()
    with Journal.open(places().data) as journal:
        journal.keep_draft(sessions()[0].id, LINE, f"ask about {MARKER}")
    assert looked_through(temporary) == set()


def test_after_deleting_it_stands_nowhere_in_the_opened_file_either(temporary: Path) -> None:
    the_whole_way()
    assert runs("journal", "delete", sessions()[0].id, "--yes").code == 0
    with Journal.open(places().data) as journal, journal._vault.reading() as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        held = [repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names]  # noqa: S608
    assert not any(
        way in text.encode("utf-8", "replace")
        for text in held
        for way in [*_WAYS, MARKER.casefold().encode()]
    )
    assert looked_through(temporary) == set()


def test_what_stands_in_the_clear_is_found(temporary: Path) -> None:
    (temporary / "left").write_text(f"some {MARKER}", "utf-16-le")
    (places().data.parent / "kept").parent.mkdir(parents=True, exist_ok=True)
    (places().data.parent / "kept").write_bytes(b"\0" * 5000 + MARKER.encode() + os.urandom(10))
    assert len(looked_through(temporary)) == 2
