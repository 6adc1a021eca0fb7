"""Names: what is saved under each, and whether every use of one fits."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from partswork.script.answers import (
    BANDS,
    AnswerKind,
    ChoiceKind,
    DistressKind,
    NumberKind,
    PartKind,
    ResultKind,
    ScanKind,
    alike,
    kind_of,
    kind_of_input,
)
from partswork.script.condition_hints import not_answered
from partswork.script.conditions import (
    Compares,
    Condition,
    Includes,
    IsAnswered,
    IsOneOf,
    Ref,
    Test,
    Value,
    tests_of,
)
from partswork.script.finding import Findings, Mark
from partswork.script.model import InputKind, Script, every_step
from partswork.script.notes import Note
from partswork.script.spoken import words_of, words_of_note
from partswork.script.steps import DISTRESS, If, Name, NamePart, RepeatUntil, SavedQuestion, Step
from partswork.script.words import Fill, Words
from partswork.wording.findings import HOW_TO_TEST, KIND_WORDS, saved_as


class Names:
    """Everything a script saves, by name.

    A name whose kind cannot be known (the shared script it comes from is missing) is kept with
    None, so that nothing else is said about it.
    """

    def __init__(self, script: Script, unclear: Iterable[str] = ()) -> None:
        """Begin with what the questions of a script save, and what it is given.

        Args:
            script: the script.
            unclear: what should have been names and cannot be.
        """
        self._saved: dict[str, list[tuple[AnswerKind | None, Mark]]] = {}
        self._lines: dict[str, int] = {}
        self._unclear = frozenset(unclear)
        self._told: set[str] = set()
        self.expected: list[tuple[Name, AnswerKind, InputKind]] = []
        for given, input_kind in script.takes.items():
            self._saved.setdefault(given, []).append((kind_of_input(input_kind), Mark(1, 1)))
        for section in script.sections:
            for step in every_step(section.steps):
                if isinstance(step, SavedQuestion) and step.save_as.text:
                    self.add(step.save_as, kind_of(step))
        for name in script.unclear:
            self.add(name, None)

    def add(self, name: Name, kind: AnswerKind | None) -> None:
        """Note one place that saves a name."""
        self._saved.setdefault(name.text, []).append((kind, name.at))
        self._lines.setdefault(name.text, name.at.line)

    def expect(self, name: Name, kind: AnswerKind, said: InputKind) -> None:
        """Note that a shared script must be given that kind of answer."""
        self.expected.append((name, kind, said))

    def known(self, name: str) -> bool:
        """Whether anything saves the name."""
        return name in self._saved or name == DISTRESS

    def kind(self, name: str) -> AnswerKind | None:
        """Return what is saved under a known name, None where that cannot be told."""
        return DistressKind() if name == DISTRESS else self._saved[name][0][0]

    def near(self, findings: Findings, name: str, at: Mark, *more: str) -> None:
        """Say that nothing saves the name, and which one, or which of `more`, may be meant."""
        if name in self._unclear or name in self._told:
            return
        other = next((known for known in self._saved if known.casefold() == name.casefold()), None)
        if other is not None and other in self._lines:
            self._told.add(name)
            findings.add("PW032", at, suggestion=saved_as(other, self._lines[other]), name=name)
            return
        findings.add("PW032", at, near=(name, chain(self._saved, more)), where=self._lines, name=name)

    def unclear(self, word: str) -> bool:
        """Whether it should have been a name, and has been told."""
        return word in self._unclear

    def check_alike(self, findings: Findings) -> None:
        """Say where one name is saved in two ways."""
        for name, saved in self._saved.items():
            first, first_at = saved[0]
            for kind, at in saved[1:]:
                if first is not None and kind is not None and not alike(first, kind):
                    findings.add("PW057", at, name=name, line=first_at.line)


def check_names(script: Script, names: Names, findings: Findings) -> None:
    """Check every condition, fill and other mention of a name."""
    _words(script.about, names, findings)
    _note(script.note, names, findings)
    for section in script.sections:
        findings.section = None if script.shared else section.id
        if section.needs is not None:
            _condition(section.needs, names, findings)
        if section.title is not None:
            _words(section.title, names, findings)
        _note(section.note, names, findings)
        for step in every_step(section.steps):
            _step(step, names, findings)
    findings.section = None
    for name, kind, said in names.expected:
        _given(name, kind, said, names, findings)


def _step(step: Step, names: Names, findings: Findings) -> None:
    if isinstance(step, If | RepeatUntil):
        _condition(step.condition, names, findings)
    for words in words_of(step):
        _words(words, names, findings)
    if isinstance(step, SavedQuestion) and step.remember is not None:
        _part(step.remember.part, names, findings)
    if isinstance(step, NamePart):
        for name in (step.guarded_by, step.opposed_to):
            if name is not None and name.text:
                _part(name, names, findings)


def _part(name: Name, names: Names, findings: Findings) -> None:
    if not names.known(name.text):
        names.near(findings, name.text, name.at)
    elif not isinstance(names.kind(name.text), PartKind | None):
        findings.add("PW064", name.at, name=name.text)


def _given(name: Name, wanted: AnswerKind, said: InputKind, names: Names, findings: Findings) -> None:
    if not name.text:
        return
    if not names.known(name.text):
        names.near(findings, name.text, name.at)
        return
    kind = names.kind(name.text)
    if kind is not None and type(kind) is not type(wanted):
        findings.add("PW065", name.at, name=name.text, told=KIND_WORDS[said])


def _note(note: Note | None, names: Names, findings: Findings) -> None:
    for words in words_of_note(note):
        _words(words, names, findings)


def _words(words: Words, names: Names, findings: Findings) -> None:
    for fill in words.fills():
        _fill(fill, names, findings)
    for name, at in words.loose:
        if names.known(name):
            written = findings.lines[at.line - 1][at.column - 1 :][: at.length]
            findings.add("PW035", at, name=name, written=written)


def _fill(fill: Fill, names: Names, findings: Findings) -> None:
    if not names.known(fill.name):
        names.near(findings, fill.name, fill.at)
        return
    kind = names.kind(fill.name)
    if isinstance(kind, DistressKind | ResultKind):
        findings.add("PW039", fill.at, name=fill.name)
    elif kind is not None:
        _scale(fill.name, fill.scale, fill.at, kind, findings)


def _scale(name: str, scale: str | None, at: Mark, kind: AnswerKind, findings: Findings) -> bool:
    """Check that just a scan is spoken of by `name.scale`, and by a scale it has."""
    if isinstance(kind, ScanKind) and scale is None:
        dotted = tuple(f"{name}.{known}" for known in kind.scales)
        findings.add("PW066", at, near=(name, dotted), name=name)
    elif isinstance(kind, ScanKind) and scale not in kind.scales:
        findings.add("PW033", at, near=(scale or "", kind.scales), name=name, value=scale)
    elif not isinstance(kind, ScanKind) and scale is not None:
        findings.add("PW067", at, near=(f"{name}.{scale}", (name,)), name=name)
    else:
        return True
    return False


def _condition(condition: Condition, names: Names, findings: Findings) -> None:
    for test in tests_of(condition):
        ref = test.ref
        if not names.known(ref.name):
            names.near(findings, ref.name, ref.at, DISTRESS)
            continue
        kind = names.kind(ref.name)
        if kind is not None and _scale(ref.name, ref.scale, ref.at, kind, findings):
            _test(test, ref, kind, names, findings)


def _test(test: Test, ref: Ref, kind: AnswerKind, names: Names, findings: Findings) -> None:
    match test:
        case IsAnswered():
            return
        case IsOneOf(values=values):
            held: tuple[Value, ...] = values
            fits = not (isinstance(kind, ChoiceKind) and kind.many)
        case Compares(value=value):
            held, fits = (value,), isinstance(kind, NumberKind | ScanKind)
        case Includes(value=value):
            held, fits = (value,), isinstance(kind, ChoiceKind) and kind.many
    legal = _legal(kind)
    if not fits or legal is None:
        hint = not_answered(test) if isinstance(test, IsOneOf) else None
        findings.add("PW034", ref.at, name=ref.name, told=HOW_TO_TEST[type(kind).__name__], suggestion=hint)
        return
    for value in held:
        if not names.unclear(value.text):
            _value(value, ref, kind, legal, findings)


def _legal(kind: AnswerKind) -> tuple[str, ...] | None:
    """Return the words an answer may be held against; None where only `is answered` may be asked."""
    match kind:
        case ChoiceKind():
            return kind.keys
        case ResultKind():
            return kind.results
        case ScanKind():
            return kind.words
        case DistressKind():
            return BANDS
        case NumberKind():
            return ()
        case _:
            return None


def _value(value: Value, ref: Ref, kind: AnswerKind, legal: tuple[str, ...], findings: Findings) -> None:
    digits = value.text.isascii() and value.text.isdigit()
    if isinstance(kind, NumberKind):
        if not digits:
            findings.add("PW034", value.at, name=ref.name, told=HOW_TO_TEST["NumberKind"])
        elif len(value.text) > 3 or not kind.least <= int(value.text) <= kind.most:
            findings.add("PW036", value.at, name=ref.name, value=value.text, least=kind.least, most=kind.most)
    elif isinstance(kind, DistressKind) and digits:
        findings.add("PW034", value.at, name=ref.name, told=HOW_TO_TEST["DistressKind"])
    elif legal and value.text not in legal:
        # A word such as skipped, that is no key here, stands for no answer.
        hint = not_answered(IsOneOf(ref, (value,), negated=False))
        near = (value.text, legal) if hint is None else None
        findings.add("PW033", value.at, near=near, suggestion=hint, name=ref.name, value=value.text)
