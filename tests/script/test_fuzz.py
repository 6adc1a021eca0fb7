"""Scripts gone wrong in every way: nothing but findings comes out, each with a place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.cleaning import clean
from partswork.script.finding import MOST_FINDINGS
from partswork.script.linking import link
from partswork.script.reader import Reading, read
from tests.script.scripts import ROOT, library

LIBRARY = [path for path in sorted((ROOT / "scripts").rglob("*.yaml")) if path.parent.name != "tests"]
SCRIPTS = tuple(path.read_text("utf-8") for path in LIBRARY)
ALONE = "-:|>#*&!%@`'\"[]{}?,$~=<().\\0 9\u00e9\u2028\u202e\x00\t\n"
SIGNS = st.sampled_from([*ALONE, "- ", ": ", "${", "\n  "])


def joined(raw: bytes) -> Reading:
    reading = read(raw)
    link(reading, library(), library())
    return reading


def in_order(reading: Reading) -> None:
    """Check what holds for all findings, whatever the file."""
    findings = reading.findings.sorted()
    assert len(findings) <= MOST_FINDINGS
    assert len({(finding.code, finding.mark, finding.message) for finding in findings}) == len(findings)
    for finding in findings:
        at, said = finding.mark, f"{finding.message} {finding.suggestion}"
        assert clean(said) == said
        assert "\n" not in said
        assert at.line >= 1
        assert at.column >= 1
        assert at.length >= 1
        if reading.text:
            line = reading.text.split("\n")[at.line - 1]
            assert finding.excerpt == line
            assert at.column <= len(line) + 1
            assert at.column + at.length <= max(len(line), at.column) + 1


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Draw a good script with some lines cut, swapped, doubled, moved in or out, or typed again."""
    lines = draw(st.sampled_from(SCRIPTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("cut", "swap", "double", "indent", "type", "letter", "end"))):
            case "cut":
                del lines[at : at + draw(st.integers(1, 3))]
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = draw(st.sampled_from((" ", "  ", "    "))) + lines[at]
            case "type":
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(SIGNS) + lines[at][column:]
            case "letter":
                lines[at] = lines[at][1:] if draw(st.booleans()) else lines[at][:-1]
            case "end":
                del lines[at + 1 :]
        lines = "\n".join(lines).split("\n")
    return "\n".join(lines)


@given(spoiled())
def test_a_spoiled_script_gives_findings_and_nothing_else(text: str) -> None:
    in_order(joined(text.encode("utf-8", "surrogatepass")))


@given(st.binary(max_size=300))
def test_any_bytes_give_findings_and_nothing_else(raw: bytes) -> None:
    in_order(joined(raw))


@given(
    st.text(max_size=100)
    | st.lists(SIGNS | st.sampled_from(["say", "steps", "partswork: 1\n", "a"])).map("".join)
)
def test_any_text_gives_findings_and_nothing_else(text: str) -> None:
    in_order(joined(text.encode("utf-8", "replace")))


@given(spoiled())
def test_reading_what_was_read_gives_the_same(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    once, again = joined(raw), joined(raw)
    assert once.script == again.script
    assert once.findings.sorted() == again.findings.sorted()
    assert "\x1b" not in once.text
    if once.script is not None:
        # The cleaned text that is kept with a session reads as the file did.
        kept = joined(once.text.encode("utf-8"))
        assert kept.text == once.text
        assert kept.script == once.script


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.stem))
def test_of_the_library_there_is_nothing_to_say(path: Path) -> None:
    reading = read(path.read_bytes(), path.stem)
    link(reading, library(), library())
    assert reading.findings.sorted() == ()
