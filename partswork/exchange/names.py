"""Names of files: safe on every system, and no two alike, whatever a practice or a part is called."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from partswork.cleaning import clean
from partswork.exchange.choosing import day_of
from partswork.journal import KnownPart, SessionSummary
from partswork.wording import exchange as words

_LONGEST = 40
"""Characters; even at four bytes each, with the rest of the name, within what systems allow."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\[\]#^%&{}$!@`=~_]')
_SHORT_ID = 8
# Windows keeps these for itself, with any ending.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


def session_names(sessions: Iterable[SessionSummary]) -> dict[str, str]:
    """Return a name for each session by id, without an ending: its day, its practice, its id's beginning."""
    wished = {
        one.id: f"{day_of(one.started).isoformat()} {_safe(one.script)} {one.id[:_SHORT_ID]}".replace(
            "  ", " "
        )
        for one in sessions
    }
    return _each_its_own(wished)


def part_names(parts: Iterable[KnownPart]) -> dict[str, str]:
    """Return a name for each part by id, without an ending: its own, as near as can be."""
    return _each_its_own({part.id: _safe(part.name) or words.UNNAMED for part in parts})


def _each_its_own(wished: Mapping[str, str]) -> dict[str, str]:
    """Return the wished names; where several are alike, each of them with its whole id behind."""
    names = dict(wished)
    while True:
        alike = Counter(_folded(name) for name in names.values())
        if len(alike) == len(names):
            return names
        for id, name in names.items():
            if alike[_folded(name)] > 1:
                names[id] = f"{name} {id}"


def _safe(text: str) -> str:
    kept = unicodedata.normalize("NFC", clean(text).encode("utf-8", "ignore").decode("utf-8"))
    # What nobody sees would make two files that look alike.
    seen = "".join(one for one in kept if unicodedata.category(one) not in ("Cf", "Cn", "Co"))
    short = " ".join(_UNSAFE.sub(" ", seen).split())[:_LONGEST].strip(" .")
    return f"{words.UNNAMED} {short}" if _RESERVED.fullmatch(short.split(".")[0].strip()) else short


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
