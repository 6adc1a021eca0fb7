"""What pre-commit runs over other people's scripts: real commands, and just the files they are for."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from partswork.cli.entry import COMMANDS
from tests.project.tree import ROOT

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}


def runs_on(hook: dict[str, Any], path: str) -> bool:
    """Return whether pre-commit gives a YAML file to a hook."""
    # As pre-commit does: `files` and `exclude` are searched for in the path.
    return bool(re.search(hook.get("files", ""), path)) and not re.search(hook.get("exclude", "^$"), path)


def test_there_are_these_two() -> None:
    assert set(HOOKS) == {"partswork-check", "partswork-test"}


@pytest.mark.parametrize("id", HOOKS)
def test_each_calls_a_command_there_is(id: str) -> None:
    program, command = HOOKS[id]["entry"].split()
    assert program == "partswork"
    assert command in COMMANDS
    assert (HOOKS[id]["language"], HOOKS[id]["types"]) == ("python", ["yaml"])
    assert {"name", "description"} <= set(HOOKS[id])


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("tea.yaml", {"partswork-check"}),
        ("some/shared/tea.yml", {"partswork-check"}),
        ("tea.test.yaml", {"partswork-test"}),
        ("some/tea.test.yml", {"partswork-test"}),
        (".pre-commit-config.yaml", set()),
        (".github/workflows/check.yaml", set()),
        (".tea.test.yaml", set()),
    ],
)
def test_each_file_goes_where_it_belongs(path: str, runs: set[str]) -> None:
    assert {id for id, hook in HOOKS.items() if runs_on(hook, path)} == runs
