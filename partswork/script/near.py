"""Which word someone may have meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

_LONGEST = 64
"""Comparing is quadratic in the length, and nobody mistypes a word of more letters."""


def nearest(written: str, legal: Sequence[str]) -> str | None:
    """Return the word of `legal` most like `written`, or None when none is close."""
    if not 0 < len(written) <= _LONGEST:
        return None
    close = get_close_matches(written, [word for word in legal if len(word) <= _LONGEST], n=1, cutoff=0.6)
    if close:
        return close[0]
    folded = {word.casefold().replace("-", "_"): word for word in legal}
    return folded.get(written.casefold().replace("-", "_").replace(" ", "_"))
