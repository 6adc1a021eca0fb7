"""Turning a step of the script into a beat to show."""

from __future__ import annotations

from partswork.guide.beats import Beat, Interlude
from partswork.guide.events import Asked
from partswork.guide.held import Look, fill
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
from partswork.script.words import NOTHING, Prose, Words

KINDS: dict[type[Question], str] = {
    Ask: "ask",
    Choose: "choose",
    Distress: "distress",
    Locate: "locate",
    NamePart: "name_part",
    Rate: "rate",
    Scan: "scan",
}
"""The word of the language for each kind of question; answers are kept with it."""


def beat_of(
    step: Shown, title: Prose, path: str, asked: Asked | None, interlude: Interlude | None, look: Look
) -> Beat:
    """Return a step as it is shown, every fill filled.

    Raises:
        Unsettled: a fill has no answer and nothing to fall back on.
    """

    def say(words: Words | None) -> Prose:
        return fill(words or NOTHING, look)

    return Beat(
        step=step,
        section=path,
        title=title,
        words=say(step.text if isinstance(step, Pause | Breathe) else step.words),
        asked=asked,
        help=Prose() if isinstance(step, Say | Pause | Breathe) else say(step.help),
        labels=_labels(step, look),
        meanings={scale.name: say(scale.meaning) for scale in step.scales} if isinstance(step, Scan) else {},
        low=say(step.low) if isinstance(step, Rate) else Prose(),
        high=say(step.high) if isinstance(step, Rate) else Prose(),
        placeholder=say(step.placeholder) if isinstance(step, Ask) else Prose(),
        interlude=interlude,
    )


def _labels(step: Shown, look: Look) -> dict[str, Prose]:
    if isinstance(step, Choose):
        return {option.key: fill(option.label, look) for option in step.options}
    if isinstance(step, Scan):
        return {scale.name: fill(scale.label, look) for scale in step.scales}
    return {}
