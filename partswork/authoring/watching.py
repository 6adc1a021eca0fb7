"""Waiting until somebody saves: looking at files again and again, and telling each change when it rests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from partswork.catalogue.folders import script_files

BETWEEN_LOOKS = 0.5
"""Seconds."""

Look = Mapping[Path, tuple[int, ...]]
"""What can be seen of each file from outside; a file that is not there is missing here too."""


def look(files: Iterable[Path], folders: Iterable[Path]) -> Look:
    """Look at some files, and at every script in some folders; any of them may be missing.

    Shared scripts of one's own are found by their folder, so one that is new is seen as well.
    """
    every = [*files, *(path for folder in folders for path in script_files(folder))]
    return {path: stamp for path in every if (stamp := _stamp(path)) is not None}


def changes(look: Callable[[], Look], wait: Callable[[], None]) -> Iterator[None]:
    """Yield at once, and again whenever something has changed and then stayed as it is.

    An editor may empty a file before it writes it, or take it away and put another in its place.

    Args:
        look: looks at all there is to look at.
        wait: returns when it is time to look again.
    """
    seen = look()
    yield
    while True:
        wait()
        now = look()
        if now == seen:
            continue
        seen = _at_rest(now, look, wait)
        yield


def _at_rest(now: Look, look: Callable[[], Look], wait: Callable[[], None]) -> Look:
    while True:
        wait()
        before, now = now, look()
        if now == before:
            return now


def _stamp(path: Path) -> tuple[int, ...] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
