"""What every test stands on: a home of its own, the real clock, and hypothesis set for where it runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: wall time says more about the machine than about the code. On CI the same examples
# every time, so that a failure there is the change's own; elsewhere new ones, to find more.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_HOMES = (
    *("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
    *("APPDATA", "LOCALAPPDATA", "USERPROFILE"),
)


@pytest.fixture(autouse=True)
def _a_home_of_its_own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the test, and every program it starts, away from the person's own journal and settings."""
    elsewhere = str(tmp_path_factory.mktemp("home"))
    for name in _HOMES:
        monkeypatch.setenv(name, elsewhere)
    monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path))
    monkeypatch.delenv("PARTSWORK_NOW", raising=False)
