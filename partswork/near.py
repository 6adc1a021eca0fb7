"""Which word someone may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST = 64
"""Comparing is quadratic in the length, and nobody mistypes a word of more letters."""

_MOST = 200
"""Comparing with tens of thousands of names would take a minute; scripts have some dozens."""


def nearest(written: str, legal: Iterable[str]) -> str | None:
    """Return the word of `legal` most like `written`, or None when none is close."""
    if not 0 < len(written) <= _LONGEST:
        return None
    words = list(islice((word for word in legal if len(word) <= _LONGEST), _MOST))
    folded = {word.casefold().replace("-", "_"): word for word in words}
    same = folded.get(written.casefold().replace("-", "_").replace(" ", "_"))
    close = [same] if same is not None else get_close_matches(written, words, n=1, cutoff=0.6)
    return close[0] if close else None
