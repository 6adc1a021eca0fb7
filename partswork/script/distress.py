"""Distress bands. They live here and nowhere else: our cut-offs, not a clinical standard.

The guide and the proof both go by them; the interface never shows a band.
"""

from __future__ import annotations

from typing import Literal

Band = Literal["low", "raised", "high"]

RAISED_FROM = 5
HIGH_FROM = 7
RISE = 3


def band(said: object, lowest: int | None, *, deep: bool) -> Band:
    """Return the band of one answer.

    Args:
        said: 0-10, `numb`, `unsure`, or None for skipped.
        lowest: the lowest number given earlier in this session, None if there is none.
        deep: asked inside a deep section, where not knowing counts as high.
    """
    if said == "numb":
        return "high"
    if not isinstance(said, int):
        return "high" if deep else "raised"
    risen = lowest is not None and said >= RAISED_FROM and said - lowest >= RISE
    if said >= HIGH_FROM or risen:
        return "high"
    return "raised" if said >= RAISED_FROM else "low"
