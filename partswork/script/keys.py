"""Reading the keys of one thing in a script, each by its shape.

Every method returns something to go on with, so that one slip never hides the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from partswork.script.conditions import (
    WORDS_OF_CONDITIONS,
    Condition,
    ConditionUnread,
    Conjunction,
    parse_condition,
)
from partswork.script.finding import Findings, Mark
from partswork.script.shapes import Key
from partswork.script.steps import DISTRESS, FIELDS, Name, Remember
from partswork.script.tree import Items, Table, Text, Tree
from partswork.script.words import NOTHING, Words, parse_words
from partswork.wording.findings import EXPECTED

UNREAD: Condition = Conjunction(())
"""Stands where a condition could not be read; it tests nothing."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_FIELD_OF_PART = re.compile(r"(\S+)\s+of\s+(\S+)")


class Keys:
    """The keys under one table, held against those that are legal there."""

    def __init__(self, table: Table, legal: dict[str, Key], findings: Findings, *, own: str | None = None) -> None:
        """Begin reading.

        Args:
            table: the keys as written.
            legal: what may stand here.
            findings: told of every key that may not, and of every one that is missing.
            own: a key that the caller reads itself (an option's key), legal whatever it is.
        """
        self.table, self.findings = table, findings
        for word, (key, _) in table.entries.items():
            if word not in legal and word != own and not word.startswith("x-"):
                findings.add("PW020", key.at, near=(word, legal), key=word)
        for word, shape in legal.items():
            if shape.required and word not in table.entries:
                findings.add("PW041" if word == "at_most" else "PW021", self.first.at, key=word)
        self._legal = legal

    @property
    def first(self) -> Text:
        """The first key, which names the thing; a stand-in where there is none."""
        for key, _ in self.table.entries.values():
            return key
        return Text("", self.table.at, self.table.at.line)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self.table.entries

    def at(self, key: str) -> Mark:
        """Where the key's value stands, or the thing itself where the key is missing."""
        return self.table.entries[key][1].at if self.has(key) else self.first.at

    def text(self, key: str, expected: str) -> Text | None:
        """Return the value where it is text; note it where it is not."""
        if not self.has(key):
            return None
        value = self.table.entries[key][1]
        if isinstance(value, Text) and value.value.strip():
            return value
        at = value.at if isinstance(value, Text) and value.value else self.table.entries[key][0].at
        self.findings.add("PW022", at, key=key, expected=EXPECTED[expected])
        return None

    def words(self, key: str) -> Words:
        """Return words a person sees, `NOTHING` where there are none to read."""
        text = self.text(key, "words")
        return NOTHING if text is None else read_words(text, self.findings)

    def maybe_words(self, key: str) -> Words | None:
        """Return words a person sees, None where the key is not written."""
        return self.words(key) if self.has(key) else None

    def line(self, key: str) -> str:
        """Return one line of text, "" where there is none to read."""
        text = self.text(key, "line")
        if text is None:
            return ""
        refuse_lost_words(text, self.findings)
        return " ".join(text.value.split())

    def name(self, key: str) -> Name:
        """Return a name that may be saved under or referred to, `Name("")` where there is none."""
        text = self.text(key, "name")
        if text is None:
            return Name("", self.at(key))
        return read_name(text, self.findings)

    def maybe_name(self, key: str) -> Name | None:
        """Return a name, None where the key is not written."""
        return self.name(key) if self.has(key) else None

    def id(self, key: str) -> Name:
        """Return an id: letters, digits and hyphens."""
        text = self.text(key, "id")
        if text is None:
            return Name("", self.at(key))
        if not _ID.fullmatch(text.value.strip()):
            self.findings.add("PW024", text.at, id=text.value)
            return Name("", text.at)
        return Name(text.value.strip(), text.at)

    def number(self, key: str, default: int) -> int:
        """Return a whole number within the bounds the table gives."""
        text = self.text(key, "number")
        if text is None:
            return default
        least, most = self._legal[key].least, self._legal[key].most
        said = text.value.strip()
        if said.isascii() and said.isdigit() and len(said) <= 6 and least <= int(said) <= most:
            return int(said)
        self.findings.add("PW029", text.at, key=key, value=said, least=least, most=most)
        return default

    def yes(self, key: str) -> bool:
        """Return whether it says yes; no where it is not written."""
        text = self.text(key, "yes")
        if text is None:
            return False
        said = text.value.strip().casefold()
        if said not in ("yes", "no", "true", "false"):
            self.findings.add("PW023", text.at, key=key, value=said, near=(said, ("yes", "no")))
        return said in ("yes", "true")

    def one_of(self, key: str, default: str) -> str:
        """Return one of the words the table gives."""
        text = self.text(key, "word")
        if text is None:
            return default
        legal = self._legal[key].words
        if text.value.strip() in legal:
            return text.value.strip()
        self.findings.add("PW023", text.at, key=key, value=text.value, near=(text.value.strip(), legal))
        return default

    def condition(self, key: str) -> Condition:
        """Return a condition, `UNREAD` where it cannot be read."""
        text = self.text(key, "condition")
        if text is None:
            return UNREAD
        refuse_lost_words(text, self.findings)
        try:
            return parse_condition(text.value.replace("\n", " "), text.at)
        except ConditionUnread as error:
            legal = error.expected or ()
            self.findings.add(error.code, error.at, near=(error.got, legal), got=error.got or EXPECTED["end"])
            return UNREAD

    def remember(self, key: str) -> Remember | None:
        """Return what is remembered of which part."""
        text = self.text(key, "remember")
        if text is None:
            return None
        found = _FIELD_OF_PART.fullmatch(text.value.strip())
        if found is None:
            self.findings.add("PW022", text.at, key=key, expected=EXPECTED["remember"])
            return None
        field, part = found.groups()
        for known in FIELDS:
            if field == known:
                offset = text.value.index(part, text.value.index(" of ") + 4)
                at = Mark(text.at.line, text.at.column + offset, len(part))
                return Remember(known, Name(part, at))
        self.findings.add("PW023", text.at, key=key, value=field, near=(field, FIELDS))
        return None

    def items(self, key: str, expected: str) -> list[Tree]:
        """Return the items of a list, with the number of them the table asks for."""
        if not self.has(key):
            return []
        value = self.table.entries[key][1]
        if not isinstance(value, Items):
            self.findings.add("PW022", value.at, key=key, expected=EXPECTED[expected])
            return []
        shape = self._legal[key]
        if shape.most and not shape.least <= len(value.items) <= shape.most:
            least, most = shape.least, shape.most
            self.findings.add("PW028", self.table.entries[key][0].at, key=key, least=least, most=most)
        return value.items

    def texts(self, key: str, *, seen: bool) -> tuple[Text, ...]:
        """Return a list of texts; with `seen`, of texts a person sees."""
        texts = []
        for item in self.items(key, "texts"):
            if isinstance(item, Text) and item.value.strip():
                if seen:
                    refuse_lost_words(item, self.findings)
                texts.append(item)
            else:
                self.findings.add("PW022", item.at, key=key, expected=EXPECTED["texts"])
        return tuple(texts)

    def pairs(self, key: str) -> dict[str, tuple[Text, Text]]:
        """Return a table of texts, as under `with`."""
        if not self.has(key):
            return {}
        value = self.table.entries[key][1]
        pairs = {}
        if isinstance(value, Table):
            for word, (name, held) in value.entries.items():
                if isinstance(held, Text):
                    pairs[word] = (name, held)
                else:
                    self.findings.add("PW022", held.at, key=word, expected=EXPECTED["name"])
        else:
            self.findings.add("PW022", value.at, key=key, expected=EXPECTED["table"])
        return pairs


def read_name(text: Text, findings: Findings) -> Name:
    """Return a name that follows the rules for names, `Name("")` where it does not."""
    said = text.value.strip()
    if not _NAME.fullmatch(said) or said in WORDS_OF_CONDITIONS or said == DISTRESS:
        findings.add("PW026", text.at, name=said)
        return Name("", text.at)
    return Name(said, text.at)


def read_words(text: Text, findings: Findings) -> Words:
    """Return words a person sees, noting words YAML would lose and fills that cannot be read."""
    refuse_lost_words(text, findings)
    words = parse_words(text.value, _placer(text, findings.lines))
    for at in words.malformed:
        findings.add("PW037", at)
    return words


def refuse_lost_words(text: Text, findings: Findings) -> None:
    """Note a comment behind one-line words: the author may have meant it to be seen."""
    if text.cut_off:
        findings.add("PW005", Mark(text.last, text.cut_off))


def _placer(text: Text, lines: list[str]) -> Callable[[str], Mark]:
    """Return a function that finds each fill of `text` in the file, in order."""
    line, column = text.at.line, text.at.column - 1

    def place(written: str) -> Mark:
        nonlocal line, column
        sought = written.split(" ")[0]
        while line <= min(text.last, len(lines)):
            found = lines[line - 1].find(sought, column)
            if found >= 0:
                column = found + len(sought)
                return Mark(line, found + 1, len(written))
            line, column = line + 1, 0
        return text.at

    return place
