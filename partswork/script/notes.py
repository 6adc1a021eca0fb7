"""Notes: words for the person guiding."""

from __future__ import annotations

from dataclasses import dataclass

from partswork.script.words import Words


@dataclass(frozen=True, slots=True)
class Note:
    """Words for the person guiding; never shown to the one being guided."""

    say: Words | None = None
    watch_for: Words | None = None
    if_stuck: Words | None = None
