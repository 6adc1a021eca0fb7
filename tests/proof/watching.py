"""The real guide, watched: what it turned away from, could not go on from, or let pass that is broken.

Works out a second time, from what the guide does, what the proof says of every path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from partswork.guide.asking import question_key
from partswork.guide.beats import Beat, Ending, Impasse
from partswork.guide.events import How, Turned
from partswork.guide.held import Held, Unsettled
from partswork.guide.mover import Mover
from partswork.guide.state import Level, State
from partswork.guide.values import Brought, Value
from partswork.proof.breaks import Break
from partswork.proof.search import Searched
from partswork.script.conditions import tests_of
from partswork.script.model import Bundle
from partswork.script.steps import (
    Calm,
    Choose,
    Distress,
    NamePart,
    Question,
    Shown,
    Step,
    Use,
    saved_name,
)

Broken = tuple[str, str, str | int]
"""A code; the section, `stop` after Stop; and the name it is about, or the line in the script itself."""

ONCE = ("PW112", "PW140")
"""Told once of a script, wherever it is met first."""
TURNED = {"refused": "PW146", "high": "PW142", "needs": "PW115"}


class Watched(Mover):
    """A guide that notes what it meets."""

    def __init__(
        self,
        bundle: Bundle,
        brought: Brought,
        at: tuple[State, Beat | Ending | Impasse] | None = None,
        owed: bool = False,
    ) -> None:
        self.met: list[Broken] = []
        self.owed = owed
        self.turned = False
        self._entering: int | None = None
        self._step: Step | None = None
        super().__init__(bundle, brought, at)

    @property
    def over(self) -> bool:
        """Whether nothing that happens from here on is the script's own course."""
        return self.turned or not isinstance(self.beat, Beat)

    def answer(self, id: str, value: Value | None) -> None:
        beat = self.beat
        assert isinstance(beat, Beat)
        if isinstance(beat.step, Distress):
            self.owed = False
        super().answer(id, value)

    # What the guide does, noted.

    def _enter(self, section: int) -> Ending | None:
        self._entering = section
        found = super()._enter(section)
        self._entering = None
        return found

    def _turn_away(self, why: Turned) -> Ending | None:
        self._note(TURNED[why], self._line_of_turn(why))
        self.turned = True
        return super()._turn_away(why)

    def _show(self, step: Shown) -> Beat | Ending | None:
        self._step = step
        if isinstance(step, Question) and question_key(step, self.state) in self._state.facts.refused:
            self._note("PW145", saved_name(step))
        try:
            found = super()._show(step)
        except Unsettled as unsettled:
            self._note_inward(step)
            self._note("PW110", unsettled.name)
            raise
        if isinstance(found, Beat):
            self._note_inward(step)
            for part in _parts(step):
                held = self.look(part)
                if held is None or held.value is None:
                    self._note("PW112", part)
                    self.turned = True
                    break
        return found

    def _use(self, step: Use) -> None:
        try:
            super()._use(step)
        except Unsettled as unsettled:
            self._note("PW132", unsettled.name)
            raise

    def _take(self, step: Step) -> Ending | None:
        self._step = step
        try:
            return super()._take(step)
        except Unsettled as unsettled:
            if not isinstance(step, Use):
                self._note("PW111", unsettled.name)
            raise

    def _leave(self, level: Level) -> Ending | None:
        self._step = None
        last = self._state.section + 1 == len(self._script.sections)
        if len(self._place.levels) == 1 and last and level.loop is None and not level.opens:
            self._note("PW101", self._line())
        try:
            return super()._leave(level)
        except Unsettled as unsettled:
            self._note("PW111", unsettled.name)
            raise

    def _end(self, how: How) -> Ending | None:
        if self._state.pending:
            self._note("PW120", self._line())
        if self.owed and self._script.depth != "settling":
            self._note("PW141", self._line())
        self.turned = True
        return super()._end(how)

    def _finish(self, result: str | None) -> Ending | None:
        scope = self._place.scope
        if result is None and scope.script.returns:
            self._note("PW130", self._line())
            self.turned = True
        return super()._finish(result)

    # Where it is.

    def _note_inward(self, step: Shown) -> None:
        if self.interlude is None and self._inward(step):
            if self._state.facts.band is None:
                self._note("PW140", 0)
            self.owed = True

    def _inward(self, step: Shown) -> bool:
        section = self._script.sections[self._state.section]
        if any(scope.script.grounds for scope in self._place.scopes) or self._script.depth == "settling":
            return False
        if section.deep:
            return True
        practical = section.opening and isinstance(step, Choose)
        return not (isinstance(step, Calm | Distress) or section.closing or practical)

    def _note(self, code: str, about: str | int) -> None:
        # Whoever was turned away, or has nothing to go on with, tells nothing more.
        if self.turned:
            return
        about = about.partition(".")[0] if isinstance(about, str) else about
        if self.interlude is None:
            section = "" if code in ONCE else self._script.sections[self._state.section].id
            self.met.append((code, section, about))
        elif self.interlude == "stopping":
            self.met.append((code, "stop", about))

    def _line(self) -> int:
        """Return the line of the step one is at in the script itself."""
        levels = self._place.levels
        first = next((n for n, level in enumerate(levels) if level.opens), None)
        if first is not None:
            use = levels[first - 1].steps[levels[first - 1].at - 1]
            assert isinstance(use, Use)
            return use.script.at.line
        step = self._step or levels[-1].steps[-1]
        return step.at.line

    def _line_of_turn(self, why: Turned) -> int:
        if self._entering is None:
            return self._line()
        section = self._script.sections[self._entering]
        if why == "needs" and section.needs is not None:
            return next(tests_of(section.needs)).ref.at.line
        return section.at.line


def _parts(step: Shown) -> Iterator[str]:
    names = [step.guarded_by, step.opposed_to] if isinstance(step, NamePart) else []
    remember = getattr(step, "remember", None)
    for name in [*names, remember.part if remember is not None else None]:
        if name is not None:
            yield name.text


def moment(mover: Watched) -> object:
    """Return what makes two moments of a session the same for all that may follow."""
    state = mover.state
    levels = tuple(
        (id(level.steps), level.at, level.round, level.opens, level.refusing) for level in state.levels
    )
    scopes = tuple(
        (scope.script.id, _answers(scope.answers), scope.parts, scope.save_as) for scope in state.scopes
    )
    facts = state.facts
    refused = tuple(sorted((key, str(held.value)) for key, held in facts.refused.items()))
    known = (facts.band, facts.lowest, facts.high, refused, state.pending, state.section, mover.owed)
    return (levels, scopes, known)


def _answers(answers: Mapping[str, Held]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, repr(held.value)) for name, held in answers.items()))


def keys_of(searched: Searched) -> dict[Broken, Break]:
    """Return what the proof has found, told as the watched guide tells it."""
    found: dict[Broken, Break] = {}
    for one in searched.breaks:
        quoted = dict(one.quoted)
        about: str | int = 0
        if "name" in quoted:
            about = quoted["name"].partition(".")[0]
        elif one.code not in ONCE:
            use = one.scene.use if not one.own else None
            about = use.script.at.line if use is not None else one.at.line
        section = "stop" if one.scene.stopping else "" if one.code in ONCE else one.scene.section.id
        found.setdefault((one.code, section, about), one)
    return found
