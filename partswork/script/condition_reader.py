"""Reading conditions: a small English grammar, never a programming language.

condition := part (("and" part)+ | ("or" part)+)?        mixing needs brackets
part      := "not" part | "(" condition ")" | test
test      := NAME ["is" ["not"]] what
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from partswork.script.condition_hints import equals, is_value, several_values, without_quotes
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
    Test,
    Value,
)
from partswork.script.finding import Mark

MOST_BRACKETS = 20
MOST_WORDS = 1000
"""Nobody writes a condition of so many words, signs and brackets."""


class ConditionUnread(Exception):
    """A condition that cannot be read: the code of the finding, and where.

    Attributes:
        code: `PW030`; `PW031` where `and` meets `or` without brackets; `PW007` where it goes too deep.
        got: the word that was met, or "" at the end.
        expected: what could have stood there.
        hint: what is most likely meant, in words; None where that cannot be told.
    """

    def __init__(
        self, code: str, at: Mark, got: str, expected: tuple[str, ...], hint: str | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.at, self.got, self.expected, self.hint = code, at, got, expected, hint


def parse_condition(text: str, place: Callable[[str], Mark]) -> Condition:
    """Read a condition.

    Args:
        text: cleaned text, not all blank; a line end is a space.
        place: told each word and sign, in order, and returns where it stands.

    Raises:
        ConditionUnread: with the place of the first word that does not fit.
    """
    parser = _Parser(text, place)
    condition = parser.condition(0)
    parser.expect_end()
    return condition


# Words may be of any language: the words of a scan are.
_TOKEN = re.compile(r"\w[\w'’-]*(?:\.[A-Za-z]\w*)?|>=|<=|\S")
_NAME = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)?")


class _Parser:
    def __init__(self, text: str, place: Callable[[str], Mark]) -> None:
        words = [found.group() for found in islice(_TOKEN.finditer(text), MOST_WORDS + 1)]
        self._tokens = [(word, place(word)) for word in words]
        last = self._tokens[-1][1]
        self._end = Mark(last.line, last.column + last.length)
        if len(words) > MOST_WORDS:
            raise ConditionUnread("PW007", last, "", ())
        self._next = 0
        self._last: IsOneOf | None = None

    def condition(self, depth: int) -> Condition:
        parts = [self._part(depth)]
        joined = self._peek()
        if joined not in ("and", "or"):
            return parts[0]
        while self._peek() in ("and", "or"):
            if self._peek() != joined:
                word, at = self._take()
                raise ConditionUnread("PW031", at, word, ())
            self._take()
            self._refuse_lone_values()
            parts.append(self._part(depth))
        return Conjunction(tuple(parts)) if joined == "and" else Disjunction(tuple(parts))

    def expect_end(self) -> None:
        if self._next < len(self._tokens):
            word, at = self._tokens[self._next]
            raise ConditionUnread("PW030", at, word, ("and", "or"), self._hint())

    def _part(self, depth: int) -> Condition:
        if depth > MOST_BRACKETS:
            raise ConditionUnread("PW007", self._tokens[self._next - 1][1], "", ())
        if self._peek() == "not":
            self._take()
            return Negation(self._part(depth + 1))
        if self._peek() == "(":
            self._take()
            inner = self.condition(depth + 1)
            if self._peek() != ")":
                raise self._unread(")")
            self._take()
            return inner
        return self._test()

    def _test(self) -> Test:
        ref = self._ref()
        self._last = None
        if self._peek() in (">=", "<=", ">", "<", "="):
            how, at = self._take()
            if how == "=" == self._peek():
                raise ConditionUnread("PW030", at, "==", (), equals(ref, self._words(), negated=False))
            value = self._value()
            if how == "=":
                return self._is_one_of(ref, (value,), negated=False)
            return Compares(ref, _comparison(how), value)
        if self._peek() == "includes":
            self._take()
            return Includes(ref, self._value())
        if self._peek() != "is":
            if self._peek() == "!":
                word, at = self._take()
                raise ConditionUnread("PW030", at, word, (), equals(ref, self._words(), negated=True))
            raise self._unread("is", "includes")
        self._take()
        negated = self._peek() == "not"
        if negated:
            self._take()
        match self._peek():
            case "answered":
                self._take()
                return IsAnswered(ref, negated)
            case "one":
                self._take()
                self._word("of")
                values = [self._value()]
                while self._peek() == ",":
                    self._take()
                    values.append(self._value())
                return self._is_one_of(ref, tuple(values), negated)
            case "at" | "more" | "less" if not negated:
                return Compares(ref, self._measure(), self._value())
        return self._is_one_of(ref, (self._value(),), negated)

    def _is_one_of(self, ref: Ref, values: tuple[Value, ...], negated: bool) -> IsOneOf:
        self._last = IsOneOf(ref, values, negated)
        return self._last

    def _refuse_lone_values(self) -> None:
        """Refuse `when is today or unsure`, where the second word would be a test of its own."""
        hint = several_values(self._last, self._words())
        if hint is not None:
            word, at = self._tokens[self._next]
            raise ConditionUnread("PW030", at, word, (), hint)

    def _hint(self) -> str | None:
        """Return what is most likely meant where the next word does not fit."""
        words = self._words()
        return several_values(self._last, words[1:]) if words[0] == "," else without_quotes(words)

    def _words(self) -> list[str]:
        return [word for word, _ in self._tokens[self._next :]]

    def _measure(self) -> Comparison:
        first, _ = self._take()
        if first == "at":
            second = self._word("least", "most")
            return ">=" if second == "least" else "<="
        self._word("than")
        return ">" if first == "more" else "<"

    def _ref(self) -> Ref:
        word = self._peek()
        if word is None or not _NAME.fullmatch(word) or word in WORDS_OF_CONDITIONS:
            raise self._unread()
        word, at = self._take()
        name, _, scale = word.partition(".")
        return Ref(name, scale or None, at)

    def _value(self) -> Value:
        """Take a value; the words of a scan, such as `far off`, may be several."""
        if not self._at_value():
            raise self._unread()
        words, at = self._take()
        while self._at_value():
            word, last = self._take()
            words += " " + word
            if last.line == at.line:
                at = Mark(at.line, at.column, last.column + last.length - at.column)
        return Value(words, at)

    def _at_value(self) -> bool:
        word = self._peek()
        return word is not None and is_value(word)

    def _word(self, *legal: str) -> str:
        if self._peek() not in legal:
            raise self._unread(*legal)
        return self._take()[0]

    def _peek(self) -> str | None:
        return self._tokens[self._next][0] if self._next < len(self._tokens) else None

    def _take(self) -> tuple[str, Mark]:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _unread(self, *expected: str) -> ConditionUnread:
        if self._next < len(self._tokens):
            word, at = self._tokens[self._next]
            return ConditionUnread("PW030", at, word, expected, self._hint())
        return ConditionUnread("PW030", self._end, "", expected)


def _comparison(symbol: str) -> Comparison:
    match symbol:
        case ">=" | "<=" | ">" | "<":
            return symbol
    raise ValueError(symbol)
