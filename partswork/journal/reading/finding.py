"""What was said, found by its words, newest first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from partswork.cleaning import clean
from partswork.journal.projections.parts import NAME
from partswork.journal.projections.said import put_together, taken_apart
from partswork.journal.vault.connection import Connection, rows

_MOST_WORDS = 64
# Of a snippet, in words; where every character is one, in characters.
_LENGTH = 24
# Marks that no text that is kept can hold.
_FROM, _TO = "\x02", "\x03"

# CROSS JOIN: found first by its words, and from there the rest. The greatest number is the newest, so the
# first ones are had without looking at the others.
_FOUND = """
    SELECT said.number, said.session, session.script, session.title, session.started, said.name,
        snippet(said_words, 0, ?, ?, '…', ?)
    FROM said_words
    CROSS JOIN said ON said.number = said_words.rowid
    CROSS JOIN session ON session.id = said.session
    WHERE said_words MATCH ?
"""
_NEWEST_FIRST = " ORDER BY said_words.rowid DESC LIMIT ?"
_NAMES = "SELECT part, text FROM trait WHERE trait = ? UNION SELECT part, name FROM mention"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet.

    Attributes:
        text: as it was said, each run of spaces and line ends as one space.
        found: this is what was looked for.
    """

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer, or a line for later, in which all words were found.

    Attributes:
        session: its id.
        script, title, started: of the session, as in `SessionSummary`.
        name: the lasting name of the answer, `line` for a line for later.
        snippet: some of what was said, around what was looked for; `…` where more was said.
        place: its place in the order of the journal, to go on from.
    """

    session: str
    script: str
    title: str
    started: str
    name: str
    snippet: tuple[Piece, ...]
    place: int

    @property
    def text(self) -> str:
        """The snippet as one text."""
        return "".join(piece.text for piece in self.snippet)


def found(
    connection: Connection,
    words: str,
    *,
    part: str | None,
    script: str | None,
    since: date | None,
    until: date | None,
    most: int,
    before: int | None,
) -> list[Hit]:
    """Return where all of `words` were said, newest first; see `Journal.search`."""
    looked_for = _query(words)
    if not looked_for:
        return []
    asked, given = _FOUND, [_FROM, _TO, _LENGTH, looked_for]
    for condition, values in _conditions(connection, part, script, since, until, before):
        asked += f" AND {condition}"
        given += values
    return [_hit(row) for row in rows(connection, asked + _NEWEST_FIRST, *given, most)]


def _query(words: str) -> str:
    """Return the words in quotes, so that none is taken for a command; the last may be a beginning.

    Words of nothing but punctuation find nothing, and do not keep the others from being found.
    """
    given = clean(words)
    quoted = ['"' + taken_apart(word).replace('"', '""') + '"' for word in given.split()[:_MOST_WORDS]]
    if quoted and not given[-1].isspace():
        quoted[-1] += "*"
    # Each once: a snippet takes long to choose where the same is found again and again.
    return " ".join(dict.fromkeys(quoted))


def _conditions(
    connection: Connection,
    part: str | None,
    script: str | None,
    since: date | None,
    until: date | None,
    before: int | None,
) -> Iterator[tuple[str, list[Any]]]:
    if before is not None:
        yield "said_words.rowid < ?", [before]
    if part is not None:
        meant = _parts_called(connection, clean(part))
        yield (
            "said.session IN (SELECT source FROM mention JOIN json_each(?) ON part = value)",
            [json.dumps(meant)],
        )
    if script is not None:
        yield "(session.script = ? OR session.title = ? COLLATE NOCASE)", [clean(script)] * 2
    if since is not None:
        yield "substr(session.started, 1, 10) >= ?", [since.isoformat()]
    if until is not None:
        yield "substr(session.started, 1, 10) <= ?", [until.isoformat()]


def _parts_called(connection: Connection, name: str) -> list[Any]:
    """Return the ids of the parts that were ever called `name`, whatever its case, or have it as id."""
    called = name.strip().casefold()
    return sorted(
        {part for part, text in rows(connection, _NAMES, NAME) if called in (part, (text or "").casefold())}
    )


def _hit(row: tuple[Any, ...]) -> Hit:
    number, session, script, title, started, name, snippet = row
    return Hit(session.hex(), script, title, started, name, tuple(_pieces(snippet)), number)


def _pieces(snippet: str) -> Iterator[Piece]:
    said = re.sub(r"\s+", " ", put_together(snippet))
    for number, stretch in enumerate(re.split(f"[{_FROM}{_TO}]", said)):
        if stretch:
            # Marks come in pairs, so every other stretch stands between two.
            yield Piece(stretch, found=number % 2 == 1)
