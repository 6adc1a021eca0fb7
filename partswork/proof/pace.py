"""How long someone unhurried stays with a step, besides what is timed. Estimates, to say about how long."""

from __future__ import annotations

from typing import assert_never

from partswork.script.steps import (
    Ask,
    Breathe,
    Choose,
    Distress,
    Locate,
    NamePart,
    Pause,
    Question,
    Rate,
    Say,
    Scan,
    Shown,
)
from partswork.script.words import Words, plain_text

WORDS_A_SECOND = 2.5
"""Read slowly, as for somebody with closed eyes."""
OPEN_PAUSE = 45
"""Seconds of a pause that is as long as one likes."""


def unhurried(step: Shown) -> int:
    """Return the seconds that reading, and answering, take besides what is timed."""
    reading = _words(step.words if isinstance(step, Say | Question) else step.text) / WORDS_A_SECOND
    match step:
        case Say():
            staying = 3
        case Pause():
            staying = 0 if step.seconds else OPEN_PAUSE
        case Breathe():
            staying = 0
        case Ask():
            staying = 40
        case Distress() | Rate() | Choose():
            staying = 6
        case NamePart() | Locate():
            staying = 12
        case Scan():
            staying = 6 * len(step.scales)
        case _:
            assert_never(step)
    return round(reading + staying)


def _words(words: Words | None) -> int:
    return len(plain_text(words).split()) if words is not None else 0
