"""How the lines of a script stand, seen without reading it: for files that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BEGINS_WORDS = re.compile(r"(?:^|[\s:-])[|>][-+\d]{0,2}\s*(?:#.*)?$")
_BEFORE_KEY = re.compile(r"[ -]*")


_ODD = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_IS_ODD = re.compile(f"[{_ODD}]")
# In the indentation, behind a dash or a key's colon, or before the colon. What follows a blank is harmless,
# but before a |.
_ODD_PLACE = re.compile(rf"[ -]*(?:\w+:|\w+(?=[{_ODD} ]+:)|\w+: +(?=[{_ODD}]+ *[|>]))?([{_ODD}])")


def odd_blank(text: str) -> tuple[int, str] | None:
    """Return where the first blank stands that is none to YAML but stands for one, and its name.

    Among words, where a no-break space is as good as any, it is passed over.
    """
    if text.isascii() or _IS_ODD.search(text) is None:
        return None
    lines = text.split("\n")
    for number, line in outside_words(lines):
        found = _ODD_PLACE.match(line)
        if found is not None:
            before = sum(len(one) + 1 for one in lines[: number - 1])
            return before + found.start(1), f"U+{ord(found[1]):04X}"
    return None


def standing(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def outside_words(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each line that is neither empty nor words under a |, with its number from 1."""
    under: int | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if under is not None and standing(line) > under:
            continue
        under = None
        yield number, line
        if _BEGINS_WORDS.search(line):
            before = _BEFORE_KEY.match(line)
            under = before.end() if before is not None else 0
