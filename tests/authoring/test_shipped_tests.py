"""The script tests that come with partswork: each is as expected, and no practice is without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.authoring.trying import Bench
from tests.script.scripts import ROOT

SHIPPED = sorted((ROOT / "scripts" / "tests").glob("*.test.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name.removesuffix(".test.yaml"))
def test_every_test_that_comes_with_partswork_is_as_expected(path: Path, tmp_path: Path) -> None:
    tried = Bench(tmp_path).try_out(path)
    assert (tried.findings, tried.failures) == ((), ())
    assert tried.test is not None
    assert path.name.startswith(tried.test.script.text)


@pytest.mark.parametrize("path", sorted((ROOT / "scripts").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_practice_that_comes_with_partswork_has_a_test(path: Path) -> None:
    assert any(one.name.startswith(f"{path.stem}-") for one in SHIPPED)
