"""Turning what a test answers into what a question takes; written as for `run --plain`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partswork.authoring.trying.model import Written
from partswork.guide import DoesNotFit, PartGiven, Value, fit
from partswork.script.finding import Findings, Mark
from partswork.script.steps import Ask, Choose, Distress, Locate, NamePart, Question, Rate, Scan
from partswork.wording import trying as words

_UNSURE = ("numb", "unsure")


class NoAnswer(Exception):
    """What is written can be no answer to the question."""

    def __init__(self, code: str, at: Mark, **given: Any) -> None:
        """Begin; all of it is what `Findings.add` is given."""
        super().__init__(code)
        self._code, self._at, self._given = code, at, given

    def tell(self, findings: Findings) -> None:
        """Note why."""
        findings.add(self._code, self._at, **self._given)


def value_of(name: str, question: Question, written: Written) -> Value:
    """Return an answer as the guide takes it; a part has its name for its id.

    Args:
        name: what the test calls the answer.
        question: what is asked.
        written: not one for passing it over.

    Raises:
        NoAnswer: it can be none.
    """
    value = _value(name, question, written)
    try:
        return fit(question, value)
    except DoesNotFit as error:
        raise NoAnswer("PW022", written.at, key=name, told=words.FITTING[error.why]) from None


def _value(name: str, question: Question, written: Written) -> Value:
    if isinstance(question, Scan):
        return _readings(name, question, written)
    if not isinstance(written.said, str):
        raise NoAnswer("PW022", written.at, key=name, told=words.ONE_ANSWER)
    said = written.said
    match question:
        case Ask():
            return said
        case NamePart():
            called = " ".join(said.split())
            return PartGiven(called, called)
        case Locate():
            return tuple(" ".join(place.split()) for place in _pieces(said))
        case Distress():
            number = _number(said, 0, 10)
            if number is None and said not in _UNSURE:
                legal = ("0 to 10", *_UNSURE)
                raise NoAnswer("PW033", written.at, near=(said, legal), name=name, value=said)
            return said if number is None else number
        case Rate(least=least, most=most):
            number = _number(said, least, most)
            if number is None:
                raise NoAnswer("PW029", written.at, key=name, value=said, least=least, most=most)
            return number
        case Choose():
            keys = tuple(_pieces(said)) if question.many else (said,)
            for key in keys:
                if key not in question.keys:
                    raise NoAnswer("PW033", written.at, near=(key, question.keys), name=name, value=key)
            return keys if question.many else said


def _readings(name: str, question: Scan, written: Written) -> Mapping[str, str]:
    if isinstance(written.said, str):
        raise NoAnswer("PW022", written.at, key=name, told=words.FITTING["words"])
    scales = [scale.name for scale in question.scales]
    for scale, word in written.said.items():
        at, legal = written.marks[scale], question.scale_words
        if scale not in scales:
            raise NoAnswer("PW020", at, near=(scale, scales), key=scale)
        if word not in legal:
            raise NoAnswer("PW033", at, near=(word, legal), name=f"{name}.{scale}", value=word)
    return written.said


def _pieces(said: str) -> list[str]:
    return [piece.strip() for piece in said.split(",") if piece.strip()]


def _number(said: str, least: int, most: int) -> int | None:
    number = int(said) if said.isascii() and said.isdigit() and len(said) <= 3 else None
    return number if number is not None and least <= number <= most else None
