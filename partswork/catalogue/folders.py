"""Where scripts are: the built-in ones, and the folders a script's shared ones are looked for in."""

from __future__ import annotations

import os
from pathlib import Path

ENDINGS = (".yaml", ".yml")
TEST_ENDINGS = (".test.yaml", ".test.yml")
"""Files that test scripts; they are none themselves."""


def library_folder() -> Path:
    """Return the folder of the built-in scripts: in the package once installed, else beside it."""
    package = Path(__file__).parent.parent
    shipped = package / "library"
    return shipped if shipped.is_dir() else package.parent / "scripts"


def script_files(folder: Path) -> list[Path]:
    """Return the files of a folder that call themselves scripts, by name; none where it is missing.

    Hidden ones are an editor's, on their way to be a script or what is left of one. Those that test
    scripts are left out.
    """
    found = [path for path in _files(folder, ENDINGS) if not path.name.endswith(TEST_ENDINGS)]
    return [path for path in found if not path.name.startswith(".")]


def script_test_files(folder: Path) -> list[Path]:
    """Return the files of a folder that test scripts, by name; none where it is missing."""
    return [path for path in _files(folder, TEST_ENDINGS) if not path.name.startswith(".")]


def _files(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(endings))
    except OSError:
        return []


def is_file(path: Path) -> bool:
    """Whether there is a file, as far as one may look: what cannot be asked for is not there."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_built_in(path: Path) -> bool:
    """Whether a file is one of the built-in scripts."""
    return Path(os.path.normpath(path)).is_relative_to(library_folder())


def shared_folders(path: Path, own: Path) -> tuple[Path, ...]:
    """Return where the shared scripts that the script at `path` uses are looked for, in order.

    Args:
        path: the script's file.
        own: the folder of the person's own scripts.
    """
    built_in = library_folder() / "shared"
    return (built_in,) if is_built_in(path) else (path.parent, own / "shared", built_in)
