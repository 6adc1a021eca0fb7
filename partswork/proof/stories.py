"""How someone comes to a place: what they answer on the way, and that in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partswork.proof.answering import Given, Said
from partswork.proof.looks import Part
from partswork.proof.search import Searched
from partswork.script.finding import Mark
from partswork.script.model import every_step
from partswork.script.questions import Choose, Distress, NamePart, Rate, SavedQuestion, Scan, saved_name
from partswork.script.words import Words, plain_text
from partswork.wording import promises as words

LONGEST_LABEL = 50
MOST_TOLD = 6
"""More answers than this are not told one by one."""


@dataclass(frozen=True, slots=True)
class Story:
    """What someone does.

    Attributes:
        answers: what is said to each question that is asked, in order; None skips it.
        turns: for each `rotate` on the way by its key, which of its lists comes, from 0.
        stops: after how many answers they stop, None where they do not.
        sentence: the same in one sentence.
    """

    answers: tuple[Given, ...]
    turns: Mapping[str, int]
    stops: int | None
    sentence: str


def story(searched: Searched, source: int, said: Said | None, reaches: str) -> Story:
    """Return how someone comes to a state and what they say there.

    Args:
        searched: what was found.
        source: the state.
        said: what is said there, None where nothing is.
        reaches: in words, what becomes of them.
    """
    way, stops = _way(searched, source)
    told = [*way, said] if said is not None else way
    return tell(told, reaches, stops)


def passed_over(searched: Searched, source: int, said: Said | None, name: str) -> Mark | None:
    """Return where a question of the script itself stands that is passed over on the way to a state.

    Args:
        searched: what was found.
        source: the state.
        said: what is said there, None where nothing is.
        name: what the answer would be saved as.

    Returns:
        None where it was never asked, or was answered at last.
    """
    way, _ = _way(searched, source)
    own = {id(step) for section in searched.program.script.sections for step in every_step(section.steps)}
    asked = [
        (one.of.at, one.given)
        for one in ([*way, said] if said is not None else way)
        if isinstance(one.of, SavedQuestion) and one.of.save_as.text == name and id(one.of) in own
    ]
    return asked[-1][0] if asked and asked[-1][1] is None else None


def tell(way: Sequence[Said], reaches: str, stops: int | None = None) -> Story:
    """Return the story of what is said on a way.

    Args:
        way: what is said, in order.
        reaches: in words, what becomes of them.
        stops: how much is said before they stop, None where they do not.
    """
    asked = [one for one in way if not isinstance(one.of, str)]
    turns = {one.of: one.given for one in way if isinstance(one.of, str) and isinstance(one.given, int)}
    deeds = _deeds(way)
    if stops is not None:
        deeds.insert(stops, words.STOPS)
        stops = sum(not isinstance(one.of, str) for one in way[:stops])
    sentence = words.for_example(_shortened(deeds), reaches)
    return Story(tuple(one.given for one in asked), turns, stops, sentence)


def _way(searched: Searched, state: int) -> tuple[list[Said], int | None]:
    """Return what is said on the way to a state, and how much of it before they stop."""
    laid = searched.program.instructions
    way: list[Said] = []
    behind: int | None = None
    came = searched.came[state]
    while came is not None:
        before, said = came
        stopping = laid[searched.states[state].place].scene.stopping
        if stopping and not laid[searched.states[before].place].scene.stopping:
            behind = len(way)
        if said is not None:
            way.append(said)
        state, came = before, searched.came[before]
    return way[::-1], len(way) - behind if behind is not None else None


def _deeds(way: Sequence[Said]) -> list[str]:
    named: set[Given] = set()
    deeds = []
    for one in way:
        deeds.append(_deed(one, again=isinstance(one.given, Part) and one.given in named))
        if isinstance(one.given, Part):
            named.add(one.given)
    return deeds


def _deed(said: Said, *, again: bool) -> str:
    question, given = said.of, said.given
    if isinstance(question, str):
        return words.comes_in_turn(given + 1 if isinstance(given, int) else 1)
    match question:
        case Distress():
            return words.says_distress(given if isinstance(given, str | int) else None)
        case _ if given is None:
            return words.skips(saved_name(question))
        case Choose():
            keys = given if isinstance(given, tuple) else (str(given),)
            return words.chooses([_label(question.option(key).label) for key in keys])
        case Rate() if isinstance(given, int):
            return words.rates(saved_name(question), given)
        case Scan() if isinstance(given, Mapping):
            labels = {scale.name: _label(scale.label) for scale in question.scales}
            return words.reads([(labels[scale], word) for scale, word in given.items()])
        case NamePart():
            return words.names_part(again=again)
        case _:
            return words.writes(saved_name(question))


def _label(label: Words) -> str:
    text = plain_text(label)
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def _shortened(deeds: list[str]) -> list[str]:
    if len(deeds) <= MOST_TOLD + 1:
        return deeds
    return [*deeds[:2], words.many_answers(len(deeds) - MOST_TOLD), *deeds[2 - MOST_TOLD :]]
