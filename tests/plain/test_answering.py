"""A line becomes an answer, and an answer a line that would give it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.cleaning import clean
from partswork.errors import CannotTake
from partswork.guide import Beat, PartGiven, Value, fit
from partswork.plain.answering import line_of, value_of
from partswork.plain.source import Command, answer_in, command_in, line_saying
from partswork.script.finding import Mark
from partswork.script.steps import Ask, Choose, Distress, Locate, Name, NamePart, Option, Question, Rate
from partswork.script.words import NOTHING, Prose, Span

AT = Mark(1, 1)
NAME = Name("name", AT)


def beat(step: Question, labels: dict[str, str] | None = None) -> Beat:
    shown = {key: Prose(((Span(label),),)) for key, label in (labels or {}).items()}
    return Beat(step, "main", Prose(), Prose(), labels=shown)


def choice(labels: dict[str, str], *, many: bool) -> Beat:
    options = tuple(Option(key, NOTHING, AT) for key in labels)
    return beat(Choose(at=AT, words=NOTHING, save_as=NAME, options=options, many=many), labels)


def part(name: str) -> PartGiven:
    return PartGiven("p1", " ".join(name.split()))


def given_again(asked: Beat, value: Value) -> Value:
    assert not isinstance(asked.step, (str, int))
    line = line_of(asked, value)
    assert clean(line) == line
    return value_of(asked, line, part)


WORDS = st.text().map(lambda text: " ".join(clean(text).split())).filter(bool)
# Labels that come close to being numbers, lists and one another.
LABELS = st.text("aAbB12, ", min_size=1, max_size=6).filter(lambda label: bool(label.strip()))


@given(WORDS)
def test_words(text: str) -> None:
    assert given_again(beat(Ask(at=AT, words=NOTHING, save_as=NAME)), text) == text


@given(WORDS.filter(lambda name: len(name) <= 200))
def test_a_part(name: str) -> None:
    step = NamePart(at=AT, words=NOTHING, save_as=NAME)
    assert given_again(beat(step), PartGiven("p1", name)) == PartGiven("p1", name)


@given(st.integers(0, 10) | st.sampled_from(["numb", "unsure"]))
def test_distress(value: int | str) -> None:
    assert given_again(beat(Distress(at=AT, words=NOTHING)), value) == value


@given(st.integers(0, 100))
def test_a_number(value: int) -> None:
    step = Rate(at=AT, words=NOTHING, save_as=NAME, least=0, most=100)
    assert given_again(beat(step), value) == value


@given(st.lists(WORDS.filter(lambda place: "," not in place), min_size=1, max_size=12))
def test_places(places: list[str]) -> None:
    step = Locate(at=AT, words=NOTHING, save_as=NAME)
    assert given_again(beat(step), tuple(places)) == tuple(places)


@given(st.lists(LABELS, min_size=2, max_size=12), st.data())
def test_one_of_several(labels: list[str], data: st.DataObject) -> None:
    asked = choice({f"key_{n}": label for n, label in enumerate(labels)}, many=False)
    key = data.draw(st.sampled_from(list(asked.labels)))
    assert given_again(asked, key) == key


@given(st.lists(LABELS, min_size=2, max_size=12), st.data())
def test_some_of_several(labels: list[str], data: st.DataObject) -> None:
    asked = choice({f"key_{n}": label for n, label in enumerate(labels)}, many=True)
    keys = data.draw(st.sets(st.sampled_from(list(asked.labels)), min_size=1))
    value = tuple(key for key in asked.labels if key in keys)
    assert given_again(asked, value) == value


@given(st.text(), st.sampled_from(["ask", "part", "distress", "rate", "locate", "one", "many"]))
def test_any_line_is_taken_or_told(line: str, kind: str) -> None:
    labels = {"a": "One", "b": "Two, or so"}
    asked = {
        "ask": beat(Ask(at=AT, words=NOTHING, save_as=NAME)),
        "part": beat(NamePart(at=AT, words=NOTHING, save_as=NAME)),
        "distress": beat(Distress(at=AT, words=NOTHING)),
        "rate": beat(Rate(at=AT, words=NOTHING, save_as=NAME, least=0, most=10)),
        "locate": beat(Locate(at=AT, words=NOTHING, save_as=NAME)),
        "one": choice(labels, many=False),
        "many": choice(labels, many=True),
    }[kind]
    sentence = told(asked, line)
    assert sentence is None or (sentence and kind not in ("ask", "part", "locate"))


def told(asked: Beat, line: str) -> str | None:
    try:
        value_of(asked, line, part)
    except CannotTake as refused:
        return refused.sentence
    return None


@given(st.text() | st.sampled_from([command.value for command in Command]), st.booleans())
def test_an_answer_that_looks_like_a_command_is_written_so_that_it_is_none(
    text: str, at_terminal: bool
) -> None:
    line = line_saying(text, at_terminal=at_terminal)
    assert command_in(line, at_terminal=at_terminal) is None
    answer = answer_in(line, at_terminal=at_terminal)
    assert answer == text or (at_terminal and answer == text.strip())


@pytest.mark.parametrize("said", ["partswork help-now", " /help ", "/help"])
def test_help_is_a_command_only_for_a_person(said: str) -> None:
    assert command_in(said, at_terminal=True) is Command.HELP
    assert command_in(said, at_terminal=False) is None
    line = line_saying(said, at_terminal=True)
    assert command_in(line, at_terminal=True) is None
    assert answer_in(line, at_terminal=True) == said.strip()


def test_a_number_that_no_choice_has_is_told() -> None:
    asked = choice({"a": "One", "b": "Two"}, many=False)
    for line in ("0", "3", "01234", "１", "²"):
        with pytest.raises(CannotTake):
            value_of(asked, line, part)
    assert fit(asked.step, value_of(asked, "2", part)) == "b"  # type: ignore[arg-type]


@pytest.mark.parametrize("said", ["stop", "Stop", " back "])
def test_who_says_a_command_without_its_slash_is_told_how(said: str) -> None:
    asked = [choice({"stay": "Stay", "go": "Go"}, many=False), beat(Distress(at=AT, words=NOTHING))]
    for one in asked:
        with pytest.raises(CannotTake) as told:
            value_of(one, said, part)
        assert f"/{said.strip().casefold()}." in told.value.sentence


def test_what_may_be_chosen_is_chosen_though_it_is_called_like_a_command() -> None:
    assert value_of(choice({"stop": "Stop here", "go": "Go"}, many=False), "stop", part) == "stop"
