"""Every path of a script, breadth first, so that the first to come anywhere is the shortest.

A state is a place and what is held there. States stand only before questions and where paths meet;
between them there is but one way on, and it is gone in one move. A path that has come to what the
guide would turn away from is a ghost from there on: it tells only what can happen, and is never told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from partswork.proof.answering import Answering, Said
from partswork.proof.breaks import Break
from partswork.proof.classes import CAREFREE, Care, Classes, Kept
from partswork.proof.instructions import Program, Put, Turn, mark_of
from partswork.proof.liveness import live_looks
from partswork.proof.looks import GIVEN, Part, Value
from partswork.proof.move import Move, is_over
from partswork.proof.moving import Moving
from partswork.proof.order import longest_silence
from partswork.proof.variables import BAND, PENDING
from partswork.script.answers import BANDS

MOST_STATES = 100_000
"""More states than this are not looked through. Ours have under 2,000."""

MOST_MOVES = 300_000
"""Nor more instructions gone through."""

MOST_SILENT_STEPS = 3_000
"""Instructions in a row that show nothing; the guide counts up to three for each, and up to 10,000."""

Trail = tuple[int, ...]
"""The places that are shown between one state and the next."""

Quiet = tuple[int, int, int]
"""How many instructions show nothing: before the first that does, the most in a row, behind the last."""

Edge = tuple[int, Trail, Quiet, Said | None]
"""A state that follows, or the place behind an end; what is shown and not shown on the way there, and what
is said."""


@dataclass(frozen=True, slots=True)
class State:
    """A place, and what is held there."""

    place: int
    kept: Kept
    ghost: bool


@dataclass(slots=True)
class Searched:
    """All that a search has found.

    Attributes:
        states: in the order they were come to.
        came: for each state, the one it was come from and what was said there; None for the first.
        edges: for each state, the ways on; none for ghosts.
        reached: the places come to.
        outcomes: how each test came out, by its place.
        breaks: the broken promises.
        finished: every path was gone.
    """

    program: Program
    states: list[State] = field(default_factory=list)
    came: list[tuple[int, Said | None] | None] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    reached: set[int] = field(default_factory=set)
    outcomes: dict[int, set[bool]] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)
    finished: bool = False


def search(program: Program, care: Care = CAREFREE, most_states: int = MOST_STATES) -> Searched:
    """Go every path of a program.

    Args:
        program: the script laid out.
        care: how carefully answers are told apart; what is found is the same.
        most_states: where to give up.
    """
    return _Search(program, care, most_states).run()


class _Search:
    def __init__(self, program: Program, care: Care, most_states: int) -> None:
        self._program, self._most_states = program, most_states
        live = live_looks(program)
        self._classes = Classes(program.variables, live, care)
        self._answering = Answering(program, self._classes)
        self._found = found = Searched(program)
        self._moving = Moving(program, found.reached, found.outcomes, self._broken, self._shown)
        self._seen: dict[State, int] = {}
        self._trails: dict[Trail, Trail] = {}
        self._told: set[object] = set()
        self._stops: dict[Kept, Move] = {}

    def run(self) -> Searched:
        found = self._found
        for held in self._beginnings():
            self._come(self._program.start, held, None, ghost=False)
            if len(found.states) > self._most_states:
                return found
        # Stops are looked into last: whoever stops has gone some way before.
        found.finished = self._look_through(0) and self._look_into_stops()
        if found.finished:
            self._listen_for_silence()
        return found

    def _look_through(self, first: int) -> bool:
        """Go on from every state, those found on the way too; return whether none was left."""
        states, at = self._found.states, first
        while at < len(states):
            for move in self._moves(at):
                self._go(move)
                if len(states) > self._most_states or self._moving.moves > MOST_MOVES:
                    return False
            at += 1
        return True

    def _look_into_stops(self) -> bool:
        first, stop = len(self._found.states), self._program.stop
        if stop is None:
            return True
        for kept, move in self._stops.items():
            self._come(stop, dict(kept), (move.source, move.said), ghost=False)
        return self._look_through(first)

    def _listen_for_silence(self) -> None:
        """Note where the guide would take it that the script goes round."""
        found = self._found
        most, at = longest_silence(found.edges)
        if most > MOST_SILENT_STEPS:
            one = self._program.instructions[found.states[at].place]
            self._broken(Break("PW102", one.scene, mark_of(one), at, None))

    # Beginnings.

    def _beginnings(self) -> Iterator[dict[int, Value]]:
        """Yield what may be held at the beginning: for a shared script, whatever it may be given."""
        script = self._program.script
        if not script.shared:
            yield {}
            return
        inputs: list[list[dict[int, Value]]] = [[{BAND: band} for band in BANDS]]
        parts = 0
        for name, kind in script.takes.items():
            number = self._program.variables.number(0, name)
            if kind == "number":
                values = self._classes.apart(number, range(101), self._program.start)
                inputs.append([{number: value} for value in values])
            elif kind == "part" and self._program.distinct:
                # Any part may be one that was given before.
                told = self._program.variables.number("part", 0, name)
                parts += 1
                inputs.append([{number: part, told: part} for part in map(Part, range(parts))])
            else:
                inputs.append([{number: GIVEN}])
        for given in product(*inputs):
            yield {number: value for one in given for number, value in one.items()}

    # Going on.

    def _moves(self, at: int) -> Iterator[Move]:
        """Yield every way on from a state."""
        state = self._found.states[at]
        move = Move(at, None, state.place, dict(state.kept), state.ghost, [])
        one = self._program.instructions[state.place]
        if isinstance(one, Put):
            if self._moving.refused(one, move):
                yield move
                return
            self._moving.show(one, move)
            for said, held, place in self._answering.answers(one, move.held):
                yield move.copy(place, said, held)
        elif isinstance(one, Turn):
            self._found.reached.add(state.place)
            turn = move.held.get(one.turn)
            for way, place in enumerate(one.ways):
                if turn in (None, way):
                    held = {**move.held, one.turn: way}
                    yield Move(at, Said(one.step.key, way), place, held, move.ghost, [])
        else:
            yield move

    def _go(self, move: Move) -> None:
        # Much that is held is much to look at.
        self._moving.moves += 1 + len(move.held) // 10
        for arrived in self._moving.go(move, self._found.states[move.source].place):
            to = arrived.place
            if not is_over(to):
                came = (arrived.source, arrived.said)
                to = self._come(arrived.place, arrived.held, came, ghost=arrived.ghost)
            if not arrived.ghost:
                trail = tuple(arrived.trail)
                quiet = (arrived.quiet[0], max(arrived.quiet), arrived.quiet[-1])
                trail = self._trails.setdefault(trail, trail)
                self._found.edges[arrived.source].append((to, trail, quiet, arrived.said))

    def _come(
        self, place: int, held: dict[int, Value], came: tuple[int, Said | None] | None, *, ghost: bool
    ) -> int:
        """Come to a place; return the number of the state there."""
        kept = self._classes.keep(place, held)
        state = State(place, kept, False)
        # What may really happen tells all that a ghost could.
        known = self._seen.get(state)
        if known is None and ghost:
            state = State(place, kept, True)
            known = self._seen.get(state)
        if known is not None:
            return known
        found = self._found
        number = self._seen[state] = len(found.states)
        found.states.append(state)
        found.came.append(came)
        found.edges.append([])
        return number

    # What is told on the way.

    def _broken(self, broken: Break) -> None:
        if broken.cause not in self._told:
            self._told.add(broken.cause)
            self._found.breaks.append(broken)

    def _shown(self, move: Move) -> None:
        """Note that one may stop here, once for all that makes a difference to stopping."""
        program = self._program
        one = program.instructions[move.place]
        if program.stop is None or not program.may_stop(one):
            return
        # Whoever stops there, with nothing owed, is done.
        if program.script.if_they_stop in one.scene.through and PENDING not in move.held:
            return
        if not (self._stops and self._classes.blind(program.stop)):
            self._stops.setdefault(self._classes.keep(program.stop, move.held), move)
