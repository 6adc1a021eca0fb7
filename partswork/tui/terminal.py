"""The terminal the app is on, which may be closed at any moment."""

from __future__ import annotations

import select
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from io import TextIOWrapper
from unicodedata import category

from textual import events

from partswork.cleaning import clean

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after what is pasted."""


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


class Incoming:
    """What a terminal sends, as text: whatever is pasted is words, and no byte ends the app.

    Textual reads an escape within a paste as a key, and what follows it as more of them; and a byte
    that is not UTF-8, from a terminal set to other letters, as a fault.
    """

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._pasting = False
        self._before = self._held = ""

    def decode(self, sent: bytes, final: bool = False) -> str:
        """Return what more was sent; the end of a paste that has come in part is held back."""
        text, self._held = self._held + self._decoder.decode(sent, final), ""
        told = ""
        while text:
            told, text = self._pasted(told, text) if self._pasting else self._typed(told, text)
        return told

    def _typed(self, told: str, text: str) -> tuple[str, str]:
        # What came before may hold the first half of the mark.
        whole = self._before + text
        found = whole.find(_BEGIN)
        end = len(whole) if found < 0 else found + len(_BEGIN)
        self._pasting = found >= 0
        self._before = "" if self._pasting else whole[1 - len(_BEGIN) :]
        taken = end - (len(whole) - len(text))
        return told + text[:taken], text[taken:]

    def _pasted(self, told: str, text: str) -> tuple[str, str]:
        end = text.find(_END)
        if end >= 0:
            self._pasting = False
            return told + text[:end].replace("\x1b", "") + _END, text[end + len(_END) :]
        half = next((n for n in range(len(_END) - 1, 0, -1) if text.endswith(_END[:n])), 0)
        self._held = text[len(text) - half :]
        return told + text[: len(text) - half].replace("\x1b", ""), ""


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
