"""Whether a condition holds, given the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from partswork.guide.held import Held, Look, Unsettled
from partswork.script.conditions import (
    Compares,
    Comparison,
    Condition,
    Conjunction,
    Disjunction,
    Includes,
    IsAnswered,
    IsOneOf,
    Negation,
    Ref,
)


def holds(condition: Condition, look: Look) -> bool:
    """Return whether a condition holds; `and` and `or` stop at the first part that decides.

    Raises:
        Unsettled: an answer that was never given is tested for more than being given.
    """
    match condition:
        case Conjunction(parts):
            return all(holds(part, look) for part in parts)
        case Disjunction(parts):
            return any(holds(part, look) for part in parts)
        case Negation(part):
            return not holds(part, look)
        case IsAnswered(ref, negated):
            held = look(ref.name)
            return (held is not None and _answered(held, ref)) != negated
        case IsOneOf(ref, values, negated):
            said = _said(ref, look)
            return (said in {value.text for value in values}) != negated
        case Includes(ref, value):
            held = _given(ref, look)
            return isinstance(held.value, tuple) and value.text in held.value
        case Compares(ref, how, value):
            held = _given(ref, look)
            if ref.scale is not None:
                words = held.order
                return _compare(words.index(_said(ref, look)), how, words.index(value.text))
            return isinstance(held.value, int) and _compare(held.value, how, int(value.text))
        case _:
            assert_never(condition)


def _answered(held: Held, ref: Ref) -> bool:
    if ref.scale is not None:
        return held.reading(ref.scale) is not None
    return held.value is not None


def _given(ref: Ref, look: Look) -> Held:
    held = look(ref.name)
    if held is None or held.value is None:
        raise Unsettled(ref.name)
    return held


def _said(ref: Ref, look: Look) -> str:
    """Return the word an answer is compared by."""
    value = _given(ref, look).value
    if ref.scale is not None and isinstance(value, Mapping):
        if ref.scale not in value:
            raise Unsettled(f"{ref.name}.{ref.scale}")
        return value[ref.scale]
    return str(value)


def _compare(one: int, how: Comparison, other: int) -> bool:
    match how:
        case ">=":
            return one >= other
        case "<=":
            return one <= other
        case ">":
            return one > other
        case "<":
            return one < other
        case "=":
            return one == other
