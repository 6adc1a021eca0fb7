"""Conditions: every form they take is read as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.script.condition_reader import ConditionUnread, parse_condition
from partswork.script.condition_text import condition_text
from partswork.script.conditions import (
    WORDS_OF_CONDITIONS,
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
from partswork.script.finding import Mark

NOWHERE = Mark(1, 1)


def nowhere(_: str) -> Mark:
    return NOWHERE


def ref(name: str) -> Ref:
    before, _, scale = name.partition(".")
    return Ref(before, scale or None, NOWHERE)


def value(text: str) -> Value:
    return Value(text, NOWHERE)


def one_of(name: str, *values: str, negated: bool = False) -> IsOneOf:
    return IsOneOf(ref(name), tuple(value(text) for text in values), negated)


def compares(name: str, how: Comparison, text: str) -> Compares:
    return Compares(ref(name), how, value(text))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a is b", one_of("a", "b")),
        ("a = b", one_of("a", "b")),
        ("a=b", one_of("a", "b")),
        ("a is not b", one_of("a", "b", negated=True)),
        ("a is one of b", one_of("a", "b")),
        ("a is one of b, c,d", one_of("a", "b", "c", "d")),
        ("a is not one of b, c", one_of("a", "b", "c", negated=True)),
        ("a is at least 3", compares("a", ">=", "3")),
        ("a is at most 3", compares("a", "<=", "3")),
        ("a is more than 3", compares("a", ">", "3")),
        ("a is less than 3", compares("a", "<", "3")),
        ("a >= 3", compares("a", ">=", "3")),
        ("a<=3", compares("a", "<=", "3")),
        ("a > 3", compares("a", ">", "3")),
        ("a < 3", compares("a", "<", "3")),
        ("a is 3", one_of("a", "3")),
        ("a is answered", IsAnswered(ref("a"), negated=False)),
        ("a is not answered", IsAnswered(ref("a"), negated=True)),
        ("a includes b", Includes(ref("a"), value("b"))),
        ("a.calm is at least far off", compares("a.calm", ">=", "far off")),
        ("a.calm is one of far off, right here", one_of("a.calm", "far off", "right here")),
        ("a.calm is I can't tell", one_of("a.calm", "I can't tell")),
        ("a.calm is überhaupt", one_of("a.calm", "überhaupt")),
        ("a.calm is 近い", one_of("a.calm", "近い")),
        ("not a is b", Negation(one_of("a", "b"))),
        ("not not a is b", Negation(Negation(one_of("a", "b")))),
        ("not (a is b)", Negation(one_of("a", "b"))),
        ("(a is b)", one_of("a", "b")),
        ("((a is b))", one_of("a", "b")),
        ("a is b and c is d", Conjunction((one_of("a", "b"), one_of("c", "d")))),
        ("a is b or c is d", Disjunction((one_of("a", "b"), one_of("c", "d")))),
        (
            "a is b and not c is d and e < 1",
            Conjunction((one_of("a", "b"), Negation(one_of("c", "d")), compares("e", "<", "1"))),
        ),
        (
            "a is b and (c is d or e is f)",
            Conjunction((one_of("a", "b"), Disjunction((one_of("c", "d"), one_of("e", "f"))))),
        ),
        ("a\n  is\n  b", one_of("a", "b")),
        ("  a is b  ", one_of("a", "b")),
    ],
)
def test_every_form(written: str, read: Condition) -> None:
    assert parse_condition(written, nowhere) == read


def test_twenty_brackets_are_read() -> None:
    assert parse_condition("(" * 20 + "a is b" + ")" * 20, nowhere) == one_of("a", "b")


def test_what_was_expected_is_kept() -> None:
    with pytest.raises(ConditionUnread) as caught:
        parse_condition("a was b", nowhere)
    assert (caught.value.got, caught.value.expected) == ("was", ("is", "includes"))


# Any condition at all, as it would be written, is read back as it was.

WORD = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True).filter(
    lambda word: word not in WORDS_OF_CONDITIONS
)
NAME = st.builds(ref, WORD | st.builds("{}.{}".format, WORD, WORD))
VALUE = st.builds(value, st.lists(WORD, min_size=1, max_size=3).map(" ".join) | st.integers(0, 100).map(str))
HOW: st.SearchStrategy[Comparison] = st.sampled_from((">=", "<=", ">", "<"))

TESTS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(IsOneOf, NAME, st.lists(VALUE, min_size=1, max_size=3).map(tuple), st.booleans()),
    st.builds(Compares, NAME, HOW, VALUE),
    st.builds(IsAnswered, NAME, st.booleans()),
    st.builds(Includes, NAME, VALUE),
)


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.builds(Negation, parts) | st.builds(Conjunction, several) | st.builds(Disjunction, several)


SIGNS = {" is at least ": " >= ", " is at most ": " <= ", " is more than ": " > ", " is less than ": " < "}


def with_signs(written: str) -> str:
    for said, sign in SIGNS.items():
        written = written.replace(said, sign)
    return written


@given(st.recursive(TESTS, _joined, max_leaves=8))
def test_what_is_written_is_read(condition: Condition) -> None:
    text = condition_text(condition)
    assert parse_condition(text, nowhere) == condition
    assert parse_condition(with_signs(text), nowhere) == condition
