"""The command line called in this process, and a folder of the person's own scripts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from partswork.cli import main
from tests.practices import Own


class Said(NamedTuple):
    """What a command came to."""

    code: object
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call a command in this process."""

    def call_it(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["partswork", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        return Said(end.value.code, *capsys.readouterr())

    return call_it


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """The person's own scripts, where the commands look for them."""
    return Own(tmp_path / "scripts")
