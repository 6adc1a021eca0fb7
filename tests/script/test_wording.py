"""The sentences of the findings: each can be said, each is used, and none speaks like a programmer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import count
from string import Formatter

import pytest

from partswork.near import nearest
from partswork.script.answers import AnswerKind
from partswork.script.finding import Finding, Findings, Mark
from partswork.script.model import INPUT_KINDS
from partswork.wording import findings as wording
from tests.script.scripts import ROOT, findings_of, told, with_steps

CODE = re.compile(r"PW\d{3}")
MODULES = {
    path: ast.parse(path.read_text("utf-8"))
    for path in sorted((ROOT / "partswork").rglob("*.py"))
    if path.parent.name != "wording"
}


def placeholders(code: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording.FINDINGS[code].message) if name}


def codes_in(node: ast.AST) -> set[str]:
    texts = (
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )
    return {text for text in texts if CODE.fullmatch(text)}


def given() -> Iterator[tuple[str, set[str]]]:
    """Yield each code that is added as a finding, with what its sentence is given."""
    for module in MODULES.values():
        for node in ast.walk(module):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "add"
            ):
                for code in codes_in(node.args[0]) if node.args else ():
                    yield code, {keyword.arg for keyword in node.keywords if keyword.arg}


def sentences() -> Iterator[str]:
    for entry in wording.FINDINGS.values():
        yield entry.message
    for _, sentence in wording.YAML_PROBLEMS:
        yield sentence
    for phrases in (wording.EXPECTED, wording.HOW_TO_TEST, wording.KIND_WORDS):
        yield from phrases.values()
    yield from (wording.ONE_OF, wording.END_OF_LINE, wording.MORE, wording.did_you_mean("leave", 3))


def test_every_sentence_is_given_what_it_says() -> None:
    missing = {(code, name) for code, names in given() for name in placeholders(code) - names}
    assert missing == set()
    assert len({code for code, _ in given()}) > 40


def test_every_finding_is_given_somewhere() -> None:
    used = set().union(*(codes_in(module) for module in MODULES.values()))
    assert used == set(wording.FINDINGS)


@pytest.mark.parametrize("code", wording.FINDINGS)
def test_every_sentence_can_be_said(code: str) -> None:
    findings = Findings(["a line"])
    quoted = dict.fromkeys(placeholders(code) - {"told"}, "{words}")
    findings.add(code, Mark(1, 3), told="our own words", **quoted)  # type: ignore[arg-type]
    (finding,) = findings.sorted()
    assert finding.message.startswith(finding.message[0].upper())
    assert finding.message.endswith((".", ":", "partswork: 1", "our own words"))


@pytest.mark.parametrize("sentence", list(sentences()))
def test_no_sentence_speaks_like_a_programmer(sentence: str) -> None:
    assert not re.search(
        r"\b(scalar|mapping|token|node|pars|string|integer|boolean|syntax|invalid|null|argument|stream)",
        sentence,
        re.IGNORECASE,
    )


def test_there_is_a_phrase_for_every_kind_of_answer() -> None:
    kinds = {kind.__name__ for kind in AnswerKind.__args__}
    assert set(wording.HOW_TO_TEST) == kinds
    assert set(wording.KIND_WORDS) == set(INPUT_KINDS)


def add(**given: object) -> Finding:
    findings = Findings(["a line"])
    findings.add("PW032", Mark(1, 3, 4), **given)  # type: ignore[arg-type]
    (finding,) = findings.sorted()
    return finding


def test_what_a_script_says_is_quoted_shortly_and_on_one_line() -> None:
    assert add(name="a\nb").message == 'Nothing in this script saves an answer called "a b".'
    assert add(name="\x1b[31ma").message == 'Nothing in this script saves an answer called "[31ma".'
    assert len(add(name="a" * 5000).message) < 120
    assert "{a}" in add(name="{a}").message


def test_what_we_say_is_never_cut_short() -> None:
    (finding,) = findings_of(with_steps("- choose: What?\n  save_as: it\n  options: Yes or no"))
    assert finding.message == f'Under "options" there should be {wording.EXPECTED["options"]}.'


def test_a_suggestion_is_the_nearest_word_or_all_that_can_stand_there() -> None:
    assert add(name="a", near=("leeve", ("leave", "sleeve-less"))).suggestion == 'Did you mean "leave"?'
    assert add(name="a", near=("Leave", ("LEAVE",))).suggestion == 'Did you mean "LEAVE"?'
    assert add(name="a", near=("zzz", ("one", "two"))).suggestion == "What can stand here: one, two."
    assert add(name="a", near=("zzz", [f"w{n}" for n in range(20)])).suggestion == (
        "What can stand here: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, …."
    )
    assert add(name="a", near=("zzz", ())).suggestion is None
    assert add(name="a", near=("leeve", ["leave"]), where={"leave": 7}).suggestion == (
        'Did you mean "leave"?  (saved at line 7)'
    )


def test_a_word_too_long_to_be_mistyped_is_like_no_other() -> None:
    assert nearest("a" * 64, ["a" * 64]) == "a" * 64
    assert nearest("a" * 65, ["a" * 65]) is None


def test_of_ever_so_many_words_only_some_are_looked_at() -> None:
    words = count()
    assert nearest("never", (f"w{n}" for n in words)) is None
    assert next(words) < 1000


def test_a_place_that_is_closed_is_told_no_more() -> None:
    findings = Findings(["a line"])
    findings.add("PW012", Mark(1, 1))
    findings.close(Mark(1, 1))
    findings.add("PW018", Mark(1, 1))
    findings.add("PW018", Mark(1, 2))
    assert [(one.code, one.mark.column) for one in findings.sorted()] == [("PW012", 1), ("PW018", 2)]


def test_the_same_thing_is_told_once_and_different_things_each() -> None:
    findings = Findings(["a line"])
    for key in ("a", "a", "b"):
        findings.add("PW021", Mark(1, 1), key=key)
    assert len(findings.sorted()) == 2


def test_told_and_marked_agree() -> None:
    assert told(with_steps("- say: ${nobody}")) == [("PW032", "${nobody}")]
