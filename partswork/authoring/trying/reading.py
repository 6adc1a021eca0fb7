"""Reading a test file: bytes in, a test and everything there is to say about it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from partswork.authoring.trying.model import Answers, ScriptTest, Written
from partswork.script.finding import Findings, Mark
from partswork.script.keys import Keys
from partswork.script.shapes import Key, Shape
from partswork.script.source import take_in
from partswork.script.steps import Name
from partswork.script.texts import refuse_lost_words
from partswork.script.tree import Items, Table, Text, Tree
from partswork.script.tree_reader import read_tree
from partswork.wording import trying as words

ENDS = ("complete", "people", "stopped")

TEST: dict[str, Key] = {
    "test": Key(Shape.LINE, required=True),
    "script": Key(Shape.LINE, required=True),
    "answers": Key(Shape.GIVEN),
    "stops": Key(Shape.LINE),
    "expect": Key(Shape.GIVEN, required=True),
}
"""The keys of a test."""

EXPECT: dict[str, Key] = {
    "passes": Key(Shape.TEXTS),
    "never": Key(Shape.TEXTS),
    "sees": Key(Shape.TEXTS),
    "ends": Key(Shape.ONE_OF, words=ENDS),
}
"""The keys of what a test expects."""

_AFTER = re.compile(r"after\s+(\S+)")


def read_test(raw: bytes) -> tuple[ScriptTest | None, Findings]:
    """Read a test.

    Returns:
        The test, None where there is none to speak of, and the findings. A test with errors is
        still returned, but it must not be run.
    """
    source, findings = take_in(raw)
    if not source.usable:
        return None, findings
    tree = read_tree(source.text, source.lines, findings)
    if not isinstance(tree, Table):
        # Where there is nothing at all, what reads trees has called it a script.
        empty = {finding.code for finding in findings.sorted()} == {"PW012"}
        told = Findings(source.lines) if empty else findings
        if empty or tree is not None:
            told.add("PW201", tree.at if tree is not None else Mark(1, 1), told=words.TEST_BEGINS)
        return None, told
    if "partswork" in tree.entries and "test" not in tree.entries:
        findings.add("PW201", tree.at, told=words.IS_A_SCRIPT)
        return None, findings
    return _test(Keys(tree, TEST, findings)), findings


def _test(keys: Keys) -> ScriptTest:
    expect = Keys(_table(keys, "expect", words.EXPECTATIONS), EXPECT, keys.findings)
    return ScriptTest(
        shows=keys.line("test", seen=True),
        at=keys.first,
        script=_one(keys, "script"),
        answers=dict(_answers(keys)),
        answers_at=keys.key_at("answers") if keys.has("answers") else keys.first,
        stops_after=_stops(keys),
        passes=_one_or_more(expect, "passes", words.SECTIONS),
        never=_one_or_more(expect, "never", words.SECTIONS),
        sees=_one_or_more(expect, "sees", words.SEEN, seen=True),
        ends=Name(expect.one_of("ends", "complete"), expect.at("ends")) if expect.has("ends") else None,
    )


def _table(keys: Keys, key: str, expected: str) -> Table:
    """Return what stands under a key where that is keys again; nothing where it is not."""
    if keys.has(key):
        value = keys.value(key)
        if isinstance(value, Table):
            return value
        keys.findings.add("PW022", value.at, key=key, told=expected)
    return Table(keys.at(key))


def _one(keys: Keys, key: str) -> Name:
    text = keys.text(key, "line")
    return Name(text.value.strip(), text.at) if text is not None else Name("", keys.at(key))


def _stops(keys: Keys) -> Name | None:
    text = keys.text("stops", "line")
    if text is None:
        return None
    found = _AFTER.fullmatch(text.value.strip())
    if found is None:
        keys.findings.add("PW022", text.at, key="stops", told=words.STOPS)
        return None
    return Name(found.group(1), text.at)


def _answers(keys: Keys) -> Iterator[tuple[str, Answers]]:
    for name, (key, value) in _table(keys, "answers", words.ANSWERS).entries.items():
        items = value.items if isinstance(value, Items) else [value]
        each = (_written(name, item, keys.findings) for item in items)
        yield name, Answers(key.at, tuple(one for one in each if one is not None))


def _written(name: str, item: Tree, findings: Findings) -> Written | None:
    match item:
        case Text():
            refuse_lost_words(item, findings)
            return Written(item.at, item.value.strip())
        case Table():
            said: dict[str, str] = {}
            marks: dict[str, Mark] = {}
            for scale, (key, word) in item.entries.items():
                if isinstance(word, Text) and word.value.strip():
                    said[scale], marks[scale] = word.value.strip(), key.at
                else:
                    findings.add("PW022", word.at, key=scale, told=words.ONE_WORD)
            return Written(item.at, said, marks)
        case Items():
            findings.add("PW022", item.at, key=name, told=words.ONE_ANSWER)
            return None


def _one_or_more(keys: Keys, key: str, expected: str, *, seen: bool = False) -> tuple[Name, ...]:
    """Return one text or a list of texts, each with its white space evened out."""
    if not keys.has(key):
        return ()
    value = keys.value(key)
    texts = []
    for item in value.items if isinstance(value, Items) else [value]:
        if isinstance(item, Text) and item.value.strip():
            if seen:
                refuse_lost_words(item, keys.findings)
            texts.append(Name(" ".join(item.value.split()), item.at))
        else:
            keys.findings.add("PW022", item.at, key=key, told=expected)
    return tuple(texts)
