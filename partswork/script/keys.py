"""Reading the keys of one thing in a script, each by its shape.

Every method returns something to go on with, so that one slip never hides the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from partswork.near import nearest
from partswork.script.condition_reader import ConditionUnread, parse_condition
from partswork.script.conditions import WORDS_OF_CONDITIONS, Condition, Conjunction
from partswork.script.finding import Findings, Mark
from partswork.script.notes import Note
from partswork.script.shapes import NOTE, SCRIPT, SECTION, Key
from partswork.script.slips import among_words
from partswork.script.steps import FIELDS, Name, Remember
from partswork.script.texts import likeliest, placer, read_name, read_words, refuse_lost_words
from partswork.script.tree import Items, Table, Text, Tree
from partswork.script.words import NOTHING, Words
from partswork.wording.findings import BELONGS_TO_SECTION, EXPECTED, going_on_with, one_of_these, write

UNREAD: Condition = Conjunction(())
"""Stands where a condition could not be read; it tests nothing."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_FIELD_OF_PART = re.compile(r"\s*(\S+)\s+of\s+(\S+)\s*")


class Keys:
    """The keys under one table, held against those that are legal there.

    A misspelled key is told, and then read as the key it is most like.
    """

    def __init__(
        self,
        table: Table,
        legal: Mapping[str, Key],
        findings: Findings,
        *,
        own: str = "",
        means: str | None = None,
    ) -> None:
        """Begin reading.

        Args:
            table: the keys as written.
            legal: what may stand here.
            findings: told of every key that may not, and of every one that is missing.
            own: a key that the caller reads itself (an option's key), whatever it is.
            means: the legal key that `own` was meant to be, where it is misspelled.
        """
        self.findings = findings
        self.first = table.at
        self._legal = legal
        read_as: dict[str, tuple[Text, Tree]] = {}
        if means is not None:
            read_as[means] = table.entries[own]
        for word, entry in table.entries.items():
            if word not in legal and word != own and not word.startswith("x-"):
                inside = BELONGS_TO_SECTION if legal is SCRIPT and word in SECTION else None
                near = None if inside else (word, legal)
                findings.add("PW020", entry[0].at, near=near, suggestion=inside, key=word)
                meant = None if findings.full else nearest(word, legal)
                if meant is not None:
                    read_as.setdefault(meant, entry)
        missing = [key for key, one in legal.items() if one.required and key not in table.entries]
        for word in missing:
            if word in read_as:
                continue
            found = among_words(word, table, findings)
            if found is not None:
                read_as[word] = found
            else:
                findings.add("PW041" if word == "at_most" else "PW021", self.first, key=word)
        self._entries = {**read_as, **table.entries} if read_as else table.entries

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._entries

    def at(self, key: str) -> Mark:
        """Where the key's value stands, or the thing itself where the key is missing."""
        return self._entries[key][1].at if self.has(key) else self.first

    def key_at(self, key: str) -> Mark:
        """Where a key that is written stands itself."""
        return self._entries[key][0].at

    def value(self, key: str) -> Tree:
        """Return what stands under a key that is written."""
        return self._entries[key][1]

    def expected(self, key: str, at: Mark, expected: str, suggestion: str | None = None) -> None:
        """Note what should stand under a key instead of what is there, and perhaps how to write it."""
        self.findings.add("PW022", at, key=key, told=EXPECTED[expected], suggestion=suggestion)

    def text(self, key: str, expected: str, suggestion: str | None = None) -> Text | None:
        """Return the value where it is text; note it where it is not, perhaps with what to write."""
        if not self.has(key):
            return None
        value = self.value(key)
        if isinstance(value, Text) and value.value.strip():
            return value
        self.expected(key, value.at, expected, suggestion)
        return None

    def words(self, key: str) -> Words:
        """Return words a person sees, `NOTHING` where there are none to read."""
        text = self.text(key, "words")
        return NOTHING if text is None else read_words(text, self.findings)

    def maybe_words(self, key: str) -> Words | None:
        """Return words a person sees, None where the key is not written."""
        return self.words(key) if self.has(key) else None

    def note(self) -> Note | None:
        """Return the words for the person guiding: one text, or `say`, `watch_for`, `if_stuck`."""
        if not self.has("note"):
            return None
        value = self.value("note")
        if not isinstance(value, Table):
            return Note(say=self.words("note"))
        inner = Keys(value, NOTE, self.findings)
        return Note(inner.maybe_words("say"), inner.maybe_words("watch_for"), inner.maybe_words("if_stuck"))

    def line(self, key: str, *, seen: bool) -> str:
        """Return one line of text, "" where there is none to read; with `seen`, one a person sees."""
        text = self.text(key, "line")
        if text is None:
            return ""
        if seen:
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
            likely = likeliest(text.value, "-")
            suggestion = write(likely) if likely is not None else None
            self.findings.add("PW024", text.at, suggestion=suggestion, id=text.value)
            self.findings.unclear.append(text.value.strip())
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
        said = text.value.strip()
        if said.casefold() not in ("yes", "no", "true", "false"):
            self.findings.add("PW023", text.at, key=key, value=said, near=(said, ("yes", "no")))
        return said.casefold() in ("yes", "true")

    def one_of(self, key: str, default: str) -> str:
        """Return one of the words the table gives; where it is misspelled, the one it is most like."""
        legal = self._legal[key].words
        text = self.text(key, "word", one_of_these(legal))
        if text is None:
            return default
        if text.value.strip() in legal:
            return text.value.strip()
        self.findings.add("PW023", text.at, key=key, value=text.value, near=(text.value.strip(), legal))
        return nearest(text.value.strip(), legal) or default

    def condition(self, key: str) -> Condition:
        """Return a condition, `UNREAD` where it cannot be read."""
        text = self.text(key, "condition")
        if text is None:
            return UNREAD
        try:
            return parse_condition(text.value, placer(text, self.findings.lines))
        except ConditionUnread as error:
            # A name that cannot be one has been told where it is saved.
            if any(name in text.value for name in self.findings.unclear if name not in WORDS_OF_CONDITIONS):
                return UNREAD
            near = (error.got, error.expected) if error.hint is None else None
            got = going_on_with(error.got)
            self.findings.add(error.code, error.at, near=near, suggestion=error.hint, got=got)
            return UNREAD

    def remember(self, key: str) -> Remember | None:
        """Return what is remembered of which part."""
        text = self.text(key, "remember")
        if text is None:
            return None
        found = _FIELD_OF_PART.fullmatch(text.value)
        if found is None:
            self.expected(key, text.at, "remember")
            return None
        field, part = found.groups()
        place = placer(text, self.findings.lines)
        field_at, _, part_at = place(field), place("of"), place(part)
        for known in FIELDS:
            if field == known:
                return Remember(known, Name(part, part_at))
        self.findings.add("PW023", field_at, key=key, value=field, near=(field, FIELDS))
        return None

    def items(self, key: str, expected: str) -> list[Tree]:
        """Return the items of a list, with the number of them the table asks for."""
        if not self.has(key):
            return []
        value = self.value(key)
        if not isinstance(value, Items):
            self.expected(key, value.at, expected)
            return []
        shape = self._legal[key]
        if shape.most and not shape.least <= len(value.items) <= shape.most:
            self.findings.add("PW028", self.key_at(key), key=key, least=shape.least, most=shape.most)
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
                self.expected(key, item.at, "texts")
        return tuple(texts)

    def pairs(self, key: str) -> dict[str, tuple[Text, Text]]:
        """Return a table of texts, as under `with`; one that cannot be read is empty."""
        if not self.has(key):
            return {}
        value = self.value(key)
        pairs = {}
        if isinstance(value, Table):
            for word, (name, held) in value.entries.items():
                if isinstance(held, Text) and held.value.strip():
                    pairs[word] = (name, held)
                else:
                    self.expected(word, held.at, "name")
                    pairs[word] = (name, Text("", held.at, held.at.line))
        else:
            self.expected(key, value.at, "table")
        return pairs
