"""Which number a name of a script stands for, in each use of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from partswork.proof.instructions import Read, Scene
from partswork.proof.judging import Judged, judged
from partswork.proof.variables import BAND, Variables
from partswork.script.answers import ScanKind, kind_of
from partswork.script.conditions import Condition, Ref
from partswork.script.model import Script, every_step
from partswork.script.questions import DISTRESS, Choose, Name, NamePart, Question, Scan, saved_name
from partswork.script.spoken import own_words
from partswork.script.steps import Step
from partswork.script.words import Words


class Naming:
    """Finds the number of every answer that steps speak of."""

    def __init__(self, variables: Variables, main: Script) -> None:
        self._variables = variables
        self._main = main
        self._scans: dict[str, dict[str, ScanKind]] = {}

    def number(self, scope: int, name: str, scale: str | None = None) -> int:
        """Return the number of an answer, or of one reading of a scan."""
        if name == DISTRESS:
            return BAND
        return self._variables.number(scope, name if scale is None else f"{name}.{scale}")

    def saves(self, question: Question, scope: int) -> tuple[int, ...]:
        """Return the numbers a question saves; for a scan one for each scale, else one."""
        if isinstance(question, Scan):
            return tuple(self.number(scope, question.save_as.text, scale.name) for scale in question.scales)
        return (self.number(scope, saved_name(question)),)

    def condition(self, condition: Condition, scene: Scene) -> Judged:
        """Return a condition over numbers."""

        def number(ref: Ref) -> int:
            return self.number(scene.scope, ref.name, ref.scale)

        return judged(condition, number, partial(self._scan, scene.script))

    def reads(self, step: Step, scene: Scene) -> tuple[Read, ...]:
        """Return the answers that must be there when a step is shown, the section's title first."""
        title = scene.section.title if not scene.stopping else None
        found = list(self._fills(title, 0, outside=scene.scope != 0)) if title is not None else []
        for words in own_words(step):
            if words is not None:
                found += self._fills(words, scene.scope, outside=False)
        return tuple(found)

    def parts(self, question: Question, scope: int) -> tuple[tuple[int, Name], ...]:
        """Return the parts that a question speaks of, which must have been answered."""
        named = []
        if isinstance(question, NamePart):
            named += [question.guarded_by, question.opposed_to]
        remember = getattr(question, "remember", None)
        if remember is not None:
            named.append(remember.part)
        return tuple((self.number(scope, name.text), name) for name in named if name is not None)

    def _fills(self, words: Words, scope: int, *, outside: bool) -> Iterator[Read]:
        for fill in words.fills():
            if fill.fallback is None:
                yield Read(self.number(scope, fill.name, fill.scale), fill, outside)

    def _scan(self, script: Script, name: str) -> ScanKind | None:
        if script.id not in self._scans:
            steps = (step for section in script.sections for step in every_step(section.steps))
            scans = (step for step in steps if isinstance(step, Scan))
            self._scans[script.id] = {
                scan.save_as.text: kind for scan in scans if isinstance(kind := kind_of(scan), ScanKind)
            }
        return self._scans[script.id].get(name)


def refusable(scripts: Iterator[Script]) -> frozenset[tuple[str, str]]:
    """Return the questions that may be refused: by their shared script, "" for none, and name."""
    found = set()
    for script in scripts:
        for section in script.sections:
            for step in every_step(section.steps):
                if isinstance(step, Choose) and any(option.refusal for option in step.options):
                    found.add((script.id if script.shared else "", step.save_as.text))
    return frozenset(found)
