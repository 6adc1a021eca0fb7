"""Silence and breath as they are written."""

from __future__ import annotations

import re

from partswork.script.steps import Breath

AS_LONG_AS_THEY_LIKE = "as long as you like"
LONGEST_PAUSE = 600
LONGEST_PHASE = 20

_PAUSE = re.compile(r"(\d{1,4})\s+(seconds?|minutes?)")
_PHASE = re.compile(r"(\d{1,3})\s+(in|hold|out)")
_ORDERS = (("in", "out"), ("in", "hold", "out"), ("in", "out", "hold"), ("in", "hold", "out", "hold"))


def parse_pause(text: str) -> int | None:
    """Return a pause in seconds, None for as long as they like.

    Raises:
        ValueError: it is neither, or outside 1 second to 10 minutes.
    """
    said = " ".join(text.split())
    if said == AS_LONG_AS_THEY_LIKE:
        return None
    found = _PAUSE.fullmatch(said)
    if found is None:
        raise ValueError(said)
    seconds = int(found.group(1)) * (60 if found.group(2).startswith("minute") else 1)
    if not 1 <= seconds <= LONGEST_PAUSE:
        raise ValueError(said)
    return seconds


def parse_breath(text: str) -> tuple[tuple[Breath, int], ...]:
    """Return the phases of a breath with their seconds, such as `4 in, 6 out`.

    Raises:
        ValueError: not in, perhaps hold, out, perhaps hold, each 1 to 20 seconds.
    """
    phases: list[tuple[Breath, int]] = []
    for piece in text.split(","):
        found = _PHASE.fullmatch(" ".join(piece.split()))
        if found is None or not 1 <= int(found.group(1)) <= LONGEST_PHASE:
            raise ValueError(text)
        phase: Breath = "in" if found.group(2) == "in" else "out" if found.group(2) == "out" else "hold"
        phases.append((phase, int(found.group(1))))
    if tuple(phase for phase, _ in phases) not in _ORDERS:
        raise ValueError(text)
    return tuple(phases)
