"""Laying a script out flat, from its end to its beginning, so that each step knows what follows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
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
    Scene,
    Show,
    Turn,
    follows,
)
from partswork.proof.naming import Naming, refusable
from partswork.proof.variables import Variables
from partswork.script.model import Bundle, Script, Section
from partswork.script.steps import (
    Breathe,
    Calm,
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Pause,
    Question,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Step,
    Use,
    saved_name,
)

MOST_INSTRUCTIONS = 30_000
"""More than this are not laid out. Ours come to under 300."""

DEEPEST = 16
"""Shared scripts may stand inside each other so many times."""


class TooLarge(Exception):
    """Shared scripts used by shared scripts make too much of a script."""


@dataclass(frozen=True, slots=True)
class _Caller:
    """Where leaving a shared script leads, and under which number its result is kept there."""

    next: int
    saves: int | None = None


class Laying:
    """Lays out one script with everything it uses."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._variables = Variables()
        self._naming = Naming(self._variables, bundle.script)
        self._laid: list[Instruction | None] = []
        self._places: dict[int | str, int] = {}
        self._ends: dict[int, int] = {}
        self._scopes = 0
        scripts = {bundle.script.id: bundle.script, **bundle.shared}
        self._refusable = refusable(iter(scripts.values()))
        self._distinct = any(
            "part" in script.takes.values() and any(id == script.id for id, _ in self._refusable)
            for script in scripts.values()
        )

    def program(self) -> Program:
        """Lay it all out.

        Raises:
            TooLarge: there is too much of it.
        """
        script = self._bundle.script
        # What Stop looks at is looked at from everywhere, so it is laid out first.
        stop = None if script.shared else self._stop()
        start = self._shared_alone(script) if script.shared else self._sections(script)
        laid = tuple(one for one in self._laid if one is not None)
        led = Counter(place for one in laid for place in follows(one))
        joins = frozenset(place for place, count in led.items() if count > 1)
        return Program(
            script, laid, self._variables, start, stop, self._places, self._ends, joins, self._distinct
        )

    # Whole scripts.

    def _sections(self, script: Script) -> int:
        first = script.sections[-1]
        last = first.steps[-1].at if first.steps else first.at
        after = self._add(Close(self._scene(script, first), None, last, runs_off=True))
        for section in reversed(script.sections):
            scene = self._scene(script, section)
            body = self._steps(section.steps, scene, after, None)
            needs = self._naming.condition(section.needs, scene) if section.needs is not None else None
            after = self._places[section.id] = self._add(Enter(scene, section, needs, body))
        return after

    def _scene(self, script: Script, section: Section) -> Scene:
        return Scene(script, section, section.id, owed=script.depth != "settling")

    def _shared_alone(self, script: Script) -> int:
        section = script.sections[0]
        grounding = Scene(script, section, script.id, grounding=script.grounds)
        parts = tuple(
            self._variables.number("part", 0, name) for name, kind in script.takes.items() if kind == "part"
        )
        scene = replace(grounding, parts=parts if self._distinct else ())
        last = section.steps[-1].at if section.steps else section.at
        after = self._add(Close(scene, None, last))
        return self._body(script, scene, _Caller(after))

    def _stop(self) -> int:
        script = self._bundle.if_they_stop
        scene = self._scene(self._bundle.script, self._bundle.script.sections[-1])
        scene = self._inside(script, replace(scene, stopping=True, path=""), None)
        after = self._add(Close(scene, None, self._bundle.script.if_they_stop_at))
        return self._body(script, scene, _Caller(after))

    def _inside(self, script: Script, scene: Scene, use: Use | None) -> Scene:
        """Return the scene inside a shared script, with names of its own."""
        self._scopes += 1
        if len(scene.through) >= DEEPEST:
            raise TooLarge
        parts = [("part", self._scopes, name) for name, kind in script.takes.items() if kind == "part"]
        return replace(
            scene,
            script=script,
            path=f"{scene.path}/{script.id}".removeprefix("/"),
            scope=self._scopes,
            parts=tuple(self._variables.number(*part) for part in parts) if self._distinct else (),
            use=scene.use or use,
            through=(*scene.through, script.id),
            grounding=scene.grounding or script.grounds,
        )

    def _body(self, script: Script, scene: Scene, caller: _Caller) -> int:
        """Lay out a shared script, and what it does at its end; return where it begins."""
        end = self._finish(scene, None, caller)
        steps = [step for section in script.sections for step in section.steps]
        return self._steps(tuple(steps), scene, end, caller)

    def _finish(self, scene: Scene, step: Return | None, caller: _Caller) -> int:
        script = scene.script
        lacks = step is None and bool(script.returns)
        outer = scene.through[:-1]
        inside_one = any(self._bundle.shared[id].grounds for id in outer)
        grounds = script.grounds and not inside_one
        unsaid = script.grounds and not scene.through
        saves = caller.saves if step is not None else None
        return self._add(Finish(scene, step, saves, lacks, grounds, unsaid, caller.next))

    # Steps.

    def _steps(self, steps: tuple[Step, ...], scene: Scene, after: int, caller: _Caller | None) -> int:
        for step in reversed(steps):
            after = self._step(step, scene, after, caller)
            if scene.scope == 0 and not scene.stopping:
                self._places[id(step)] = after
        return after

    def _step(self, step: Step, scene: Scene, after: int, caller: _Caller | None) -> int:
        naming = self._naming
        match step:
            case Say() | Pause() | Breathe():
                reads = naming.reads(step, scene)
                return self._add(Show(scene, step, reads, _seconds(step), _inward(step, scene), after))
            case If():
                then = self._steps(step.then, scene, after, caller)
                otherwise = self._steps(step.otherwise, scene, after, caller)
                condition = naming.condition(step.condition, scene)
                return self._add(Fork(scene, step, condition, then, otherwise))
            case RepeatUntil():
                return self._repeat(step, scene, after, caller)
            case Rotate():
                ways = tuple(self._steps(way, scene, after, caller) for way in step.lists)
                return self._add(Turn(scene, step, self._variables.number("turn", step.key), ways))
            case Use():
                return self._use(step, scene, after)
            case GoTo():
                return self._add(Lead(scene, step, self._places[step.section.text]))
            case End():
                return self._add(Close(scene, step, step.at))
            case Return():
                assert caller is not None
                return self._finish(scene, step, caller)
            case _:
                return self._question(step, scene, after, caller)

    def _question(self, step: Question, scene: Scene, after: int, caller: _Caller | None) -> int:
        ways = {}
        if isinstance(step, Choose) and not step.many:
            for option in step.options:
                inside = replace(scene, refusing=True) if option.refusal else scene
                ways[option.key] = self._steps(option.then, inside, after, caller)
        naming, name = self._naming, saved_name(step)
        key = (scene.script.id if scene.script.shared else "", name)
        return self._add(
            Put(
                scene=scene,
                step=step,
                reads=naming.reads(step, scene),
                inward=_inward(step, scene),
                saves=naming.saves(step, scene.scope),
                parts=naming.parts(step, scene.scope),
                refusals=self._variables.number("refused", *key) if key in self._refusable else None,
                ways=ways,
                next=after,
            )
        )

    def _repeat(self, step: RepeatUntil, scene: Scene, after: int, caller: _Caller | None) -> int:
        at = self._add(None)
        if scene.scope == 0 and not scene.stopping:
            self._ends[id(step)] = at
        counter = self._variables.number("round", at)
        body = self._steps(step.steps, scene, at, caller)
        condition = self._naming.condition(step.condition, scene)
        self._laid[at] = Again(scene, step, condition, counter, body, after)
        return self._add(Begin(scene, step, counter, body))

    def _use(self, step: Use, scene: Scene, after: int) -> int:
        script, number = self._bundle.shared[step.script.text], self._naming.number
        inside = self._inside(script, scene, step)
        saves = number(scene.scope, step.save_as.text) if step.save_as is not None else None
        body = self._body(script, inside, _Caller(after, saves))
        given = []
        for name in script.takes:
            source = number(scene.scope, step.given[name].text)
            given.append((source, number(inside.scope, name), step.given[name]))
        if self._distinct:
            for name in (name for name, kind in script.takes.items() if kind == "part"):
                source = number(scene.scope, step.given[name].text)
                told = self._variables.number("part", inside.scope, name)
                given.append((source, told, step.given[name]))
        return self._add(Open(scene, step, tuple(given), self._variables.of(inside.scope), body))

    def _add(self, instruction: Instruction | None) -> int:
        if len(self._laid) >= MOST_INSTRUCTIONS:
            raise TooLarge
        self._laid.append(instruction)
        return len(self._laid) - 1


def _seconds(step: Calm) -> int:
    match step:
        case Say():
            return 0
        case Pause():
            return step.seconds or 0
        case Breathe():
            return step.seconds
        case _:
            assert_never(step)


def _inward(step: Calm | Question, scene: Scene) -> bool:
    """Whether a step looks inward, as G11 has it."""
    if not scene.owed or scene.grounding:
        return False
    if scene.section.deep:
        return True
    if isinstance(step, Calm | Distress) or scene.section.closing:
        return False
    return not (scene.section.opening and isinstance(step, Choose))
