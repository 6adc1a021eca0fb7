"""Walking a script: a pure function of (script, brought, events). No screen, no disk, no clock."""

from partswork.guide.beats import ENDS_AFTER, Beat, Ending, Impasse, Interlude
from partswork.guide.events import (
    Answered,
    Asked,
    Back,
    Ended,
    EnteredDeep,
    Event,
    Grounded,
    Grounding,
    Paused,
    Skipped,
    Stopped,
)
from partswork.guide.folding import CannotFollow, questions_met
from partswork.guide.taking_back import live
from partswork.guide.values import Brought, DoesNotFit, PartGiven, Value, fit
from partswork.guide.walk import Walk, begin, replay

__all__ = [
    "ENDS_AFTER",
    "Answered",
    "Asked",
    "Back",
    "Beat",
    "Brought",
    "CannotFollow",
    "DoesNotFit",
    "Ended",
    "Ending",
    "EnteredDeep",
    "Event",
    "Grounded",
    "Grounding",
    "Impasse",
    "Interlude",
    "PartGiven",
    "Paused",
    "Skipped",
    "Stopped",
    "Value",
    "Walk",
    "begin",
    "fit",
    "live",
    "questions_met",
    "replay",
]
