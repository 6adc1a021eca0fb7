"""Conditions as the search judges them: each test a look at one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from partswork.proof.looks import THERE, Among, Compared, Includes, Sight, Value
from partswork.proof.variables import Variables
from partswork.script import conditions
from partswork.script.answers import ScanKind
from partswork.script.conditions import Compares, Condition, IsAnswered, IsOneOf, Ref


@dataclass(frozen=True, slots=True)
class Single:
    """One look at one answer."""

    number: int
    sight: Sight
    negated: bool
    ref: Ref


@dataclass(frozen=True, slots=True)
class Not:
    """Not so."""

    part: Judged


@dataclass(frozen=True, slots=True)
class All:
    """All of these; stops at the first that fails."""

    parts: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of these; stops at the first that holds."""

    parts: tuple[Judged, ...]


Judged = Single | Not | All | Any
Held = Mapping[int, Value]
"""The answers that are held, by number."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A test came to an answer that was never given."""

    ref: Ref
    number: int


def judged(
    condition: Condition, number: Callable[[Ref], int], scan: Callable[[str], ScanKind | None]
) -> Judged:
    """Return a condition over numbered answers.

    Args:
        condition: as the script has it.
        number: the number of an answer by its name in that script.
        scan: for the name of a scan, its scales and words.
    """

    def go(part: Condition) -> Judged:
        match part:
            case conditions.Conjunction(parts):
                return All(tuple(map(go, parts)))
            case conditions.Disjunction(parts):
                return Any(tuple(map(go, parts)))
            case conditions.Negation(inner):
                return Not(go(inner))
            case IsAnswered(ref, negated):
                return Single(number(ref), THERE, negated, ref)
            case IsOneOf(ref, values, negated):
                words = frozenset(value.text for value in values)
                return Single(number(ref), Among(words), negated, ref)
            case conditions.Includes(ref, value):
                return Single(number(ref), Includes(value.text), False, ref)
            case Compares(ref, how, value):
                kind = scan(ref.name) if ref.scale is not None else None
                if kind is None:
                    return Single(number(ref), Compared(how, int(value.text)), False, ref)
                words_in_order = kind.words
                other = words_in_order.index(value.text)
                return Single(number(ref), Compared(how, other, words_in_order), False, ref)
            case _:
                assert_never(part)

    return go(condition)


def looks_of(condition: Judged, variables: Variables) -> int:
    """Return every look a condition may take."""
    if isinstance(condition, Single):
        return variables.look(condition.number, condition.sight)
    parts = (condition.part,) if isinstance(condition, Not) else condition.parts
    looks = 0
    for part in parts:
        looks |= looks_of(part, variables)
    return looks


def judge(condition: Judged, held: Held) -> bool | Unsettled:
    """Return whether a condition holds, or at which answer that cannot be told."""
    if isinstance(condition, Single):
        seen = condition.sight.of(held.get(condition.number))
        if seen is None:
            return Unsettled(condition.ref, condition.number)
        return bool(seen) != condition.negated
    if isinstance(condition, Not):
        found = judge(condition.part, held)
        return found if isinstance(found, Unsettled) else not found
    deciding = isinstance(condition, Any)
    for part in condition.parts:
        found = judge(part, held)
        if isinstance(found, Unsettled) or found == deciding:
            return found
    return not deciding
