"""Writing plain lines: no boxes, no cursor movement, no colour."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TextIO

from partswork.cleaning import clean
from partswork.script.words import Prose

WIDEST, NARROWEST = 72, 20


class Lines:
    """Where the lines go.

    Nothing leaves here but visible characters and line ends. At a terminal lines are broken
    between words; elsewhere a paragraph is one line.
    """

    def __init__(self, stream: TextIO, columns: Callable[[], int] | None = None) -> None:
        """Begin.

        Args:
            stream: where to write.
            columns: tells how wide the terminal is, now; None where the stream is none.
        """
        self._stream = stream
        self._columns = columns
        self._empty = True

    def write(self, text: str, indent: str = "") -> None:
        """Write some lines; later ones of a broken line stand under the first word of it."""
        for line in clean(text).expandtabs(4).split("\n"):
            for piece in self._broken_at_words(line, indent):
                self._put(piece)

    def prose(self, prose: Prose) -> None:
        """Write paragraphs with an empty line behind each."""
        for paragraph in prose.paragraphs:
            self.write("".join(span.text for span in paragraph))
            self.gap()

    def gap(self) -> None:
        """Leave one line empty, never two."""
        if not self._empty:
            self._put("")

    def _broken_at_words(self, line: str, indent: str) -> list[str]:
        if self._columns is None:
            return [line]
        width = max(min(self._columns(), WIDEST), NARROWEST)
        if len(line) <= width // 2:
            return [line]
        # Imported here: it is large, and lines that go to no terminal do without.
        from wcwidth import wrap

        return wrap(line, width, subsequent_indent=indent) or [""]

    def _put(self, line: str) -> None:
        # A terminal that was closed takes nothing more; what was answered is kept all the same.
        self._empty = not line
        with contextlib.suppress(OSError):
            self._stream.write(line + "\n")
            self._stream.flush()
