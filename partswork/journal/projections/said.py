"""What was said in words, to be searched: a row for each answer or line that counts, and its index.

Searched are answers in words, places, the names of parts as they were said, lines for later, and what a
part remembers of an answer in words (the label of a choice). Not searched is what was only picked: the
words of a scan are the script's, and the key of a choice is nobody's word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from partswork.journal.records import kinds
from partswork.journal.records.body import mapping_in, text_in, texts_in
from partswork.journal.records.record import Record
from partswork.journal.records.withdrawn import withdrawn
from partswork.journal.vault.connection import Connection, rows

SEAM: Final = "\x1f"
"""What stands between the parts of a text that are told apart without a space; in no text that is kept."""

# Scripts that put no space between words (Thai and Lao, Burmese, Khmer, kana and Chinese characters),
# Korean, whose words carry their endings, and pictures.
_CLOSE_TOGETHER = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2190-\u2bff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U0001f000-\U0001faff\U00020000-\U0003ffff])"
)
# Two journals that were united may have two records at one clock, each with its number.
_PLACES = 256
_LAST_PLACE = 2**54
# In the index a word has this before it; the beginnings of one letter and of two have others.
_OF_WORDS = b"0"
_FOLLOWING = "SELECT term FROM said_terms WHERE term >= ? LIMIT 1"
_WITHDRAWING = frozenset({kinds.BACK, kinds.MOVED})


def concerns_words(record: Record) -> bool:
    """Say whether a record can change what of its session is searched."""
    return record.kind in _WITHDRAWING or words_of(record) is not None


def words_of(record: Record) -> str | None:
    """Return what a record says in words, `None` if nothing."""
    return "\n".join(dict.fromkeys(filter(None, _texts(record)))) or None


def taken_apart(text: str) -> str:
    """Return a text as it is indexed, and as it has to be looked for.

    In a script without spaces every character is a word, and a word a row of them: it is found wherever
    it stands.
    """
    if text.isascii():
        return text
    apart = _CLOSE_TOGETHER.sub(rf"{SEAM}\1{SEAM}", unicodedata.normalize("NFC", text))
    return apart.replace(SEAM * 2, SEAM)


def put_together(text: str) -> str:
    """Return a text that was taken apart."""
    return text.replace(SEAM, "")


def follow(connection: Connection, session: str, records: Sequence[Record]) -> None:
    """Bring what is searched of a session to `records`, all of its, in order."""
    wanted = {row.record: row for row in _rows_of(session, records)}
    key = bytes.fromhex(session)
    kept = rows(connection, "SELECT number, record, name, text FROM said WHERE session = ?", key)
    for number, record, name, text in kept:
        row = wanted.get(record)
        # An import may have moved a record to an earlier place.
        if row is not None and (row.number // _PLACES, row.name, row.text) == (number // _PLACES, name, text):
            del wanted[record]
        else:
            connection.execute(
                "INSERT INTO said_words (said_words, rowid, text) VALUES ('delete', ?, ?)", (number, text)
            )
            connection.execute("DELETE FROM said WHERE number = ?", (number,))
    for row in wanted.values():
        number = _keep(connection, row)
        connection.execute("INSERT INTO said_words (rowid, text) VALUES (?, ?)", (number, row.text))


def leave_no_beginnings(connection: Connection) -> None:
    """Put words that are still said where the index divides its pages by the beginning of one that is not.

    Such a divider stays when its word is deleted, secure or not, and can be the whole of it. Any word that
    comes at or after the divider, and first, divides the pages in the same place.
    """
    for segment, divider in rows(connection, "SELECT segid, term FROM said_words_idx"):
        kind, beginning = bytes(divider[:1]), bytes(divider[1:])
        if kind != _OF_WORDS or not beginning:
            continue
        following = rows(connection, _FOLLOWING, beginning.decode("utf-8", "ignore"))
        if not following:
            index(connection)
            return
        word = following[0][0].encode()
        if not word.startswith(beginning):
            connection.execute(
                "UPDATE said_words_idx SET term = ? WHERE segid = ? AND term = ?",
                (_OF_WORDS + word, segment, divider),
            )


def empty(connection: Connection) -> None:
    """Throw away all that is searched."""
    connection.execute("INSERT INTO said_words (said_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM said")


def keep(connection: Connection, session: str, records: Sequence[Record]) -> None:
    """Keep what is to be searched of a session that has nothing kept, for `index` to look through later."""
    made = list(_rows_of(session, records))
    kept = connection.executemany(
        "INSERT OR IGNORE INTO said (number, record, session, name, text) VALUES (?, ?, ?, ?, ?)",
        [(row.number, row.record, row.session, row.name, row.text) for row in made],
    )
    if kept.rowcount < len(made):
        for row in made:
            if not rows(
                connection, "SELECT 1 FROM said WHERE number = ? AND record = ?", row.number, row.record
            ):
                _keep(connection, row)


def index(connection: Connection) -> None:
    """Make the index anew of all that is kept. In one go: it is slow where numbers come in no order."""
    connection.execute("INSERT INTO said_words (said_words) VALUES ('rebuild')")


@dataclass(frozen=True, slots=True)
class _Row:
    """What is kept of one record.

    Attributes:
        number: where it is kept, unless another is there already.
    """

    number: int
    record: bytes
    session: bytes
    name: str
    text: str


def _rows_of(session: str, records: Sequence[Record]) -> Iterator[_Row]:
    gone = withdrawn(records)
    key = bytes.fromhex(session)
    for record in records:
        if record.id not in gone and (text := words_of(record)) is not None:
            id = bytes.fromhex(record.id)
            number = min(max(record.clock, 0), _LAST_PLACE) * _PLACES + id[0]
            yield _Row(number, id, key, _name(record), taken_apart(text))


def _keep(connection: Connection, row: _Row) -> int:
    """Keep a row and return its number, the first free one."""
    number = row.number
    while rows(connection, "SELECT 1 FROM said WHERE number = ?", number):
        number += 1
    connection.execute(
        "INSERT INTO said (number, record, session, name, text) VALUES (?, ?, ?, ?, ?)",
        (number, row.record, row.session, row.name, row.text),
    )
    return number


def _name(record: Record) -> str:
    return kinds.LINE if record.kind == kinds.LINE else text_in(record.body, "name") or ""


def _texts(record: Record) -> Iterator[str | None]:
    body = record.body
    if record.kind == kinds.LINE:
        yield text_in(body, "text")
    elif record.kind == kinds.ANSWERED:
        match text_in(body, "kind"):
            case "ask":
                yield text_in(body, "value")
            case "locate":
                yield from texts_in(body, "value")
            case kinds.NAME_PART:
                yield text_in(mapping_in(body, "value"), "name")
        yield text_in(mapping_in(body, "remember"), "text")
