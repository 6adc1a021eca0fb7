"""The widget that a beat needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from textual.widget import Widget

from partswork.cleaning import clean
from partswork.guide import Beat, PartGiven
from partswork.script.steps import (
    Ask,
    Breathe,
    Choose,
    Distress,
    Locate,
    NamePart,
    Pause,
    Rate,
    Say,
    Scan,
    may_skip,
)
from partswork.session import KnownPart
from partswork.tui.content import prose
from partswork.tui.widgets.breath import Breath
from partswork.tui.widgets.calm import Quiet, Resting
from partswork.tui.widgets.choices import Choosing, ChoosingMany, Naming
from partswork.tui.widgets.places import Placing
from partswork.tui.widgets.scale import ScaleRow, Scaling
from partswork.tui.widgets.writing import Writing
from partswork.wording import app as words


def control_for(beat: Beat, draft: str, known: Sequence[KnownPart], *, kept: bool) -> Widget:
    """Return the widget that takes what a person does at a beat.

    Args:
        beat: what is to be shown.
        draft: what was written for it and not given yet.
        known: the parts met so far.
        kept: whether what is written is kept.
    """
    step, before, draft = beat.step, beat.before, clean(draft)
    match step:
        case Say():
            return Resting()
        case Pause():
            return Quiet(step.seconds)
        case Breathe():
            return Breath(step)
        case Distress():
            extra = {"numb": words.NUMB, "unsure": words.UNSURE}
            said = before if isinstance(before, int | str) else None
            scale = ScaleRow(0, 10, words.CALM, words.OVERWHELMED, extra, said)
            return Scaling(scale, optional=True)
        case Rate():
            said = before if isinstance(before, int) else None
            scale = ScaleRow(step.least, step.most, str(beat.low), str(beat.high), {}, said)
            return Scaling(scale, optional=step.optional)
        case Ask():
            text = draft or clean(before if isinstance(before, str) else "")
            return Writing(text, str(beat.placeholder), optional=step.optional, kept=kept)
        case Choose() if step.many:
            chosen = before if isinstance(before, tuple) else ()
            return ChoosingMany({key: prose(label) for key, label in beat.labels.items()}, chosen)
        case Choose():
            key = before if isinstance(before, str) else None
            return Choosing(beat.labels, key, optional=step.optional)
        case Scan():
            # Imported here: the largest of the widgets, for one practice in many.
            from partswork.tui.widgets.readings import Readings, Scanning

            labels = {name: str(label) for name, label in beat.labels.items()}
            meanings = {name: str(meaning) for name, meaning in beat.meanings.items()}
            said_before = before if isinstance(before, dict) else {}
            return Scanning(Readings(labels, meanings, step.scale_words, said_before))
        case NamePart():
            name = draft or clean(before.name if isinstance(before, PartGiven) else "")
            return Naming([part.name for part in known], name, optional=may_skip(step))
        case Locate():
            drafted = tuple(place for piece in draft.split(",") if (place := " ".join(piece.split())))
            return Placing(drafted or (before if isinstance(before, tuple) else ()), optional=step.optional)
        case _:
            assert_never(step)
