"""A picture of the screen, saved where they asked for it and nowhere else."""

from __future__ import annotations

import os
import re
from pathlib import Path

from partswork.clock import now
from partswork.wording import app as words

_ADDRESSES = re.compile(r"@font-face\s*\{[^}]*\}|<!--.*?-->", re.DOTALL)


def without_addresses(svg: str) -> str:
    """Return a picture that asks no network for its letters; Textual's says where to load a font from."""
    return _ADDRESSES.sub("", svg)


def save_picture(svg: str, folder: Path) -> str:
    """Save a picture that only this person can read; return a sentence that says so, or that it could not.

    Args:
        svg: the picture.
        folder: where it goes; made where missing.
    """
    path = folder / f"partswork-{now():%Y-%m-%d-%H%M%S}.svg"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(without_addresses(svg))
    except OSError:
        return words.PICTURE_NOT_SAVED
    return words.PICTURE_SAVED.format(path=path)
