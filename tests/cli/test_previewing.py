"""`partswork run SCRIPT --section ID`, as an author calls it."""

from __future__ import annotations

from pathlib import Path

from partswork.wording import plain as plain_words
from tests.cli.running import run


def test_a_section_is_gone_through_as_a_demonstration(tmp_path: Path) -> None:
    home = {"PARTSWORK_HOME": str(tmp_path)}
    said = run(
        "run", "protector-permission", "--plain", "--section", "closing", lines=["3", "3", "3"], env=home
    )
    assert said.returncode == 0, said.stdout + said.stderr
    first, second, *_ = said.stdout.splitlines()
    assert first == plain_words.DEMONSTRATION
    assert second.endswith("comes to “closing”. It begins there.")
    assert said.stdout.endswith(plain_words.NOT_SAVED + "\n")
    assert "Much as usual" not in said.stdout.partition(second)[2]
    assert list(tmp_path.iterdir()) == []


def test_a_section_that_is_not_there_is_told(tmp_path: Path) -> None:
    home = {"PARTSWORK_HOME": str(tmp_path)}
    said = run("run", "protector-permission", "--plain", "--section", "closng", env=home)
    assert (said.returncode, said.stdout) == (1, "")
    assert 'Did you mean "closing"?' in said.stderr
