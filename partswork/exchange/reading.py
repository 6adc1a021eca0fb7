"""Reading a file of lines that somebody hands over: slowly, with limits, and telling the line that is wrong.

Memory is bounded by one line, whatever the file holds.
"""

from __future__ import annotations

import json
import math
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NoReturn

from partswork.cleaning import clean
from partswork.errors import PartsworkError
from partswork.exchange.lines import FORMAT, HEADER, KEYS
from partswork.journal import NewRecord, Record, is_as_expected
from partswork.wording import exchange as words

LONGEST_LINE = 20_000_000
"""Bytes. The longest answer that can be given is four million characters."""
DEEPEST = 50
MOST_THINGS = 100_000
"""How many values one line may hold: as objects in memory they are much larger than as text."""
GREATEST_CLOCK = 2**53 - 1
EARLIEST, LATEST = 1971, 9997
"""Years that every place on earth can say in its own time."""

# A string that does not end takes the rest with it: each byte is looked at once.
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_LONG_NUMBER = re.compile(rb"[-+.0-9Ee]{1000}")


class BrokenLine(PartsworkError):
    """A line of the file cannot be taken in."""


@dataclass(slots=True)
class Lines:
    """The records in a file, which may be gone through several times.

    Attributes:
        path: the file.
        number: the line that was read last.
        seen: told the number of each line that was read.
    """

    path: Path
    number: int = 0
    seen: Callable[[int], None] = field(default=lambda number: None)

    def __iter__(self) -> Iterator[Record]:
        """Yield the records.

        Raises:
            BrokenLine: a line is not as it should be.
            PartsworkError: this is no file, or it cannot be read.
        """
        self.number = 0
        try:
            with _opened(self.path) as file:
                while raw := file.readline(LONGEST_LINE + 1):
                    self.number += 1
                    self.seen(self.number)
                    if self.number == 1:
                        self._header(raw)
                    elif raw.strip():
                        yield self._record(raw)
        except FileNotFoundError:
            raise PartsworkError(words.NO_SUCH_FILE) from None
        except OSError:
            raise PartsworkError(words.NOT_READABLE) from None
        if self.number == 0:
            self.number = 1
            self.refuse(words.NO_HEADER)

    def look_through(self, wanted: Callable[[Record], bool]) -> bool:
        """Read all of it, so that nothing of a broken file is taken; say whether a record is wanted."""
        found = False
        for record in self:
            found = wanted(record) or found
        return found

    def refuse(self, why: str) -> NoReturn:
        """Raise `BrokenLine` for the line that was read last."""
        raise BrokenLine(words.broken_line(self.number, why))

    def _header(self, raw: bytes) -> None:
        try:
            header = self._object(raw.removeprefix(b"\xef\xbb\xbf"))
        except BrokenLine:
            self.refuse(words.NO_HEADER)
        form = header.get(HEADER)
        if not isinstance(form, int) or isinstance(form, bool) or form < 1:
            self.refuse(words.NO_HEADER)
        if form > FORMAT:
            self.refuse(words.NEWER)

    def _record(self, raw: bytes) -> Record:
        line = self._object(raw)
        if not line.keys() >= set(KEYS) or not isinstance(line["body"], dict):
            self.refuse(words.NO_RECORD)
        if line.keys() > set(KEYS):
            self.refuse(words.UNKNOWN_KEY)
        clock, session = line["clock"], line["session"]
        texts = (line["id"], line["at"], line["kind"], "" if session is None else session)
        if not all(isinstance(text, str) for text in texts) or not _is_clock(clock):
            self.refuse(words.NO_RECORD)
        try:
            new = NewRecord(line["id"], line["at"], line["kind"], session, line["body"])
            if not EARLIEST <= datetime.fromisoformat(new.at).year <= LATEST:
                self.refuse(words.NO_RECORD)
        except (ValueError, OverflowError):
            self.refuse(words.NO_RECORD)
        record = Record(new.id, clock, new.at, new.kind, new.session, new.body)
        if not is_as_expected(record):
            self.refuse(words.MISSHAPEN)
        return record

    def _object(self, raw: bytes) -> dict[str, Any]:
        if len(raw) > LONGEST_LINE:
            self.refuse(words.TOO_LONG)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            self.refuse(words.NOT_UTF_8)
        self._see_its_size(raw)
        try:
            found = json.loads(
                text, object_pairs_hook=_each_key_once, parse_constant=_no_constant, parse_float=_finite
            )
        except _Twice:
            self.refuse(words.TWICE)
        except (ValueError, RecursionError):
            self.refuse(words.NOT_JSON)
        if not isinstance(found, dict):
            self.refuse(words.NOT_JSON)
        return found

    def _see_its_size(self, raw: bytes) -> None:
        """Count what the line holds before anything is made of it."""
        bare = _STRING.sub(b"", raw)
        if sum(map(bare.count, (b",", b"[", b"]", b"{", b"}"))) > MOST_THINGS or _LONG_NUMBER.search(bare):
            self.refuse(words.TOO_LONG)
        depth = 0
        for byte in bare.translate(None, _NO_BRACKET):
            depth += 1 if byte in b"[{" else -1
            if depth > DEEPEST:
                self.refuse(words.TOO_DEEP)


class _Twice(Exception):
    """A key stands twice in one object."""


_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))


def _opened(path: Path) -> IO[bytes]:
    # A pipe would keep us waiting at once; what is no file is told, not waited for.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise PartsworkError(words.NOT_A_FILE)
    return os.fdopen(descriptor, "rb")


def _is_clock(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= GREATEST_CLOCK


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = {clean(key): value for key, value in pairs}
    if len(made) != len(pairs):
        raise _Twice
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number
