"""`--demo`: nothing is saved, and nothing of the journal is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from partswork.wording import plain as words
from tests.plain.piping import runs
from tests.plain.scripts import own

WHO = "- name_part: Who?\n  save_as: who\n- ask: What?\n  save_as: what\n- end: complete\n"


def files() -> dict[Path, bytes]:
    home = Path(os.environ["PARTSWORK_HOME"])
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("said", "code"), [(["Somebody", "one"], 0), (["Somebody"], 1)])
def test_no_file_appears(said: list[str], code: int) -> None:
    own("mine", WHO)
    before = files()
    told = runs("run", "--plain", "--demo", "mine", said=said)
    assert (told.code, told.last) == (code, words.NOT_SAVED)
    assert told.out.splitlines()[0] == words.DEMONSTRATION
    assert files() == before


def test_the_journal_is_neither_shown_nor_touched() -> None:
    own("mine", WHO)
    runs("run", "mine", said=["The Watchman"])
    before = files()
    told = runs("run", "--demo", "mine", "--continue", said=["the watchman", "one"])
    assert "The Watchman" not in told.out + told.errors
    assert (told.code, told.last) == (0, words.NOT_SAVED)
    assert files() == before


def test_a_broken_journal_is_no_hindrance() -> None:
    own("mine", WHO)
    runs("run", "mine", said=["The Watchman"])
    key = Path(os.environ["PARTSWORK_HOME"], "data", "journal.key")
    key.write_bytes(b"damaged")
    (key.parent / "journal.key.copy").write_bytes(b"damaged")
    assert runs("run", "mine", said=["one"]).code == 1
    assert runs("run", "--demo", "mine", said=["Somebody", "one"]).last == words.NOT_SAVED
