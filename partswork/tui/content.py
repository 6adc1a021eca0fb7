"""The one way words come into a widget: never as markup, never with control codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from partswork.cleaning import clean

if TYPE_CHECKING:
    from partswork.script.words import Prose


def plain(text: str) -> Content:
    """Return words of a person, a script or the interface just as they are."""
    return Content(clean(text))


def prose(words: Prose) -> Content:
    """Return a script's words with their emphasis, an empty line between paragraphs."""
    parts: list[Content] = []
    for number, paragraph in enumerate(words.paragraphs):
        if number:
            parts.append(Content("\n\n"))
        parts += [Content.styled(clean(span.text), "italic" if span.strong else "") for span in paragraph]
    return Content.assemble(*parts)
