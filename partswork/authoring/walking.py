"""What playing at random and script tests share: how far they go, and what an answer is called."""

from __future__ import annotations

from partswork.guide import Beat, Walk
from partswork.script.steps import DISTRESS

MOST_SCREENS = 2_000
"""A session that shows more than this is left; a practice of an hour shows under 100."""


def answer_name(walk: Walk) -> str:
    """Return what tests call the answer to the question at hand.

    It is its own name; inside a shared script `space.feeling`, after the name the result is saved as,
    or the shared script's id where it is not saved; one inside another makes a chain. Distress belongs
    to the session and is `distress` everywhere.
    """
    assert isinstance(walk.beat, Beat)
    assert walk.beat.asked is not None
    name = walk.beat.asked.name
    if name == DISTRESS:
        return name
    return ".".join([*(scope.save_as or scope.script.id for scope in walk.state.scopes[1:]), name])
