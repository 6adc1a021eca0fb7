"""The words someone sees in a session, and those most like words that were expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partswork.guide import Beat

_MOST_WORDS = 40
"""No more words of what was expected are compared; nobody needs more to find the place."""

_LIKE_ENOUGH = 0.4
"""How many of the words must be the same for a place to be told as near."""


def all_shown(beat: Beat) -> list[str]:
    """Return all the words on one screen, each text in one line; emphasis leaves no mark."""
    texts = (
        *(beat.title, beat.words, *beat.labels.values(), *beat.meanings.values()),
        *(beat.low, beat.high, beat.placeholder, beat.help),
    )
    return [line for text in texts if (line := " ".join(str(text).split()))]


def nearest_shown(expected: str, shown: Iterable[str]) -> str | None:
    """Return those words of what was shown that are most like what was expected, None where none are."""
    sought = [_bare(word) for word in expected.split()[:_MOST_WORDS]]
    best, nearest = _LIKE_ENOUGH * len(sought), None
    for text in dict.fromkeys(shown):
        words = text.split()
        bare = [_bare(word) for word in words]
        for start in range(max(1, len(words) - len(sought) + 1)):
            same = (Counter(sought) & Counter(bare[start : start + len(sought)])).total()
            if same > best:
                best, nearest = same, " ".join(words[start : start + len(sought)])
    return nearest


def _bare(word: str) -> str:
    return word.casefold().strip(".,:;?!\"'“”")
