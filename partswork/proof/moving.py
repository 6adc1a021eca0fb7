"""Going on from a state to where the next choice is, as the guide does, and noting what breaks a promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from partswork.proof.breaks import Break
from partswork.proof.instructions import (
    Again,
    Begin,
    Close,
    Enter,
    Finish,
    Fork,
    Lead,
    Open,
    Program,
    Put,
    Scene,
    Show,
    Turn,
)
from partswork.proof.judging import Judged, Unsettled, judge
from partswork.proof.looks import given
from partswork.proof.move import Move, behind
from partswork.proof.variables import BAND, HIGH, OWED, PENDING, REFUSED, SAID
from partswork.script.conditions import tests_of
from partswork.script.finding import Mark
from partswork.script.steps import If, RepeatUntil, Say, saved_name


class Moving:
    """Moves through one program."""

    def __init__(
        self,
        program: Program,
        reached: set[int],
        outcomes: dict[int, set[bool]],
        broken: Callable[[Break], None],
        shown: Callable[[Move], None],
    ) -> None:
        """Begin.

        Args:
            program: where to move.
            reached: the places come to; added to.
            outcomes: how tests came out, by their places; added to.
            broken: told each broken promise.
            shown: told each place that is shown, for those who stop there.
        """
        self._laid, self._joins = program.instructions, program.joins
        self._reached, self._outcomes = reached, outcomes
        self._broken, self._shown = broken, shown
        self.moves = 0

    def go(self, move: Move, leaves: int | None) -> list[Move]:
        """Go on to the next questions and places where paths meet; an end is a move behind it.

        Args:
            move: the way on.
            leaves: the place it goes on from, which is not to be come to again at once.
        """
        arrived: list[Move] = []
        going = [move]
        while going:
            move = going.pop()
            while move.place == leaves or not self._rests(move.place):
                leaves = None
                other = self._take(move)
                if other is not None:
                    going.append(other)
            arrived.append(move)
        return arrived

    def _rests(self, place: int) -> bool:
        return place < 0 or place in self._joins or isinstance(self._laid[place], Put | Turn)

    def _take(self, move: Move) -> Move | None:
        """Go through one instruction; return the other way where both are to be gone."""
        self.moves += 1
        move.quiet[-1] += 1
        place = move.place
        self._reached.add(place)
        one = self._laid[place]
        match one:
            case Show():
                self.show(one, move)
                move.place = one.next
            case Fork():
                found = self._judge(one.scene, one.step, one.condition, move)
                move.place = one.then if found in (True, None) else one.otherwise
                if found is None:
                    return move.copy(one.otherwise)
            case Begin():
                move.held[one.counter] = 1
                move.place = one.next
            case Again():
                return self._again(one, move)
            case Open():
                self._open(one, move)
            case Finish():
                self._finish(one, move)
            case Enter():
                if one.section.deep:
                    self._enter(one, move)
                move.place = one.next
            case Lead():
                move.place = one.next
            case Close():
                self._close(one, move)
                move.place = behind(place)
            case Put() | Turn():
                raise TypeError(one)
            case _:
                assert_never(one)
        return None

    # What is shown.

    def refused(self, put: Put, move: Move) -> bool:
        """Go past a question that was refused before, with what was said then."""
        self._reached.add(move.place)
        entries = move.held.get(put.refusals, ()) if put.refusals is not None else ()
        parts = tuple(move.held.get(number) for number in put.scene.parts)
        for entry in entries if isinstance(entries, tuple) else ():
            if isinstance(entry, tuple) and entry[0] == parts:
                self._break("PW145", move, put.scene, put.step.at, name=saved_name(put.step))
                move.held[put.saves[0]] = str(entry[1])
                move.place = put.next
                return True
        return False

    def show(self, one: Show | Put, move: Move) -> None:
        """Show a step: what must not be shown here, what it owes from here on, what it needs."""
        scene, held, step = one.scene, move.held, one.step
        if scene.deep and REFUSED in held and not scene.refusing:
            self._break("PW146", move, scene, step.at, ghost=True, section=scene.section.id)
        elif one.inward and HIGH in held:
            self._break("PW142", move, scene, step.at, ghost=True)
        if one.inward:
            if BAND not in held:
                self._break("PW140", move, scene, step.at)
            held[OWED] = True
        if scene.deep:
            held[PENDING] = True
        for read in one.reads:
            if not given(held.get(read.number)):
                name = read.fill.name + (f".{read.fill.scale}" if read.fill.scale else "")
                self._break("PW110", move, scene, read.fill.at, ghost=True, own=read.outside, name=name)
                break
        if isinstance(one, Put):
            for number, part in one.parts:
                if not given(held.get(number)):
                    self._break("PW112", move, scene, part.at, ghost=True, name=part.text)
        elif isinstance(step, Say):
            held[SAID] = True
        move.trail.append(move.place)
        move.quiet.append(0)
        if not move.ghost:
            self._shown(move)

    # What is tested.

    def _judge(self, scene: Scene, step: If | RepeatUntil, condition: Judged, move: Move) -> bool | None:
        """Return how a test comes out, None where it cannot be told."""
        found = judge(condition, move.held)
        if isinstance(found, Unsettled):
            ref = found.ref
            name = ref.name + (f".{ref.scale}" if ref.scale else "")
            self._break("PW111", move, scene, ref.at, ghost=True, name=name)
            self._outcomes[move.place] = {True, False}
            return None
        self._outcomes.setdefault(move.place, set()).add(found)
        return found

    def _again(self, one: Again, move: Move) -> Move | None:
        count = move.held.pop(one.counter)
        assert isinstance(count, int)
        last = count >= one.step.at_most
        found = True if last else self._judge(one.scene, one.step, one.condition, move)
        other = None
        if found is None:
            other = move.copy(one.next)
        if found:
            move.place = one.next
        else:
            move.held[one.counter] = count + 1
            move.place = one.again
        return other

    # Shared scripts, sections, ends.

    def _open(self, one: Open, move: Move) -> None:
        held = move.held
        values = []
        for source, target, name in one.given:
            value = held.get(source)
            if not given(value):
                self._break(
                    "PW132", move, one.scene, name.at, ghost=True, name=name.text, id=one.step.script.text
                )
            values.append((target, value))
        for number in one.anew:
            held.pop(number, None)
        for target, value in values:
            if value is not None:
                held[target] = value
        move.place = one.next

    def _finish(self, one: Finish, move: Move) -> None:
        if one.lacks:
            self._break("PW130", move, one.scene, _last(one.scene), ghost=True)
        if one.unsaid and SAID not in move.held:
            self._break("PW125", move, one.scene, one.step.at if one.step else _last(one.scene))
        if one.grounds:
            move.held.pop(PENDING, None)
        if one.saves is not None and one.step is not None:
            move.held[one.saves] = one.step.result.text
        move.place = one.next

    def _enter(self, one: Enter, move: Move) -> None:
        section, held = one.section, move.held
        if REFUSED in held:
            self._turn_away("PW146", move, one, section.at)
        elif HIGH in held:
            self._turn_away("PW142", move, one, section.at)
        elif held.get(BAND) != "low" or one.needs is None or judge(one.needs, held) is not True:
            at = next(tests_of(section.needs)).ref.at if section.needs is not None else section.at
            self._turn_away("PW115", move, one, at)
        held[PENDING] = True

    def _turn_away(self, code: str, move: Move, one: Enter, at: Mark) -> None:
        quoted = (("section", one.section.id),)
        if not move.ghost:
            broken = Break(code, one.scene, at, move.source, move.said, quoted, entering=one.section.id)
            self._broken(broken)
        move.ghost = True

    def _close(self, one: Close, move: Move) -> None:
        if one.scene.stopping or one.scene.script.shared:
            return
        if one.runs_off:
            self._break("PW101", move, one.scene, one.at)
        if PENDING in move.held:
            self._break("PW120", move, one.scene, one.at)
        if one.scene.owed and OWED in move.held:
            self._break("PW141", move, one.scene, one.at)

    def _break(
        self,
        code: str,
        move: Move,
        scene: Scene,
        at: Mark,
        *,
        ghost: bool = False,
        own: bool = False,
        **quoted: str,
    ) -> None:
        if not move.ghost:
            self._broken(Break(code, scene, at, move.source, move.said, tuple(quoted.items()), own))
        move.ghost = move.ghost or ghost


def _last(scene: Scene) -> Mark:
    """Return where the last step of a shared script stands."""
    section = scene.script.sections[-1]
    return section.steps[-1].at if section.steps else section.at
