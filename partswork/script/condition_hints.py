"""What is most likely meant by a condition that cannot be read, as it should be written."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.script.answers import BANDS
from partswork.script.condition_text import condition_text
from partswork.script.conditions import WORDS_OF_CONDITIONS, IsOneOf, Ref, Value
from partswork.script.steps import DISTRESS
from partswork.wording.findings import leave_marks_out, write

_QUOTES = frozenset("\"'“”„‟‘’‚«»`")
_NO_ANSWER = frozenset("blank empty missing nobody none nothing skipped unanswered".split())


def is_value(word: str) -> bool:
    """Whether a word of a condition may be a value, or part of one."""
    return word[:1].isalnum() and word not in WORDS_OF_CONDITIONS


def several_values(test: IsOneOf | None, words: Sequence[str]) -> str | None:
    """Return how to test for several values, where someone wrote `when is today or unsure`.

    Args:
        test: the test before.
        words: those that follow the `or`, the `and` or the comma behind it.

    Returns:
        None where what follows is a test of its own.
    """
    more = _lone_values(words)
    if test is None or not more:
        return None
    values = list(dict.fromkeys([*(value.text for value in test.values), *more]))
    negated = test.negated
    other = [band for band in BANDS if band not in values]
    if test.ref.name == DISTRESS and len(values) == len(BANDS) - 1 == len(BANDS) - len(other):
        negated, values = not negated, other
    meant = IsOneOf(test.ref, tuple(Value(text, test.ref.at) for text in values), negated)
    return write(condition_text(meant))


def _lone_values(words: Sequence[str]) -> list[str]:
    values: list[str] = []
    said: list[str] = []
    for word in (*words, ""):
        if is_value(word):
            said.append(word)
            continue
        if word not in ("and", "or", ",", ")", "") or not said:
            break
        values.append(" ".join(said))
        said = []
        if word in (")", ""):
            break
    return values


def equals(ref: Ref, words: Sequence[str], *, negated: bool) -> str:
    """Return how to write what a programmer writes with == or !=."""
    value = next((word for word in words if is_value(word)), "…")
    return write(condition_text(IsOneOf(ref, (Value(value, ref.at),), negated)))


def without_quotes(words: Sequence[str]) -> str | None:
    """Return what to say of a value in quotation marks, None where the next word is none."""
    if not words or words[0][0] not in _QUOTES:
        return None
    return leave_marks_out(next((word.rstrip("'’") for word in words if is_value(word)), ""))


def not_answered(test: IsOneOf) -> str | None:
    """Return how to test for no answer, where a word such as skipped stands for one; None for other words."""
    if not any(value.text.casefold() in _NO_ANSWER for value in test.values):
        return None
    name = test.ref.name if test.ref.scale is None else f"{test.ref.name}.{test.ref.scale}"
    return write(f"{name} is answered" if test.negated else f"{name} is not answered")
