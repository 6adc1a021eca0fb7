"""All the words of a step that someone may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from partswork.script.notes import Note
from partswork.script.steps import (
    Ask,
    Breathe,
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Locate,
    NamePart,
    Pause,
    Rate,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Scan,
    Step,
    Use,
)
from partswork.script.words import Words


def words_of(step: Step) -> Iterator[Words]:
    """Yield the words of one step, its notes and labels too, but not those of steps inside it."""
    yield from (words for words in own_words(step) if words is not None)
    yield from words_of_note(step.note)


def words_of_note(note: Note | None) -> Iterator[Words]:
    """Yield the words for the person guiding."""
    for words in (note.say, note.watch_for, note.if_stuck) if note is not None else ():
        if words is not None:
            yield words


def own_words(step: Step) -> Iterator[Words | None]:
    """Yield the words of one step that the person sees, in the order of the page; None where it has none."""
    match step:
        case Say():
            yield step.words
        case Pause() | Breathe():
            yield step.text
        case Distress() | NamePart() | Locate():
            yield from (step.words, step.help)
        case Ask():
            yield from (step.words, step.help, step.placeholder)
        case Rate():
            yield from (step.words, step.help, step.low, step.high)
        case Scan():
            yield from (step.words, step.help)
            for scale in step.scales:
                yield from (scale.label, scale.meaning)
        case Choose():
            yield from (step.words, step.help)
            for option in step.options:
                yield option.label
        case Rotate() | If() | RepeatUntil() | Use() | GoTo() | End() | Return():
            return
        case _:
            assert_never(step)
