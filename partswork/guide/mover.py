"""Moving through a script, from one beat to the next.

A `Mover` starts from a frozen `State`, is moved, and is frozen again. It decides on its own what
must never be talked past: refusals, high distress, and what a deep section needs and owes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from partswork.guide.asking import asked_here, path_here, question_key
from partswork.guide.beats import Beat, Ending, Impasse, Interlude
from partswork.guide.events import Ended, EnteredDeep, Event, Grounded, How, Turned
from partswork.guide.guarding import against_entering, against_showing, grounding_now, in_deep
from partswork.guide.held import Held, Unsettled, fill
from partswork.guide.judging import holds
from partswork.guide.place import Place
from partswork.guide.showing import beat_of
from partswork.guide.state import Level, Scope, State
from partswork.guide.taking import answer_under, facts_after, given_to, hold
from partswork.guide.values import Brought, PartGiven, Value
from partswork.script.model import Bundle
from partswork.script.steps import (
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Question,
    RepeatUntil,
    Return,
    Rotate,
    Shown,
    Step,
    Use,
    saved_name,
)
from partswork.script.words import NOTHING, Prose

MOST_SILENT_MOVES = 10_000
"""Steps in a row that show nothing; more is a script that goes round, not a practice."""


class Mover:
    """Moves a state on. After each public method, `beat` is what is to be shown."""

    def __init__(
        self, bundle: Bundle, brought: Brought, at: tuple[State, Beat | Ending | Impasse] | None = None
    ) -> None:
        """Begin at the first beat, or go on from where one is."""
        self._bundle, self._script, self._brought = bundle, bundle.script, brought
        self.arisen: list[Event] = []
        self.beat: Beat | Ending | Impasse
        if at is not None:
            self._state, self.beat = at
            self._place = Place(self._state.levels, self._state.scopes)
            return
        self._state = State(0, (), ())
        self._place = Place((), (Scope(bundle.script),))
        ending = self._enter(0)
        if ending is not None:
            self.beat = ending
        else:
            self._settle()

    @property
    def state(self) -> State:
        """Where one is now."""
        return replace(self._state, levels=tuple(self._place.levels), scopes=tuple(self._place.scopes))

    @property
    def interlude(self) -> Interlude | None:
        """Why grounding came in between, None in the script's own course."""
        return next((scope.why for scope in self._place.scopes if scope.why), None)

    # What a person does.

    def go_past(self) -> None:
        """Go past a calm beat."""
        self._place.step_on()
        self._settle()

    def answer(self, id: str, value: Value | None) -> None:
        """Take an answer to the question at hand, or None for passing it over.

        Raises:
            DoesNotFit: the question cannot take it; nothing has changed.
        """
        beat = self.beat
        assert isinstance(beat, Beat)
        step = beat.step
        assert isinstance(step, Question)
        held = hold(step, value, beat.labels)
        deep = self._script.sections[self._state.section].deep and self.interlude is None
        self._set(facts=facts_after(self.state, step, id, held, deep=deep))
        self._place.step_on()
        if not isinstance(step, Distress):
            self._place.save(step.save_as.text, held)
        if isinstance(step, Choose) and not step.many and held.value is not None:
            option = step.option(str(held.value))
            self._place.go_into(Level(option.then, refusing=option.refusal))
        self._settle()

    def ground(self, why: Interlude) -> None:
        """Go through the session's grounding, then return to where one is."""
        if self.interlude is None and not isinstance(self.beat, Ending):
            self._place.open(Scope(self._bundle.if_they_stop, why=why))
            self._settle()

    def stop(self) -> None:
        """Go through the session's grounding, then end.

        Where that grounding is gone through already, it goes on to the end of the session; a second
        Stop, or one where nothing is owed, just ends.
        """
        stop = self._bundle.if_they_stop.id
        if self.interlude in ("asked", "owed") and isinstance(self.beat, Beat):
            self._place.close_after()
            self.beat = replace(self.beat, interlude="stopping")
        elif self.interlude or (
            not self._state.pending and any(scope.script.id == stop for scope in self._place.scopes)
        ):
            self.end("stopped", self._state.turned)
        else:
            self._ground_and_end("stopping", "stopped")
            self._settle()

    def end(self, how: How, turned: Turned | None = None) -> None:
        """End here and now."""
        self._set(turned=turned)
        self.beat = self._ending(how)

    def set_pending(self, pending: bool) -> None:
        """Set whether grounding is owed, as the events of the whole session tell it."""
        self._set(pending=pending)
        if isinstance(self.beat, Beat) and in_deep(self._script, self.state):
            self._owe_grounding()

    # Moving.

    def _settle(self) -> None:
        for _ in range(MOST_SILENT_MOVES):
            here = list(self._place.levels)
            try:
                beat = self._move()
            except Unsettled as unsettled:
                # Who comes back here later must not find it passed.
                self._place.levels = here
                beat = Impasse(unsettled.name, path_here(self._script, self.state))
            if beat is not None:
                self.beat = beat
                return
        self.beat = Impasse(None, path_here(self._script, self.state))

    def _move(self) -> Beat | Ending | Impasse | None:
        level = self._place.level
        if level.at >= len(level.steps):
            return self._leave(level)
        step = level.steps[level.at]
        if isinstance(step, Shown):
            return self._show(step)
        return self._take(step)

    def _take(self, step: Step) -> Ending | None:
        """Go through one step that shows nothing."""
        self._place.step_on()
        match step:
            case If():
                way = step.then if holds(step.condition, self.look) else step.otherwise
                self._place.go_into(Level(way))
            case RepeatUntil():
                self._place.go_into(Level(step.steps, loop=step))
            case Rotate():
                turn = self._brought.turns.get(step.key, 0) % len(step.lists)
                facts = self._state.facts
                self._set(facts=replace(facts, rotated=facts.rotated | {step.key}))
                self._place.go_into(Level(step.lists[turn]))
            case Use():
                self._use(step)
            case GoTo():
                return self._enter(self._script.section(step.section.text))
            case End():
                return self._end(step.how)
            case Return():
                return self._finish(step.result.text)
            case _:
                raise TypeError(step)
        return None

    def _leave(self, level: Level) -> Ending | None:
        """Leave a list of steps at its end."""
        if level.loop is not None:
            if level.round < level.loop.at_most and not holds(level.loop.condition, self.look):
                self._place.round_again()
                return None
        elif level.opens:
            return self._finish(None)
        elif len(self._place.levels) == 1:
            if self._state.section + 1 < len(self._script.sections):
                return self._enter(self._state.section + 1)
            return self._end("complete")
        self._place.levels.pop()
        return None

    def _enter(self, section: int) -> Ending | None:
        entered = self._script.sections[section]
        self._set(section=section)
        self._place.at_start_of(entered.steps)
        if entered.deep:
            against = against_entering(entered, self.state, self.look)
            if against is not None:
                return self._turn_away(against)
            self._owe_grounding()
        return None

    def _use(self, step: Use) -> None:
        script = self._bundle.shared[step.script.text]
        answers = given_to(script, step, self.look)
        parts = tuple(held.value.id for held in answers.values() if isinstance(held.value, PartGiven))
        self._place.open(Scope(script, answers, parts, step.save_as.text if step.save_as else None))

    def _finish(self, result: str | None) -> Ending | None:
        """Close a shared script and hand its result back."""
        scope = self._place.close()
        between = scope.why is not None
        outermost = scope.script.grounds and not grounding_now(self.state)
        if between or (outermost and self._state.pending):
            self.arisen.append(Grounded())
        if between or outermost:
            self._set(pending=False)
        if scope.then is not None:
            return self._ending(scope.then)
        if between:
            self._set(returned=True)
        elif scope.save_as and result:
            self._place.save(scope.save_as, Held(result, result))
        return None

    # What is never talked past.

    def _show(self, step: Shown) -> Beat | Ending | None:
        if isinstance(step, Question):
            refused = self._state.facts.refused.get(question_key(step, self.state))
            if refused is not None:
                self._place.save(saved_name(step), refused)
                self._place.step_on()
                return None
        against = against_showing(self._script, self.state, step, self._look_outside)
        if against is not None:
            return self._turn_away(against)
        if in_deep(self._script, self.state):
            self._owe_grounding()
        if self.interlude is None:
            self._set(returned=False)
        section, path = self._script.sections[self._state.section], path_here(self._script, self.state)
        asked = asked_here(step, path, self.state)
        title = Prose() if self.interlude else fill(section.title or NOTHING, self._look_outside)
        return beat_of(step, title, path, asked, self.interlude, self.look)

    def _turn_away(self, why: Turned) -> Ending | None:
        self._set(turned=why)
        if self._state.returned:
            return self._ending("stopped")
        self._ground_and_end(why, "stopped")
        return None

    def _owe_grounding(self) -> None:
        if not self._state.pending:
            self._set(pending=True)
            section = self._script.sections[self._state.section].id
            self.arisen.append(EnteredDeep(section))

    def _end(self, how: How) -> Ending | None:
        if self._state.pending:
            self._ground_and_end("ending", how)
            return None
        return self._ending(how)

    def _ending(self, how: How) -> Ending:
        self.arisen.append(Ended(how, self._state.turned))
        return Ending(how, self._state.turned, self._state.facts.band == "high")

    def _ground_and_end(self, why: Interlude, how: How) -> None:
        """Leave the script's own course for its grounding, and end after it."""
        self._place.leave_course()
        self._place.open(Scope(self._bundle.if_they_stop, why=why, then=how))

    # Answers.

    def look(self, name: str) -> Held | None:
        """Return the answer under a name where one is, None where the question was not asked."""
        return answer_under(name, self._place.scope, self._state.facts)

    def _look_outside(self, name: str) -> Held | None:
        """Return the answer under a name of the script itself, also inside a shared one."""
        return answer_under(name, self._place.scopes[0], self._state.facts)

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
