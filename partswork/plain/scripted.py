"""Lines from a file or a pipe: the scripted interface. Nothing is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from partswork.cleaning import clean
from partswork.plain.interruptions import Interruptions
from partswork.plain.source import OutOfInput

LONGEST_LINE = 4_000_000
"""Bytes; what is longer is taken in pieces."""


class Scripted:
    """Lines of UTF-8 from a stream of bytes; what is not UTF-8 becomes a replacement character."""

    waits = False

    def __init__(self, stream: BinaryIO, interruptions: Interruptions) -> None:
        self._stream, self._interruptions = stream, interruptions

    def line(self, before: str, keep: Callable[[str], None]) -> str:
        """Return the next line; nothing can stand in it before."""
        with self._interruptions.waiting():
            raw = self._stream.readline(LONGEST_LINE)
        if not raw:
            raise OutOfInput
        return clean(raw.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff"))

    def rest(self, seconds: float | None) -> str | None:
        """Return at once."""
        return None
