"""Reading the steps that take an answer: one method a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from partswork.script.finding import Findings
from partswork.script.keys import Keys
from partswork.script.questions import (
    Ask,
    Choose,
    Distress,
    Locate,
    NamePart,
    Option,
    Question,
    Rate,
    Scale,
    Scan,
)
from partswork.script.shapes import OPTION, SCALE, Key
from partswork.script.slips import in_line
from partswork.script.steps import Step
from partswork.script.texts import read_name, read_words
from partswork.script.tree import Table, Text, Tree


class QuestionReader:
    """Reads questions; what an option leads to is read by `steps`."""

    def __init__(self, findings: Findings, steps: Callable[[Keys, str], tuple[Step, ...]]) -> None:
        self._findings, self._steps = findings, steps
        self.kinds: dict[str, Callable[[Keys], Question]] = {
            "distress": self._distress,
            "ask": self._ask,
            "rate": self._rate,
            "scan": self._scan,
            "choose": self._choose,
            "name_part": self._name_part,
            "locate": self._locate,
        }

    def _distress(self, keys: Keys) -> Question:
        return Distress(
            at=keys.first,
            words=keys.words("distress"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _ask(self, keys: Keys) -> Question:
        return Ask(
            at=keys.first,
            words=keys.words("ask"),
            save_as=keys.name("save_as"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            placeholder=keys.maybe_words("placeholder"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _rate(self, keys: Keys) -> Question:
        least = keys.number("from", 0)
        # A `to` that cannot be read has been told; nothing more is said of it.
        most = keys.number("to", max(least + 1, 10) if keys.has("to") else 10)
        if least >= most:
            self._findings.add("PW029", keys.at("from"), key="from", value=least, least=0, most=most - 1)
        return Rate(
            at=keys.first,
            words=keys.words("rate"),
            save_as=keys.name("save_as"),
            least=least,
            most=most,
            low=keys.maybe_words("low"),
            high=keys.maybe_words("high"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _scan(self, keys: Keys) -> Question:
        words: dict[str, int] = {}
        for text in keys.texts("words", seen=True):
            said = " ".join(text.value.split())
            if said in words:
                self._findings.add("PW017", text.at, what=said, line=words[said])
            words.setdefault(said, text.at.line)
        return Scan(
            at=keys.first,
            words=keys.words("scan"),
            save_as=keys.name("save_as"),
            scale_words=tuple(words),
            scales=self._scales(keys),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _scales(self, keys: Keys) -> tuple[Scale, ...]:
        scales: dict[str, Scale] = {}
        for item in keys.items("scales", "scales"):
            labelled = self._labelled(keys, item, "scales", SCALE)
            if labelled is None:
                continue
            written, label, table = labelled
            inner = Keys(table, SCALE, self._findings, own=written.value)
            name = read_name(written, self._findings)
            words = read_words(label, self._findings)
            scale = Scale(name.text, words, inner.maybe_words("meaning"), name.at)
            if name.text in scales:
                self._findings.add("PW017", name.at, what=name.text, line=scales[name.text].at.line)
            elif name.text:
                scales[name.text] = scale
        return tuple(scales.values())

    def _choose(self, keys: Keys) -> Question:
        many = keys.yes("many")
        return Choose(
            at=keys.first,
            words=keys.words("choose"),
            save_as=keys.name("save_as"),
            options=self._options(keys, many),
            many=many,
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _options(self, keys: Keys, many: bool) -> tuple[Option, ...]:
        options: dict[str, Option] = {}
        labels: dict[str, int] = {}
        for item in keys.items("options", "options"):
            labelled = self._labelled(keys, item, "options", OPTION)
            if labelled is None:
                continue
            written, label, table = labelled
            inner = Keys(table, OPTION, self._findings, own=written.value)
            key = read_name(written, self._findings)
            if many:
                for word in ("refusal", "then"):
                    if inner.has(word):
                        self._findings.add("PW027", inner.key_at(word), key=word, other="many")
            said = " ".join(label.value.split())
            if said.casefold() in labels:
                self._findings.add("PW017", label.at, what=said, line=labels[said.casefold()])
            labels.setdefault(said.casefold(), label.at.line)
            words = read_words(label, self._findings)
            option = Option(key.text, words, key.at, inner.yes("refusal"), self._steps(inner, "then"))
            if key.text in options:
                self._findings.add("PW017", key.at, what=key.text, line=options[key.text].at.line)
            elif key.text:
                options[key.text] = option
        return tuple(options.values())

    def _name_part(self, keys: Keys) -> Question:
        return NamePart(
            at=keys.first,
            words=keys.words("name_part"),
            save_as=keys.name("save_as"),
            role=keys.line("role", seen=True) or None,
            guarded_by=keys.maybe_name("guarded_by"),
            opposed_to=keys.maybe_name("opposed_to"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _locate(self, keys: Keys) -> Question:
        return Locate(
            at=keys.first,
            words=keys.words("locate"),
            save_as=keys.name("save_as"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=keys.note(),
        )

    def _labelled(
        self, keys: Keys, item: Tree, where: str, legal: Mapping[str, Key]
    ) -> tuple[Text, Text, Table] | None:
        """Return the `key: label` that an option or a scale begins with."""
        at = item.at
        if isinstance(item, Table) and item.entries:
            key, label = next(iter(item.entries.values()))
            if isinstance(label, Text) and label.value.strip() and key.value not in legal:
                return key, label, item
            at = label.at
        amiss = in_line(self._findings.lines[at.line - 1]) if isinstance(item, Text) and item.value else None
        keys.expected(where, at, where, amiss[0] if amiss is not None else None)
        return None
