"""A crash of the interpreter itself leaves nothing of its memory on the disk."""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path

import pytest

from tests.plain.scripts import TWO_WORDS, own
from tests.terminal.person import Person

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
def test_no_memory_is_written_after_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the surroundings allow dumps of any size, and would put them where one is."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    monkeypatch.chdir(tmp_path)
    own("mine", TWO_WORDS)
    shell = ("sh", "-c", f'ulimit -c {"unlimited" if most == -1 else most}; exec "$0" "$@"')
    command = (*shell, sys.executable, "-m", "partswork", "run", "mine", "--plain")
    with Person(command=command, environment={"PYTHONPATH": str(ROOT)}) as person:
        person.sees("The first?")
        limits = Path(f"/proc/{person.pid}/limits").read_text("utf-8")
        (core,) = (line.split() for line in limits.splitlines() if line.startswith("Max core file size"))
        assert core[4:6] == ["0", "0"]
        assert person.sends(signal.SIGSEGV).left_with() == -signal.SIGSEGV
    assert [path.name for path in tmp_path.iterdir() if "core" in path.name] == []
