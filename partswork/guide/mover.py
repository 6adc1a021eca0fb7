"""Moving through a script, from one beat to the next.

A `Mover` starts from a frozen `State`, is moved, and is frozen again. It decides on its own what
must never be talked past: refusals, high distress, and what a deep section needs and owes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from partswork.guide.beats import Beat, Ending, Impasse, Interlude
from partswork.guide.distress import band
from partswork.guide.events import Asked, Ended, EnteredDeep, Event, Grounded, How, Turned
from partswork.guide.guarding import against_entering, against_showing, grounding_now, in_deep
from partswork.guide.held import Held, Unsettled, shown
from partswork.guide.judging import holds
from partswork.guide.showing import KINDS, beat_of
from partswork.guide.state import Level, QuestionKey, Scope, State
from partswork.guide.values import Brought, PartGiven, Value, fit
from partswork.script.model import Bundle
from partswork.script.steps import (
    DISTRESS,
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Question,
    RepeatUntil,
    Return,
    Rotate,
    Scan,
    Shown,
    Step,
    Use,
    saved_name,
)

MOST_SILENT_MOVES = 10_000
"""Steps in a row that show nothing; more is a script that goes round, not a practice."""


class Mover:
    """Moves a state on. After each public method, `beat` is what is to be shown."""

    def __init__(
        self, bundle: Bundle, brought: Brought, at: tuple[State, Beat | Ending | Impasse] | None = None
    ) -> None:
        """Begin at the first beat, or go on from where one is."""
        self._bundle, self._brought = bundle, brought
        self.arisen: list[Event] = []
        self.beat: Beat | Ending | Impasse
        if at is not None:
            self._state, self.beat = at
            self._levels, self._scopes = list(self._state.levels), list(self._state.scopes)
            return
        self._state = State(0, (), ())
        self._levels, self._scopes = [], [Scope(bundle.script)]
        ending = self._enter(0)
        if ending is not None:
            self.beat = ending
        else:
            self._settle()

    @property
    def state(self) -> State:
        """Where one is now."""
        return replace(self._state, levels=tuple(self._levels), scopes=tuple(self._scopes))

    @property
    def interlude(self) -> Interlude | None:
        """Why grounding came in between, None in the script's own course."""
        return next((scope.why for scope in self._scopes if scope.why), None)

    # What a person does.

    def go_past(self) -> None:
        """Go past a calm beat."""
        self._next()
        self._settle()

    def answer(self, id: str, value: Value | None) -> None:
        """Take an answer to the question at hand, or None for passing it over.

        Raises:
            DoesNotFit: the question cannot take it; nothing has changed.
        """
        step = self._levels[-1].steps[self._levels[-1].at]
        assert isinstance(step, Question)
        held = self._hold(step, value)
        self._count(step)
        self._next()
        if isinstance(step, Distress):
            self._take_distress(id, held)
        else:
            self._save(step.save_as.text, held)
        if isinstance(step, Choose):
            self._take_choice(id, step, held)
        self._settle()

    def ground(self, why: Interlude) -> None:
        """Go through the session's grounding, then return to where one is."""
        if self.interlude is None and not isinstance(self.beat, Ending):
            self._ground_between(why, None)
            self._settle()

    def stop(self) -> None:
        """Go through the session's grounding, then end; where one is in it already, just end."""
        stop = self._bundle.if_they_stop.id
        if any(scope.script.id == stop for scope in self._scopes):
            self.end("stopped", self._state.turned)
        else:
            self._levels, self._scopes = [], self._scopes[:1]
            self._ground_between("stopping", "stopped")
            self._settle()

    def end(self, how: How, turned: Turned | None = None) -> None:
        """End here and now."""
        self._set(turned=turned)
        self.beat = self._ending(how)

    def set_pending(self, pending: bool) -> None:
        """Set whether grounding is owed, as the events of the whole session tell it."""
        self._set(pending=pending)
        if isinstance(self.beat, Beat) and in_deep(self._bundle.script, self.state):
            self._owe_grounding()

    # Moving.

    def _settle(self) -> None:
        for _ in range(MOST_SILENT_MOVES):
            try:
                beat = self._move()
            except Unsettled as unsettled:
                beat = Impasse(unsettled.name, self._path())
            if beat is not None:
                self.beat = beat
                return
        self.beat = Impasse(None, self._path())

    def _move(self) -> Beat | Ending | Impasse | None:
        level = self._levels[-1]
        if level.at >= len(level.steps):
            return self._leave(level)
        step = level.steps[level.at]
        if isinstance(step, Shown):
            return self._show(step)
        return self._take(step)

    def _take(self, step: Step) -> Ending | None:
        """Go through one step that shows nothing."""
        self._next()
        match step:
            case If():
                way = step.then if holds(step.condition, self.look) else step.otherwise
                self._levels.append(Level(way))
            case RepeatUntil():
                self._levels.append(Level(step.steps, loop=step))
            case Rotate():
                turn = self._brought.turns.get(step.key, 0) % len(step.lists)
                self._set_facts(rotated=self._state.facts.rotated | {step.key})
                self._levels.append(Level(step.lists[turn]))
            case Use():
                self._use(step)
            case GoTo():
                return self._enter(self._bundle.script.section(step.section.text))
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
                self._levels[-1] = replace(level, at=0, round=level.round + 1)
                return None
        elif level.opens:
            return self._finish(None)
        elif len(self._levels) == 1:
            if self._state.section + 1 < len(self._bundle.script.sections):
                return self._enter(self._state.section + 1)
            return self._end("complete")
        self._levels.pop()
        return None

    def _enter(self, section: int) -> Ending | None:
        entered = self._bundle.script.sections[section]
        self._set(section=section)
        self._levels = [Level(entered.steps)]
        self._scopes = self._scopes[:1]
        if entered.deep:
            against = against_entering(entered, self.state, self.look)
            if against is not None:
                return self._turn_away(against)
            self._owe_grounding()
        return None

    def _use(self, step: Use) -> None:
        script = self._bundle.shared[step.script.text]
        answers: dict[str, Held] = {}
        parts = []
        for name in script.takes:
            given = step.given[name].text
            held = self.look(given)
            if held is None or held.value is None:
                raise Unsettled(given)
            answers[name] = held
            if isinstance(held.value, PartGiven):
                parts.append(held.value.id)
        save_as = step.save_as.text if step.save_as else None
        self._scopes.append(Scope(script, answers, tuple(parts), save_as))
        self._levels.append(Level(script.sections[0].steps, opens=True))

    def _finish(self, result: str | None) -> Ending | None:
        """Close a shared script and hand its result back."""
        while not self._levels.pop().opens:
            pass
        scope = self._scopes.pop()
        between = scope.why is not None
        outermost = scope.script.grounds and not grounding_now(self.state)
        if between or (outermost and self._state.pending):
            self.arisen.append(Grounded())
        if outermost:
            self._set(pending=False)
        if scope.then is not None:
            return self._ending(scope.then)
        if between:
            self._set(returned=True)
        elif scope.save_as and result:
            self._save(scope.save_as, Held(result, result))
        return None

    # What is never talked past.

    def _show(self, step: Shown) -> Beat | Ending | None:
        if isinstance(step, Question):
            refused = self._state.facts.refused.get(self._key(step))
            if refused is not None:
                self._save(saved_name(step), refused)
                self._next()
                return None
        against = against_showing(self._bundle.script, self.state, step, self.look)
        if against is not None:
            return self._turn_away(against)
        if in_deep(self._bundle.script, self.state):
            self._owe_grounding()
        if self.interlude is None:
            self._set(returned=False)
        section = self._bundle.script.sections[self._state.section]
        return beat_of(step, section, self._path(), self._asked(step), self.interlude, self.look)

    def _turn_away(self, why: Turned) -> Ending | None:
        self._set(turned=why)
        if self._state.returned:
            return self._ending("stopped")
        self._levels, self._scopes = [], self._scopes[:1]
        self._ground_between(why, "stopped")
        return None

    def _owe_grounding(self) -> None:
        if not self._state.pending:
            self._set(pending=True)
            section = self._bundle.script.sections[self._state.section].id
            self.arisen.append(EnteredDeep(section))

    def _end(self, how: How) -> Ending | None:
        if self._state.pending:
            self._levels, self._scopes = [], self._scopes[:1]
            self._ground_between("ending", how)
            return None
        return self._ending(how)

    def _ending(self, how: How) -> Ending:
        self.arisen.append(Ended(how, self._state.turned))
        return Ending(how, self._state.turned)

    def _ground_between(self, why: Interlude, then: How | None) -> None:
        script = self._bundle.if_they_stop
        self._scopes.append(Scope(script, why=why, then=then))
        self._levels.append(Level(script.sections[0].steps, opens=True))

    # Answers.

    def look(self, name: str) -> Held | None:
        """Return the answer under a name where one is, None where the question was not asked."""
        if name == DISTRESS:
            said = self._state.facts.band
            return Held(said) if said is not None else None
        return self._scopes[-1].answers.get(name)

    def _hold(self, step: Question, value: Value | None) -> Held:
        if value is None:
            return Held(None)
        kept = fit(step, value)
        if isinstance(step, Scan):
            return Held(kept, order=step.scale_words)
        labels: Mapping[str, str] = {}
        if isinstance(step, Choose) and isinstance(self.beat, Beat):
            labels = {key: str(label) for key, label in self.beat.labels.items()}
        return Held(kept, shown(kept, labels))

    def _save(self, name: str, held: Held) -> None:
        scope = self._scopes[-1]
        self._scopes[-1] = replace(scope, answers={**scope.answers, name: held})

    def _take_distress(self, id: str, held: Held) -> None:
        facts = self._state.facts
        said = None if isinstance(held.value, Mapping | tuple | PartGiven) else held.value
        found = band(said, facts.lowest, deep=in_deep(self._bundle.script, self.state))
        numbers = [n for n in (facts.lowest, said) if isinstance(n, int)]
        self._set_facts(
            band=found,
            lowest=min(numbers, default=None),
            high=facts.high or found == "high",
            sealing=facts.sealing | {id} if found == "high" else facts.sealing,
            gate=True,
        )

    def _take_choice(self, id: str, step: Choose, held: Held) -> None:
        facts = self._state.facts
        if any(option.refusal for option in step.options):
            self._set_facts(gate=True)
        if step.many or not isinstance(held.value, str):
            return
        option = step.option(held.value)
        if option.refusal:
            refused = {**facts.refused, self._key(step): held}
            self._set_facts(refused=refused, sealing=facts.sealing | {id})
        if option.then:
            self._levels.append(Level(option.then))

    def _key(self, step: Question) -> QuestionKey:
        scope = self._scopes[-1]
        return (scope.script.id if scope.script.shared else "", saved_name(step), scope.parts)

    def _asked(self, step: Shown) -> Asked | None:
        if not isinstance(step, Question):
            return None
        name = saved_name(step)
        visit = self._state.facts.visits.get(self._visit_key(step), 0) + 1
        return Asked(self._path(), name, visit, KINDS[type(step)])

    def _visit_key(self, step: Question) -> str:
        name = saved_name(step)
        inside = len(self._scopes) > 1 and name != DISTRESS
        return f"{self._path()}/{name}" if inside else name

    def _count(self, step: Question) -> None:
        visits = self._state.facts.visits
        key = self._visit_key(step)
        self._set_facts(visits={**visits, key: visits.get(key, 0) + 1})

    def _path(self) -> str:
        """Return where one is; grounding that came in between belongs to no section."""
        between = next((n for n, scope in enumerate(self._scopes) if scope.why), None)
        if between is not None:
            return "/".join(scope.script.id for scope in self._scopes[between:])
        section = self._bundle.script.sections[self._state.section].id
        return "/".join([section, *(scope.script.id for scope in self._scopes[1:])])

    def _next(self) -> None:
        level = self._levels[-1]
        self._levels[-1] = replace(level, at=level.at + 1)

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _set_facts(self, **changes: Any) -> None:
        self._set(facts=replace(self._state.facts, **changes))
