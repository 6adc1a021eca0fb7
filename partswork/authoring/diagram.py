"""A script as boxes and arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from partswork.script.condition_text import condition_text
from partswork.script.model import Bundle
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
)
from partswork.script.words import as_written
from partswork.wording import drawing as words

Kind = Literal["begin", "calm", "question", "test", "turns", "shared", "end"]

LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Box:
    """One thing that happens, or a place where ways part.

    Attributes:
        section: the id of the section it stands in, None for the beginning.
        line: where it stands in the script, None for the beginning.
    """

    id: str
    kind: Kind
    label: str
    section: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to the next.

    Attributes:
        label: when it is taken; empty where there is no other way.
    """

    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """All boxes, in the order of the script, and all arrows between them."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    sections: tuple[str, ...]


def diagram(bundle: Bundle) -> Diagram:
    """Return a script as boxes and arrows; shared scripts are one box wherever they are used."""
    return _Drawing(bundle).whole()


class _Drawing:
    """Draws from the end backward, so that what follows a box is always there before it."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._boxes: list[Box] = []
        self._arrows: list[Arrow] = []
        self._sections: dict[str, str | None] = {}
        self._section = ""

    def whole(self) -> Diagram:
        script = self._bundle.script
        after: str | None = None
        for section in reversed(script.sections):
            self._section = section.id
            after = self._sections[section.id] = self._steps(section.steps, after)
        self._arrow("begin", after)
        self._boxes.append(Box("begin", "begin", script.title, None, None))
        boxes = sorted(self._boxes, key=lambda box: box.line or 0)
        ids = {box.id: f"b{number}" for number, box in enumerate(boxes)}
        arrows = [replace(one, source=ids[one.source], target=ids[one.target]) for one in self._arrows]
        return Diagram(
            tuple(replace(box, id=ids[box.id]) for box in boxes),
            tuple(sorted(arrows, key=lambda one: int(one.source[1:]))),
            tuple(section.id for section in script.sections),
        )

    def _steps(self, steps: Sequence[Step], after: str | None) -> str | None:
        """Draw steps that lead on to `after`; return the first box, `after` where there is none."""
        waiting = list(steps)
        while waiting:
            calm: list[Calm] = []
            while waiting and isinstance(last := waiting[-1], Calm):
                calm.insert(0, last)
                waiting.pop()
            if calm:
                after = self._box("calm", _calm_label(calm), calm[0], after)
            if waiting:
                after = self._step(waiting.pop(), after)
        return after

    def _step(self, step: Step, after: str | None) -> str | None:
        match step:
            case If():
                test = self._box("test", condition_text(step.condition), step)
                for steps, label in ((step.then, words.YES_SHORT), (step.otherwise, words.NO_SHORT)):
                    self._arrow(test, self._steps(steps, after), label)
                return test
            case RepeatUntil():
                label = f"{condition_text(step.condition)}? ({words.at_most(step.at_most)})"
                test = self._box("test", label, step, after, words.YES_SHORT)
                first = self._steps(step.steps, test)
                self._arrow(test, first, words.NO_SHORT)
                return first
            case Rotate():
                turns = self._box("turns", words.IN_TURN, step)
                for number, steps in enumerate(step.lists, 1):
                    self._arrow(turns, self._steps(steps, after), str(number))
                return turns
            case Use():
                return self._box("shared", self._bundle.shared[step.script.text].title, step, after)
            case GoTo():
                return self._sections[step.section.text]
            case End():
                return self._box("end", words.ENDS[step.how], step)
            case Return():
                return self._box("end", words.RETURNS.format(result=step.result.text), step)
            case Choose() if not step.many:
                return self._choice(step, after)
            case Say() | Pause() | Breathe():
                raise TypeError(step)
            case _:
                return self._box("question", _asked(step), step, after)

    def _choice(self, step: Choose, after: str | None) -> str:
        box = self._box("question", _asked(step), step)
        ways: dict[str | None, list[str]] = {}
        for option in step.options:
            ways.setdefault(self._steps(option.then, after), []).append(_short(as_written(option.label)))
        if step.optional:
            ways.setdefault(after, []).append(words.SKIPPED_SHORT)
        for target, labels in ways.items():
            self._arrow(box, target, "" if len(ways) == 1 else " / ".join(labels))
        return box

    def _box(self, kind: Kind, label: str, step: Step, after: str | None = None, arrow: str = "") -> str:
        id = str(len(self._boxes))
        self._boxes.append(Box(id, kind, label, self._section, step.at.line))
        if after is not None:
            self._arrow(id, after, arrow)
        return id

    def _arrow(self, source: str, target: str | None, label: str = "") -> None:
        if target is not None:
            self._arrows.append(Arrow(source, target, label))


def _calm_label(steps: Sequence[Calm]) -> str:
    """Return what a few calm steps say, the first three of them."""
    lines = [_calm(step) for step in steps[:3]]
    return "\n".join([*lines, "…"] if len(steps) > len(lines) else lines)


def _calm(step: Calm) -> str:
    match step:
        case Say():
            return _short(as_written(step.words))
        case Pause():
            return words.quiet(step.seconds)
        case Breathe():
            return words.breath(step.pattern, step.rounds)
        case _:
            assert_never(step)


def _asked(step: Question) -> str:
    name = "distress" if isinstance(step, Distress) else step.save_as.text
    return f"{name}: {_short(as_written(step.words))}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"
