"""What can never happen, and tests that come out the same on every path: told once, where the cause is."""

from __future__ import annotations

from dataclasses import dataclass

from partswork.proof.search import Searched
from partswork.script.conditions import Condition, tests_of
from partswork.script.finding import Mark
from partswork.script.model import Section, every_step, inside
from partswork.script.steps import End, GoTo, If, RepeatUntil, Return, Step


@dataclass(frozen=True, slots=True)
class Idle:
    """Something of the script itself that makes no difference on any path.

    Attributes:
        code: of the finding.
        section: the id of the section it stands in, None for a result.
        name: of a section or a result.
        leaves: the step before by which everybody leaves, None where that is not one alone.
    """

    code: str
    at: Mark
    section: str | None
    name: str = ""
    leaves: GoTo | End | Return | None = None


def idle(searched: Searched) -> tuple[Idle, ...]:
    """Return what no path comes to, and tests with one outcome; the search must have finished."""
    return _Looking(searched).script()


class _Looking:
    def __init__(self, searched: Searched) -> None:
        self._program, self._reached = searched.program, searched.reached
        self._outcomes = searched.outcomes
        self._found: list[Idle] = []
        self._section = ""

    def script(self) -> tuple[Idle, ...]:
        script = self._program.script
        # Sections that something already told keeps from being come to.
        awaited: set[str] = set()
        following = [section.id for section in script.sections[1:]] + [""]
        leaves: GoTo | End | Return | None = None
        for section, next_one in zip(script.sections, following, strict=True):
            self._section = section.id
            before = len(self._found)
            if not script.shared and self._program.places[section.id] not in self._reached:
                if section.id not in awaited:
                    self._add("PW107", section.at, section.id, leaves)
                awaited.add(next_one)
            else:
                self._list(section.steps)
                leaves = self._leaving(section.steps)
            if len(self._found) > before:
                awaited.add(next_one)
            awaited |= self._leads_of_unreached(section)
        self._results()
        return tuple(self._found)

    def _list(self, steps: tuple[Step, ...]) -> None:
        told = len(self._found)
        for before, step in zip((None, *steps), steps, strict=False):
            if self._program.place(step) not in self._reached:
                # Where something in the step before was told, this only follows from it.
                if len(self._found) == told and step is not steps[0]:
                    leaves = before if isinstance(before, GoTo | End | Return) else None
                    self._add("PW105", step.at, leaves=leaves)
                return
            told = len(self._found)
            match step:
                case If() | RepeatUntil() if not self._tested(step, step.condition):
                    pass
                case _:
                    for held in inside(step):
                        self._list(held)

    def _tested(self, step: If | RepeatUntil, condition: Condition) -> bool:
        """Whether a test may come out either way; say so where it may not."""
        place = self._program.place(step)
        if isinstance(step, RepeatUntil):
            place = self._program.again(step)
        outcomes = self._outcomes.get(place, set())
        if len(outcomes) != 1:
            return True
        self._add("PW106" if True in outcomes else "PW108", next(tests_of(condition)).ref.at)
        return False

    def _leaving(self, steps: tuple[Step, ...]) -> GoTo | End | Return | None:
        """Return the step by which everybody who comes so far leaves, None where there is none."""
        leads = (step for step in steps if isinstance(step, GoTo | End | Return))
        return next((lead for lead in leads if self._program.place(lead) in self._reached), None)

    def _leads_of_unreached(self, section: Section) -> set[str]:
        leads = (step for step in every_step(section.steps) if isinstance(step, GoTo))
        return {lead.section.text for lead in leads if self._program.place(lead) not in self._reached}

    def _results(self) -> None:
        script = self._program.script
        steps = [step for section in script.sections for step in every_step(section.steps)]
        written = {step.result.text for step in steps if isinstance(step, Return)}
        for result, at in script.returns.items():
            if result not in written:
                self._found.append(Idle("PW131", at, None, result))

    def _add(self, code: str, at: Mark, name: str = "", leaves: GoTo | End | Return | None = None) -> None:
        self._found.append(Idle(code, at, self._section, name, leaves))
