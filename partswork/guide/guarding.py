"""What is never talked past: refusals, high distress, and what a deep section needs.

Pure questions about a state; the mover asks them before it shows anything.
"""

from __future__ import annotations

from partswork.guide.events import Turned
from partswork.guide.held import Look, Unsettled
from partswork.guide.judging import holds
from partswork.guide.state import State
from partswork.script.model import Script, Section
from partswork.script.steps import Calm, Choose, Distress, Shown


def grounding_now(state: State) -> bool:
    """Whether one is in a script that grounds; nothing in it is inward."""
    return any(scope.script.grounds for scope in state.scopes)


def in_deep(script: Script, state: State) -> bool:
    """Whether what is shown now is deep work."""
    return script.sections[state.section].deep and not grounding_now(state)


def _refusing_now(state: State) -> bool:
    """Whether one is in what an option that refuses says for itself: that much is always heard out."""
    return any(level.refusing for level in state.levels)


def against_showing(script: Script, state: State, step: Shown, look: Look) -> Turned | None:
    """Return what stands against showing a step, None where nothing does."""
    if grounding_now(state):
        return None
    section, facts = script.sections[state.section], state.facts
    if section.deep:
        if state.returned:
            return against_entering(section, state, look)
        refused = facts.refused and not _refusing_now(state)
        return "refused" if refused else "high" if facts.high else None
    outward = section.closing or isinstance(step, Calm | Distress)
    practical = section.opening and isinstance(step, Choose)
    owed = script.depth != "settling"
    return "high" if facts.high and owed and not outward and not practical else None


def against_entering(section: Section, state: State, look: Look) -> Turned | None:
    """Return what stands against entering a deep section, None where nothing does.

    An answer in its `needs` that was never given means that it does not hold.
    """
    if state.facts.refused:
        return "refused"
    if state.facts.high:
        return "high"
    try:
        needs = section.needs is not None and holds(section.needs, look)
    except Unsettled:
        needs = False
    return None if needs and state.facts.band == "low" else "needs"
