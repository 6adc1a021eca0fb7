"""Turning a line into an answer, and an answer back into a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from partswork.errors import CannotTake
from partswork.guide import Beat, PartGiven, Value
from partswork.plain.source import Command
from partswork.script.steps import Ask, Choose, Distress, Locate, NamePart, Rate, Scan
from partswork.wording import session as words

DISTRESS_WORDS = {
    "numb": "numb",
    "numb or far away": "numb",
    "far away": "numb",
    "unsure": "unsure",
    "can't tell": "unsure",
    "cannot tell": "unsure",
}
"""What may be said for distress besides a number: the words themselves, and what they are shown as."""


def value_of(beat: Beat, line: str, part: Callable[[str], PartGiven]) -> Value:
    """Return the answer that a line gives to a question of any kind but a scan.

    Args:
        beat: the question.
        line: not empty.
        part: gives the part of a name.

    Raises:
        CannotTake: the line is no answer to it.
    """
    match beat.step:
        case Ask():
            return line
        case NamePart():
            return part(line)
        case Distress():
            said = line.strip().casefold()
            return DISTRESS_WORDS.get(said) or _number(line, words.misfit("distress"))
        case Rate():
            return _number(line, words.misfit("number", beat.step.least, beat.step.most))
        case Locate():
            return tuple(place for piece in line.split(",") if (place := " ".join(piece.split())))
        case Choose() if beat.step.many:
            return _several(beat, line)
        case Choose():
            return _one(_labels(beat), line)
        case _:
            raise CannotTake(words.NOTHING_ASKED)


def reading_of(step: Scan, line: str) -> str:
    """Return the word that a line gives for one scale of a scan.

    Raises:
        CannotTake: it is none of them.
    """
    return _one({word: word for word in step.scale_words}, line)


def line_of(beat: Beat, value: Value) -> str:
    """Return the line that would give this answer again, for an `ask` the lines; nothing for a scan."""
    match value:
        case PartGiven():
            return value.name
        case str() if isinstance(beat.step, Choose):
            return _line_choosing(beat, (value,))
        case tuple() if isinstance(beat.step, Choose):
            return _line_choosing(beat, value)
        case tuple():
            return ", ".join(value)
        case str() | int():
            return str(value)
        case _:
            return ""


def _line_choosing(beat: Beat, chosen: tuple[str, ...]) -> str:
    """Return labels, unless they could be read in another way: one may have commas in it."""
    labels = _labels(beat)
    numbers = {key: str(number) for number, key in enumerate(labels, 1)}
    ways = [", ".join(way[key] for key in chosen) for way in (labels, numbers)]
    return next((line for line in ways if _chosen(beat, line) == chosen), ", ".join(chosen))


def _chosen(beat: Beat, line: str) -> tuple[str, ...] | None:
    assert isinstance(beat.step, Choose)
    try:
        return _several(beat, line) if beat.step.many else (_one(_labels(beat), line),)
    except CannotTake:
        return None


def _labels(beat: Beat) -> dict[str, str]:
    return {key: str(label) for key, label in beat.labels.items()}


def _one(labels: Mapping[str, str], line: str) -> str:
    """Match a key, then its number, then its label."""
    said = " ".join(line.split())
    if said in labels:
        return said
    keys = list(labels)
    if said.isascii() and said.isdigit() and len(said) <= 3 and 1 <= int(said) <= len(keys):
        return keys[int(said) - 1]
    for key, label in labels.items():
        if " ".join(label.split()).casefold() == said.casefold() or key.casefold() == said.casefold():
            return key
    raise _not(words.which_of(list(labels.values())), said)


def _several(beat: Beat, line: str) -> tuple[str, ...]:
    labels = _labels(beat)
    try:
        # A label may itself have commas in it.
        return (_one(labels, line),)
    except CannotTake:
        return tuple(_one(labels, piece) for piece in line.split(",") if piece.strip())


def _number(line: str, otherwise: str) -> int:
    said = line.strip()
    if said.isascii() and said.isdigit() and len(said) <= 6:
        return int(said)
    raise _not(otherwise, said)


def _not(sentence: str, said: str) -> CannotTake:
    """Return that a line is no answer; somebody who says stop is told how to."""
    meant = next((one.value for one in Command if one.value == f"/{said.casefold()}"), None)
    return CannotTake(sentence if meant is None else f"{words.with_slash(meant)} {sentence}")
