"""Answers as the guide holds them while walking, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from partswork.guide.values import PartGiven, Value
from partswork.script.words import Fill, Piece, Plain, Prose, Span, Words
from partswork.wording.session import in_words


@dataclass(frozen=True, slots=True)
class Held:
    """One answer.

    Attributes:
        value: None for a question that was passed over.
        shown: what a fill shows; for a scan nothing, its readings are shown one by one.
        order: for a scan, its words from far to near.
    """

    value: Value | None
    shown: str = ""
    order: tuple[str, ...] = ()

    def reading(self, scale: str | None) -> str | None:
        """Return what a fill or a test of `name` or `name.scale` sees, None where there is nothing."""
        if scale is None or self.value is None:
            return self.shown if self.value is not None else None
        return self.value.get(scale) if isinstance(self.value, Mapping) else None


class Unsettled(Exception):
    """An answer was shown or tested that was never given.

    Attributes:
        name: its name in the script.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


Look = Callable[[str], Held | None]
"""How the guide looks up an answer by name: None where the question was not asked."""


def shown(value: Value, labels: Mapping[str, str]) -> str:
    """Return an answer in words; `labels` gives those of a choice's keys."""
    match value:
        case PartGiven():
            return value.name
        case tuple():
            return in_words([labels.get(one, one) for one in value])
        case str():
            return labels.get(value, value)
        case int():
            return str(value)
        case _:
            return ""


def fill(words: Words, look: Look) -> Prose:
    """Return words with every fill filled, once: an answer that looks like a fill stays as typed.

    Raises:
        Unsettled: a fill without words to fall back on has no answer.
    """
    return Prose(tuple(tuple(_spans(paragraph, look)) for paragraph in words.paragraphs))


def _spans(paragraph: tuple[Piece, ...], look: Look) -> list[Span]:
    spans: list[Span] = []
    for piece in paragraph:
        text = piece.text if isinstance(piece, Plain) else _filled(piece, look)
        if spans and spans[-1].strong == piece.strong:
            text = spans.pop().text + text
        spans.append(Span(text, piece.strong))
    return spans


def _filled(piece: Fill, look: Look) -> str:
    held = look(piece.name)
    text = held.reading(piece.scale) if held is not None else None
    if text is None:
        text = piece.fallback
    if text is None:
        raise Unsettled(piece.name)
    return text
