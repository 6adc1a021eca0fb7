"""The exact versions in requirements/: complete, hashed, and those that pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT

_PIN = r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)( ; [^\\]+)? \\"
_HASH = r"    --hash=sha256:[0-9a-f]{64}( \\)?"
_LINE = re.compile(f"#.*|{_PIN}|{_HASH}")
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Pins:
    """One file of requirements/: each package with its one version, and how many hashes it has."""

    versions: dict[str, str]
    hashes: dict[str, int]


def _read(name: str) -> Pins:
    pins = Pins({}, {})
    package = ""
    for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines():
        seen = _LINE.fullmatch(line)
        assert seen, f"{name}.txt: {line}"
        if seen["name"]:
            package = seen["name"]
            assert package not in pins.versions
            pins.versions[package] = seen["version"]
            pins.hashes[package] = 0
        elif "--hash" in line:
            pins.hashes[package] += 1
    return pins


def _asked(name: str) -> list[Requirement]:
    listed = _PROJECT["project"]["dependencies"] if name == "runtime" else _PROJECT["dependency-groups"][name]
    return [Requirement(line) for line in listed if isinstance(line, str)]


@pytest.mark.parametrize("name", ["runtime", "build", "dev"])
def test_every_pin_has_hashes(name: str) -> None:
    pins = _read(name)
    assert [package for package, count in pins.hashes.items() if not count] == []


@pytest.mark.parametrize("name", ["runtime", "build", "dev"])
def test_the_pins_are_what_the_project_asks_for(name: str) -> None:
    versions = _read(name).versions
    unmet = [
        str(asked)
        for asked in _asked(name)
        if versions.get(canonicalize_name(asked.name), "0") not in asked.specifier
    ]
    assert unmet == []


@pytest.mark.parametrize("name", ["runtime", "build"])
def test_development_uses_the_same_versions(name: str) -> None:
    everything = _read("dev").versions.items()
    assert _read(name).versions.items() <= everything
