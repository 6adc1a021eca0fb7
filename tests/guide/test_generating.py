"""The random scripts and sessions of this folder come to all that its properties speak of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from partswork.guide import Back, Beat, Ending, Grounding, Impasse, Skipped, Stopped
from tests.guide.generating import generate
from tests.guide.living import Life, live_through
from tests.guide.witness import Witness, where

LIVES = 160


def test_every_turn_a_session_may_take_is_taken_by_some() -> None:
    met: set[str] = set()
    for n in range(LIVES):
        script = generate(_bytes(f"script {n}", n % 4 * 80))
        met |= set(_met(live_through(script.bundle, script.brought, _bytes(f"life {n}", n % 7 * 20))))
    assert met >= {
        *("Back", "Grounding", "Skipped", "Stopped", "killed", "past"),
        *("asked", "stopping", "ending", "refused", "high", "needs"),
        *("ended complete", "ended people", "ended stopped", "impasse"),
        *(
            "deep",
            "deep after Back",
            "asked on after a refusal",
            "asked on after high",
            "grounded in its course",
        ),
    }


def _met(life: Life) -> Iterator[str]:
    witness = Witness(life)
    for act in life.acts:
        if isinstance(act, Back | Grounding | Skipped | Stopped):
            yield type(act).__name__
        elif isinstance(act, str):
            yield act
    for walk in life.walks:
        match walk.beat:
            case Ending(how=how):
                yield f"ended {how}"
            case Impasse():
                yield "impasse"
            case Beat(interlude=None) as beat:
                at, known = where(life.bundle, beat), witness.known(walk)
                if at.deep:
                    yield "deep"
                if at.deep and any(isinstance(event, Back) for event in walk.events):
                    yield "deep after Back"
                if at.grounding:
                    yield "grounded in its course"
                if beat.asked is not None and known.refused:
                    yield "asked on after a refusal"
                if beat.asked is not None and "high" in known.bands:
                    yield "asked on after high"
            case Beat(interlude=interlude) if interlude is not None:
                yield interlude


def _bytes(seed: str, length: int) -> bytes:
    return hashlib.shake_128(seed.encode()).digest(length)
