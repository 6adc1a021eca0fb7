"""The built wheel: complete, and at work from any folder."""

from __future__ import annotations

import json
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from venv import EnvBuilder

import pytest

from tests.project.tree import ROOT, run


@dataclass(frozen=True, slots=True)
class Installed:
    """partswork in an environment of its own, away from the project's folder."""

    program: str
    python: str
    packages: Path


def _build(target: str, source: Path, into: Path) -> Path:
    told = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into), at=source)
    assert told.returncode == 0, told.stderr
    [built] = into.iterdir()
    return built


def _unpack(archive: Path, into: Path) -> Path:
    # `extractall` wants a filter from Python 3.12 on, and does not know the word before 3.11.4.
    with tarfile.open(archive) as source:
        for member in source:
            if content := source.extractfile(member):
                file = into / member.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())
    return into


def _names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return sorted(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    builder = EnvBuilder(with_pip=False)
    builder.create(folder)
    context = builder.ensure_directories(folder)
    python = Path(context.env_exe)
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    told = run(*pip, "install", "--no-index", "--no-deps", str(wheel))
    assert told.returncode == 0, told.stderr
    # What partswork needs is lent by the environment the tests run in. A line in a .pth file lends the
    # packages there, but not what they themselves put on the path: the project's folder stays out.
    packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(folder)}))
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return Installed(str(Path(context.bin_path) / "partswork"), str(python), packages)


def test_the_wheel_carries_the_library(wheel: Path) -> None:
    scripts = [path.relative_to(ROOT / "scripts") for path in (ROOT / "scripts").rglob("*.yaml")]
    library = {f"partswork/library/{path.as_posix()}" for path in scripts}
    assert "partswork/library/daily-check-in.yaml" in library
    assert library <= set(_names(wheel))


def test_the_wheel_carries_the_page_of_every_finding(wheel: Path) -> None:
    pages = {f"partswork/findings/{path.name}" for path in (ROOT / "docs" / "findings").glob("*.md")}
    assert pages <= set(_names(wheel))


def test_the_wheel_is_typed_and_holds_nothing_else(wheel: Path) -> None:
    names = _names(wheel)
    assert "partswork/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"partswork"}
    assert [name for name in names if "__pycache__" in name] == []


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    [unpacked] = _unpack(_build("sdist", ROOT, tmp_path / "sdist"), tmp_path / "unpacked").iterdir()
    kept = {path.name for path in unpacked.iterdir()}
    assert {"Makefile", "LICENSE", "README.md", "requirements", "scripts", "tests"} <= kept
    assert _names(_build("wheel", unpacked, tmp_path / "again")) == _names(wheel)


def test_it_runs_from_its_own_environment(installed: Installed, tmp_path: Path) -> None:
    told = run(installed.python, "-c", "import partswork; print(partswork.__file__)", at=tmp_path)
    assert Path(told.stdout.strip()).is_relative_to(installed.packages)


def test_it_lists_the_library_from_another_folder(installed: Installed, tmp_path: Path) -> None:
    told = run(installed.program, "scripts", "--json", at=tmp_path)
    assert told.returncode == 0, told.stderr
    sources = {script["id"]: script["source"] for script in json.loads(told.stdout)}
    assert sources["daily-check-in"] == "built-in"


def test_it_begins_a_check_in_from_another_folder(installed: Installed, tmp_path: Path) -> None:
    told = run(installed.program, "run", "daily-check-in", "--plain", "--demo", at=tmp_path)
    assert told.stdout.splitlines()[-1] == "Nothing was saved.", told.stderr
    # There is nobody at the keyboard: a session that runs out of input pauses.
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
