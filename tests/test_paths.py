"""Where things are. Asking makes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from partswork.paths import Places, places


def test_one_folder_holds_everything_where_one_is_named(tmp_path: Path) -> None:
    here = places()
    assert here == Places(tmp_path / "data", tmp_path / "config", tmp_path / "scripts")
    assert here.journal == tmp_path / "data" / "journal.db"
    assert here.settings == tmp_path / "config" / "settings.toml"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["home", "./home", "~/home"])
def test_a_home_may_be_named_in_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("PARTSWORK_HOME", said)
    assert places().data == tmp_path / "home" / "data"


@pytest.mark.parametrize("home", ["", None])
def test_otherwise_the_system_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str | None
) -> None:
    if home is None:
        monkeypatch.delenv("PARTSWORK_HOME")
    else:
        monkeypatch.setenv("PARTSWORK_HOME", home)
    here = places()
    assert here.scripts == here.data / "scripts"
    for place in (here.data, here.config):
        assert place.is_absolute()
        assert "partswork" in place.parts
        assert not place.is_relative_to(tmp_path)
        assert not place.exists()


@pytest.mark.skipif(os.name != "posix", reason="as freedesktop.org has it")
def test_on_linux_the_freedesktop_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    if sys.platform == "darwin":
        pytest.skip("macOS has folders of its own")
    monkeypatch.delenv("PARTSWORK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "etc"))
    share = tmp_path / "share" / "partswork"
    assert places() == Places(share, tmp_path / "etc" / "partswork", share / "scripts")
