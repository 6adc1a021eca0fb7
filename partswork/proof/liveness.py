"""Which looks at which answers may still be taken from each place on.

What nothing looks at any more makes no difference: the search forgets it there. One pass from the end
to the beginning does, as instructions are laid out from the end; only repeats need another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from partswork.proof.instructions import (
    Again,
    Begin,
    Close,
    Enter,
    Finish,
    Fork,
    Instruction,
    Lead,
    Open,
    Program,
    Put,
    Show,
    Turn,
    follows,
)
from partswork.proof.judging import looks_of
from partswork.proof.looks import RISES, THERE, WHOLE, Among
from partswork.proof.variables import BAND, HIGH, LOWEST, OWED, PENDING, REFUSED, SAID, Variables
from partswork.script.steps import Distress, Say

_LOW = Among(frozenset(("low",)))


@dataclass(frozen=True, slots=True)
class _Effect:
    """What one instruction looks at, and which answers it gives anew."""

    looks: int
    anew: tuple[int, ...] = ()


def live_looks(program: Program) -> list[int]:
    """Return, for each place, the set of looks that may be taken there or later."""
    laid, variables = program.instructions, program.variables
    effects = [_effect(one, variables) for one in laid]
    live = [0] * len(laid)
    led: list[list[int]] = [[] for _ in laid]
    for at, one in enumerate(laid):
        for place in follows(one):
            led[place].append(at)
        if program.may_stop(one):
            led[program.stop or 0].append(at)
    waiting = list(range(len(laid) - 1, -1, -1))
    queued = [True] * len(laid)
    while waiting:
        at = waiting.pop()
        queued[at] = False
        after = 0
        for place in follows(laid[at]):
            after |= live[place]
        found = _before(laid[at], effects[at], after, variables)
        if program.may_stop(laid[at]):
            found |= _stopping(laid[at], live[program.stop or 0], program)
        if found == live[at]:
            continue
        live[at] = found
        for before in led[at]:
            if not queued[before]:
                queued[before] = True
                waiting.append(before)
    return live


def _before(instruction: Instruction, effect: _Effect, after: int, variables: Variables) -> int:
    carried = 0
    if isinstance(instruction, Open):
        for source, target, _ in instruction.given:
            for _, sight in variables.sights(after & variables.looks(target)):
                carried |= variables.look(source, sight)
    for number in effect.anew:
        after &= ~variables.looks(number)
    return after | carried | effect.looks


def _stopping(instruction: Instruction, stop: int, program: Program) -> int:
    """Return what Stop looks at from here; in the script it leads to, whether grounding is owed."""
    inside = program.script.if_they_stop in instruction.scene.through
    return stop | program.variables.look(PENDING, WHOLE) if stop and inside else stop


def _effect(instruction: Instruction, variables: Variables) -> _Effect:
    look = variables.look
    match instruction:
        case Show() | Put():
            return _shown(instruction, variables)
        case Fork():
            return _Effect(looks_of(instruction.condition, variables))
        case Begin():
            return _Effect(0, (instruction.counter,))
        case Again():
            condition = looks_of(instruction.condition, variables)
            return _Effect(condition | look(instruction.counter, WHOLE))
        case Turn():
            return _Effect(look(instruction.turn, WHOLE))
        case Open():
            looks = 0
            for source, _, _ in instruction.given:
                looks |= look(source, THERE)
            return _Effect(looks, (*instruction.anew, *(target for _, target, _ in instruction.given)))
        case Finish():
            pending = (PENDING,) if instruction.grounds else ()
            saved = (instruction.saves,) if instruction.saves is not None else ()
            return _Effect(look(SAID, WHOLE) if instruction.unsaid else 0, (*pending, *saved))
        case Enter() if instruction.section.deep:
            looks = look(HIGH, WHOLE) | look(REFUSED, WHOLE) | look(BAND, _LOW)
            if instruction.needs is not None:
                looks |= looks_of(instruction.needs, variables)
            return _Effect(looks, (PENDING,))
        case Enter() | Lead():
            return _Effect(0)
        case Close():
            if instruction.scene.stopping or instruction.scene.script.shared:
                return _Effect(0)
            owed = look(OWED, WHOLE) if instruction.scene.owed else 0
            return _Effect(look(PENDING, WHOLE) | owed)
        case _:
            assert_never(instruction)


def _shown(instruction: Show | Put, variables: Variables) -> _Effect:
    look, scene = variables.look, instruction.scene
    looks, anew = 0, list[int]()
    for read in instruction.reads:
        looks |= look(read.number, THERE)
    if instruction.inward:
        looks |= look(HIGH, WHOLE) | look(BAND, THERE)
        anew.append(OWED)
    if scene.deep:
        if not scene.refusing:
            looks |= look(REFUSED, WHOLE)
        anew.append(PENDING)
    if isinstance(instruction, Show):
        return _Effect(looks, (*anew, SAID) if isinstance(instruction.step, Say) else tuple(anew))
    for number, _ in instruction.parts:
        looks |= look(number, THERE)
    if instruction.refusals is not None:
        # Whoever refused it goes past it, and then it changes nothing but its own answer.
        anew = []
        looks |= look(instruction.refusals, WHOLE)
        for number in scene.parts:
            looks |= look(number, WHOLE)
    if isinstance(instruction.step, Distress):
        return _Effect(looks | look(LOWEST, RISES), (*anew, BAND, OWED))
    return _Effect(looks, (*anew, *instruction.saves))
