"""A command that is misspelled is told with the one that may be meant."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check"), ("script", "scripts"), ("Check", "check")])
def test_the_nearest_command_is_named(call: Call, typed: str, meant: str) -> None:
    said = call(typed)
    assert (said.code, said.out) == (2, "")
    assert f"No such command '{typed}'. Did you mean {meant}?" in said.err


def test_of_one_that_is_like_none_nothing_is_made_up(call: Call) -> None:
    assert "Did you mean" not in call("xyzzy").err
