"""What a front end shows: one beat at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from partswork.guide.events import Asked, How, Turned
from partswork.guide.values import Value
from partswork.script.steps import Shown
from partswork.script.words import Prose

Interlude = Literal["asked", "owed", "stopping", "ending"] | Turned
"""Why the script's grounding is being gone through just now, outside its own place:

asked for; owed after leaving something deep; they stopped; an ending came while grounding was
owed; or the guide turned away from what came next, because of a refusal, high distress, or a deep
section without what it needs.
"""
ENDS_AFTER: frozenset[Interlude] = frozenset({"stopping", "ending", "refused", "high", "needs"})
"""Grounding that the session ends after."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One step to show, with every fill filled.

    Attributes:
        step: the script's step.
        section: the section one is in; inside a shared script `meeting/unblending`.
        title: the section's title, empty where it has none and for grounding that came in between.
        words: what is said or asked; empty for silence without words.
        asked: for a question, which asking of it this is.
        help: more about a question, for those who ask.
        labels: for a choice or a scan, the label of each option or scale by key, in order.
        meanings: for a scan, what each scale means, where the script says so.
        low, high: for a scale, what stands at its ends.
        placeholder: for an ask, what stands in the empty room for words.
        before: the answer that was just taken back, offered again.
        interlude: why grounding came in between, None in the script's own course.
    """

    step: Shown
    section: str
    title: Prose
    words: Prose
    asked: Asked | None = None
    help: Prose = Prose()
    labels: dict[str, Prose] = field(default_factory=dict)
    meanings: dict[str, Prose] = field(default_factory=dict)
    low: Prose = Prose()
    high: Prose = Prose()
    placeholder: Prose = Prose()
    before: Value | None = None
    interlude: Interlude | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The session is over.

    Attributes:
        how: as the script or the person ended it.
        turned: why the guide turned away before, None where it did not.
        high: distress was high when it was last asked.
    """

    how: How
    turned: Turned | None = None
    high: bool = False

    @property
    def people(self) -> bool:
        """Whether to close on who to call."""
        return self.how == "people" or self.turned == "high" or self.high


@dataclass(frozen=True, slots=True)
class Impasse:
    """The script cannot go on: it shows or tests an answer that was never given, or goes round too long.

    Attributes:
        name: the answer's name, None where it goes round too long.
        section: the section one is in.
    """

    name: str | None
    section: str
