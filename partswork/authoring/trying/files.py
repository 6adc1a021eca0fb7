"""Where tests are, and the scripts they are of."""

from __future__ import annotations

from pathlib import Path

from partswork.catalogue.folders import ENDINGS, is_file, library_folder, script_files, script_test_files

TESTS = "tests"
"""The folder beside scripts that their tests are kept in."""


def tests_in(folder: Path) -> list[Path]:
    """Return the tests in a folder, and in the folder for tests in it."""
    return [*script_test_files(folder), *script_test_files(folder / TESTS)]


def all_tests(own: Path) -> list[Path]:
    """Return the tests that come with partswork, then those in the folder of one's own scripts."""
    return [*tests_in(library_folder()), *tests_in(own)]


def script_of(name: str, test: Path, own: Path) -> Path | None:
    """Return the file of the script that a test is of, None where there is none.

    Args:
        name: its id, or where it is from the test's folder.
        test: the file of the test.
        own: the folder of the person's own scripts.
    """
    if name.endswith(ENDINGS):
        file = test.parent / name
        return file if is_file(file) else None
    files = (folder / (name + ending) for folder in _folders(test, own) for ending in ENDINGS)
    return next(filter(is_file, files), None) if Path(name).name == name else None


def ids_near(test: Path, own: Path) -> list[str]:
    """Return the ids of the scripts that a test may be of."""
    return [file.stem for folder in _folders(test, own) for file in script_files(folder)]


def _folders(test: Path, own: Path) -> tuple[Path, ...]:
    return (test.parent, test.parent.parent, own, library_folder())
