"""What a command loads: the quick ones stay quick, and only the app needs Textual."""

from __future__ import annotations

import sys

import pytest

from tests.project.tree import run

_RUN = """
import sys
from partswork.cli import main

sys.argv = ["partswork", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*sorted(sys.modules), file=sys.stderr)
"""


def _loaded(*arguments: str) -> set[str]:
    told = run(sys.executable, "-c", _RUN, *arguments)
    assert told.returncode == 0, told.stderr
    return set(told.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_next_to_nothing(argument: str) -> None:
    assert _loaded(argument) & {"textual", "rich", "yaml", "sqlcipher3", "platformdirs"} == set()


@pytest.mark.parametrize("command", [["scripts"], ["scripts", "--json"], ["check"], ["check", "--json"]])
def test_listing_and_checking_never_load_textual(command: list[str]) -> None:
    assert _loaded(*command) & {"textual", "rich"} == set()


def test_listing_needs_no_journal() -> None:
    assert "sqlcipher3" not in _loaded("scripts")
