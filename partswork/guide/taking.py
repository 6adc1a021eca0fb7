"""Taking an answer: how it is held, and what it changes in the facts of the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from partswork.guide.asking import question_key, visit_key
from partswork.guide.held import Held, Look, Unsettled, shown
from partswork.guide.state import Facts, Scope, State
from partswork.guide.values import DoesNotFit, Value, fit
from partswork.script.distress import band
from partswork.script.model import Script
from partswork.script.steps import DISTRESS, Choose, Distress, Question, Scan, Use, may_skip
from partswork.script.words import Prose


def hold(step: Question, value: Value | None, labels: Mapping[str, Prose]) -> Held:
    """Return an answer as it is held; None is a question passed over.

    Raises:
        DoesNotFit: the question cannot take it, or must not be passed over.
    """
    if value is None:
        if not may_skip(step):
            raise DoesNotFit("required")
        return Held(None)
    kept = fit(step, value)
    if isinstance(step, Scan):
        return Held(kept, order=step.scale_words)
    choices = labels if isinstance(step, Choose) else {}
    return Held(kept, shown(kept, {key: str(label) for key, label in choices.items()}))


def facts_after(state: State, step: Question, id: str, held: Held, *, deep: bool) -> Facts:
    """Return the facts after an answer.

    Args:
        state: where the question was asked.
        step: the question.
        id: the id of the answer.
        held: the answer.
        deep: whether it was asked inside a deep section.
    """
    key = visit_key(step, state)
    visits = {**state.facts.visits, key: state.facts.visits.get(key, 0) + 1}
    facts = replace(state.facts, visits=visits)
    if isinstance(step, Distress):
        return _after_distress(facts, id, held, deep=deep)
    if isinstance(step, Choose) and any(option.refusal for option in step.options):
        facts = replace(facts, gate=True)
        if isinstance(held.value, str) and step.option(held.value).refusal:
            refused = {**facts.refused, question_key(step, state): held}
            return replace(facts, refused=refused, sealing=facts.sealing | {id})
    return facts


def _after_distress(facts: Facts, id: str, held: Held, *, deep: bool) -> Facts:
    said = held.value if isinstance(held.value, int | str) else None
    found = band(said, facts.lowest, deep=deep)
    numbers = [number for number in (facts.lowest, said) if isinstance(number, int)]
    return replace(
        facts,
        band=found,
        lowest=min(numbers, default=None),
        high=facts.high or found == "high",
        sealing=facts.sealing | {id} if found == "high" else facts.sealing,
        gate=True,
    )


def answer_under(name: str, scope: Scope, facts: Facts) -> Held | None:
    """Return the answer under a name of a script, None where the question was not asked."""
    if name == DISTRESS:
        return Held(facts.band) if facts.band is not None else None
    return scope.answers.get(name)


def given_to(script: Script, use: Use, look: Look) -> dict[str, Held]:
    """Return what a shared script is given, under the names it has there.

    Raises:
        Unsettled: something it is to be given has no answer.
    """
    given = {}
    for name in script.takes:
        held = look(use.given[name].text)
        if held is None or held.value is None:
            raise Unsettled(use.given[name].text)
        given[name] = held
    return given
