"""The program itself, run as a person or another program would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTSWORK = (sys.executable, "-m", "partswork")

TIMEOUT = 60
"""Seconds. Nothing here takes one; what waits for ever is to fail, also on a machine that is busy."""

NOBODY = 65534

# Imports all that a command may need while it still may, and gives up every privilege.
_AS_NOBODY = """
import encodings.utf_8_sig, importlib, os, resource, sys
from pathlib import Path

import filelock, platformdirs, tomllib, wcwidth, yaml
from sqlcipher3 import dbapi2

import partswork

root = Path(partswork.__file__).parent
for path in sorted(root.rglob("*.py")):
    name = ".".join(path.relative_to(root.parent).with_suffix("").parts)
    if not {"tui", "__init__", "__main__"} & set(name.split(".")):
        importlib.import_module(name)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
sys.argv[0] = "partswork"
partswork.cli.main()
"""


def run(
    *arguments: str,
    lines: Iterable[str] = (),
    env: Mapping[str, str] | None = None,
    at: Path | None = None,
    as_nobody: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command with these lines on its standard input; what it says comes back as text.

    Args:
        arguments: what stands behind `partswork`.
        lines: without their ends.
        env: what is set besides the surroundings of the test.
        at: the folder to run in.
        as_nobody: without any privilege, whoever runs the test.
    """
    program = (sys.executable, "-c", f"NOBODY = {NOBODY}\n{_AS_NOBODY}") if as_nobody else PARTSWORK
    return subprocess.run(
        [*program, *arguments],
        input="".join(f"{line}\n" for line in lines),
        env=surroundings(env),
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=TIMEOUT,
        check=False,
    )


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the surroundings of a program that finds this project, and nothing lent by the test's Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPATH": str(ROOT), **(more or {})}
