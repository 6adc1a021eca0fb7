"""Where scripts are: the built-in ones, and the folders a script's shared ones are looked for in."""

from __future__ import annotations

import os
from pathlib import Path

ENDINGS = (".yaml", ".yml")


def library_folder() -> Path:
    """Return the folder of the built-in scripts: in the package once installed, else beside it."""
    package = Path(__file__).parent.parent
    shipped = package / "library"
    return shipped if shipped.is_dir() else package.parent / "scripts"


def script_files(folder: Path) -> list[Path]:
    """Return the files of a folder that call themselves scripts, by name; none where it is missing.

    Hidden ones are an editor's, on their way to be a script or what is left of one.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix in ENDINGS]
        return sorted(path for path in found if not path.name.startswith("."))
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
