"""The project's own files, as the tests of this folder look at them."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file git keeps or would keep; skips the test where this is not a repository."""
    # The configuration that trusts this folder may be the person's own, which no test sees.
    git = ["git", "-c", f"safe.directory={ROOT}"]
    told = run(*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if told.returncode:
        pytest.skip("not a git repository")
    return tuple(path for name in told.stdout.split("\0") if (path := ROOT / name).is_file())


def run(*command: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder `at`, with nobody at the keyboard and nothing lent to its Python."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        command,
        cwd=at,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def package() -> tuple[Path, ...]:
    """Return the modules of the program itself."""
    return tuple(sorted((ROOT / "partswork").rglob("*.py")))


def shown(path: Path) -> str:
    """Return a path as a failing test should name it."""
    return path.relative_to(ROOT).as_posix()
