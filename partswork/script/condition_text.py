"""A condition as it may be written in a script."""

from __future__ import annotations

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
    Value,
)

_IN_WORDS: dict[Comparison, str] = {
    "=": "is",
    ">=": "is at least",
    "<=": "is at most",
    ">": "is more than",
    "<": "is less than",
}


def condition_text(condition: Condition) -> str:
    """Return a condition in the words of the language; read again, it means the same."""
    match condition:
        case Negation(part):
            return f"not {_inside(part)}"
        case Conjunction(parts):
            return " and ".join(_inside(part) for part in parts)
        case Disjunction(parts):
            return " or ".join(_inside(part) for part in parts)
        case IsOneOf(ref, values, negated):
            several = "one of " if len(values) > 1 else ""
            return f"{_name(ref)} is {'not ' if negated else ''}{several}{_values(values)}"
        case Compares(ref, how, value):
            return f"{_name(ref)} {_IN_WORDS[how]} {value.text}"
        case IsAnswered(ref, negated):
            return f"{_name(ref)} is {'not ' if negated else ''}answered"
        case Includes(ref, value):
            return f"{_name(ref)} includes {value.text}"


def _inside(part: Condition) -> str:
    text = condition_text(part)
    return f"({text})" if isinstance(part, Conjunction | Disjunction) else text


def _name(ref: Ref) -> str:
    return ref.name if ref.scale is None else f"{ref.name}.{ref.scale}"


def _values(values: tuple[Value, ...]) -> str:
    return ", ".join(value.text for value in values)
