"""What tests/conftest.py promises: no test can reach the journal of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.paths import places


def test_the_journal_of_a_test_is_its_own(tmp_path: Path) -> None:
    assert places().journal.is_relative_to(tmp_path)


def test_the_home_of_a_test_is_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTSWORK_HOME", raising=False)
    assert places().journal.is_relative_to(tmp_path_factory.getbasetemp())
    assert places().settings.is_relative_to(tmp_path_factory.getbasetemp())
