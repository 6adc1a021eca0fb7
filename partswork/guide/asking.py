"""Which question is being asked, and where."""

from __future__ import annotations

from partswork.guide.events import Asked
from partswork.guide.showing import KINDS
from partswork.guide.state import QuestionKey, State
from partswork.script.model import Script
from partswork.script.steps import DISTRESS, Question, Shown, saved_name


def path_here(script: Script, state: State) -> str:
    """Return where one is: `meeting`, inside a shared script `meeting/unblending`.

    Grounding that came in between belongs to no section and stands by its own id.
    """
    inside = _inside(state)
    return "/".join(inside if _between(state) else [script.sections[state.section].id, *inside])


def asked_here(step: Shown, path: str, state: State) -> Asked | None:
    """Return which asking a question is, None for a calm step."""
    if not isinstance(step, Question):
        return None
    visit = state.facts.visits.get(visit_key(step, state), 0)
    return Asked(path, saved_name(step), visit + 1, KINDS[type(step)])


def question_key(step: Question, state: State) -> QuestionKey:
    """Return what makes a question the same one for a refusal."""
    scope = state.scopes[-1]
    return (scope.script.id if scope.script.shared else "", saved_name(step), scope.parts)


def visit_key(step: Question, state: State) -> str:
    """Return under what a question's visits are counted: inside a shared script by that, else by name."""
    name, inside = saved_name(step), _inside(state)
    if name == DISTRESS or not inside:
        return name
    return "/".join([*inside, name] if _between(state) else [str(state.section), *inside, name])


def _between(state: State) -> int | None:
    """Return which of the scopes came in between, None where none did; it is never the lowest."""
    return next((n for n, scope in enumerate(state.scopes) if scope.why), None)


def _inside(state: State) -> list[str]:
    """Return the shared scripts one is inside of, beginning with what came in between, if anything did."""
    return [scope.script.id for scope in state.scopes[_between(state) or 1 :]]
