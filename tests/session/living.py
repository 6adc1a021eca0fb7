"""What a person does in a session, at random: the same tape gives the same deeds in any session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from partswork.catalogue.found import Found
from partswork.guide import Beat, Ending, Impasse, Value
from partswork.script.reader import read
from partswork.script.steps import Calm, Question, may_skip
from partswork.session import Session
from tests.guide.generating import SCRIPT, Generated
from tests.guide.living import fitting
from tests.guide.tape import Tape
from tests.practices import Unproved

Deed = tuple[Literal["past", "answer", "skip", "back", "ground", "stop"], Value | None]

MOST_DEEDS = 400


def found(script: Generated) -> Found:
    """Return a generated script as the catalogue would."""
    return Unproved(
        Path("practice.yaml"), "own", read(script.texts[SCRIPT].encode()), script.bundle, script.texts
    )


def live(
    session: Session, tape: Tape, then: Callable[[Deed], None] = lambda deed: None, *, to_end: bool = True
) -> None:
    """Live a session as a tape tells.

    Args:
        session: where things are done.
        tape: tells which.
        then: is told each deed once it is done.
        to_end: go straight on to the end once the tape has run out.
    """
    for _ in range(MOST_DEEDS):
        stuck = isinstance(session.beat, Impasse) or not to_end
        if isinstance(session.beat, Ending) or (stuck and tape.over):
            return
        deed = _next(session, tape)
        if deed is not None:
            do(session, deed)
            then(deed)


def do(session: Session, deed: Deed) -> None:
    """Do one thing."""
    what, value = deed
    match what:
        case "past":
            session.go_past()
        case "answer":
            assert value is not None
            session.answer(value)
        case "skip":
            session.skip()
        case "back":
            session.back()
        case "ground":
            session.ground()
        case "stop":
            session.stop()


def _next(session: Session, tape: Tape) -> Deed | None:
    beat = session.beat
    match tape.below(20):
        case 19:
            return ("stop", None) if tape.chance(3) else None
        case 18:
            return ("ground", None) if session.can_ground else None
        case 15 | 16 | 17:
            return ("back", None) if session.can_go_back else None
        case roll:
            return _onward(beat, tape, skips=roll in (13, 14)) if isinstance(beat, Beat) else None


def _onward(beat: Beat, tape: Tape, *, skips: bool) -> Deed:
    if isinstance(beat.step, Calm):
        return "past", None
    assert isinstance(beat.step, Question)
    if skips and may_skip(beat.step):
        return "skip", None
    return "answer", fitting(beat.step, tape)
