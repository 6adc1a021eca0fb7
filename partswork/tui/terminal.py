"""The terminal the app is on, which may be closed at any moment."""

from __future__ import annotations

import select
import sys
from contextlib import suppress
from io import TextIOWrapper
from unicodedata import category

from textual import events

from partswork.cleaning import clean


class Enduring:
    """A stream that swallows what is written once nobody is there to take it.

    Textual writes from a thread of its own; if that broke, whoever hands it more would wait for ever.
    """

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, if that can be."""
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Flush, if that can be."""
        with suppress(OSError):
            self._stream.flush()

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Return whether it is a terminal."""
        return self._stream.isatty()


def is_gone() -> bool:
    """Whether the terminal was closed; behind a shell that stays, no signal tells of it."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    poll = select.poll()
    poll.register(sys.__stdin__.fileno(), 0)
    return any(what & select.POLLHUP for _, what in poll.poll(0))


def as_words(event: events.Event) -> events.Event:
    """Return what comes in as words may: a paste without control codes, every visible character as one.

    Textual shows control codes as they are, and takes no character that Python does not call printable:
    joiners within words and emoji, and the wide space of East Asian scripts.
    """
    if isinstance(event, events.Paste):
        event.text = clean(event.text)
    said = event.character if isinstance(event, events.Key) and not event.is_printable else None
    if said is not None and len(said) == 1 and category(said) in ("Cf", "Zs"):
        return events.Paste(clean(said))
    return event
