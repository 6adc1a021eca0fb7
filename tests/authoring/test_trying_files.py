"""Test files with slips in them: each is told at its place, with what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.script.finding import Finding
from tests.authoring.bench import WELL, Desk
from tests.script.scripts import ROOT, marked

HEAD = "test: something\nscript: guarded\n"
END = "expect:\n  ends: complete\n"
GUARD = "answers:\n  guard: it\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    """Return each finding as its code, the words it points at, and what it suggests."""
    return [(finding.code, marked(finding), finding.suggestion) for finding in findings]


# What is written, and the one thing told about it: its code, the words it points at, and what is suggested.
SLIPS: dict[str, tuple[str, str, str, str | None]] = {
    "a key misspelled": (HEAD + "answer:\n  guard: it\n" + END, "PW020", "answer", 'Did you mean "answers"?'),
    "a key missing": ("script: guarded\n" + END, "PW021", "script", None),
    "nothing expected": (HEAD, "PW021", "test", None),
    "an expectation misspelled": (
        HEAD + "expect:\n  end: complete\n",
        "PW020",
        "end",
        'Did you mean "ends"?',
    ),
    "an ending there is not": (
        HEAD + "expect:\n  ends: complet\n",
        "PW023",
        "complet",
        'Did you mean "complete"?',
    ),
    "words behind a #": (
        HEAD + "expect:\n  sees: number #1\n",
        "PW005",
        "#",
        None,
    ),
    "no list of sections": (HEAD + "expect:\n  passes:\n    one: two\n", "PW022", "one", None),
    "a section in a list in a list": (HEAD + "expect:\n  never:\n    - - closing\n", "PW022", "-", None),
    "nothing under sees": (HEAD + "expect:\n  sees:\n", "PW022", "sees", None),
    "expect is no table": (HEAD + "expect: complete\n", "PW022", "complete", None),
    "answers are a list": (HEAD + "answers:\n  - guard\n" + END, "PW022", "-", None),
    "answers in a list in a list": (HEAD + "answers:\n  leave:\n    - - given\n" + END, "PW022", "-", None),
    "stops at once": (HEAD + "stops: at once\n" + END, "PW022", "at once", None),
    "stops after nobody": (
        HEAD + "stops: after saying\n" + END,
        "PW203",
        "after saying",
        'Did you mean "says"?',
    ),
    "a script there is not": (
        "test: it\nscript: guardd\n" + END,
        "PW202",
        "guardd",
        'Did you mean "guarded"?',
    ),
    "a file there is not": ("test: it\nscript: ../guardd.yaml\n" + END, "PW202", "../guardd.yaml", None),
    "an answer misspelled": (
        HEAD + "answers:\n  gard: it\n" + END,
        "PW203",
        "gard",
        'Did you mean "guard"?',
    ),
    "an answer inside misspelled": (
        HEAD + "answers:\n  space.feelin: open\n" + END,
        "PW203",
        "space.feelin",
        'Did you mean "space.feeling"?',
    ),
    "distress inside": (
        HEAD + "answers:\n  space.distress: 2\n" + END,
        "PW203",
        "space.distress",
        'Did you mean "distress"?',
    ),
    "a result": (HEAD + "answers:\n  space: open\n" + END, "PW204", "space", None),
    "an option misspelled": (
        HEAD + GUARD + "  leave: givn\n" + END,
        "PW033",
        "givn",
        'Did you mean "given"?',
    ),
    "a label for a key": (
        HEAD + GUARD + "  leave: It is willing\n" + END,
        "PW033",
        "It is willing",
        "What can stand here: given, refused, unclear.",
    ),
    "one of many that is not there": (
        HEAD + "answers:\n  heard: wind, snow\n" + END,
        "PW033",
        "wind, snow",
        "What can stand here: wind, rain.",
    ),
    "none of many": (HEAD + "answers:\n  heard: ','\n" + END, "PW022", ",", None),
    "distress beyond its end": (
        HEAD + "answers:\n  distress: 11\n" + END,
        "PW033",
        "11",
        "What can stand here: 0 to 10, numb, unsure.",
    ),
    "distress in a word": (
        HEAD + "answers:\n  distress: num\n" + END,
        "PW033",
        "num",
        'Did you mean "numb"?',
    ),
    "a rating beyond its end": (HEAD + "answers:\n  nearness: 6\n" + END, "PW029", "6", None),
    "a rating in letters of elsewhere": (HEAD + "answers:\n  nearness: ٣\n" + END, "PW029", "٣", None),
    "a rating of ever so many digits": (
        HEAD + f"answers:\n  nearness: {'1' * 5000}\n" + END,
        "PW029",
        "1" * 5000,
        None,
    ),
    "readings in a line": (HEAD + "answers:\n  weather: far\n" + END, "PW022", "far", None),
    "a scale misspelled": (
        HEAD + "answers:\n  weather:\n    cam: far\n" + END,
        "PW020",
        "cam",
        'Did you mean "calm"?',
    ),
    "a word of the scan misspelled": (
        HEAD + "answers:\n  weather:\n    calm: clos\n" + END,
        "PW033",
        "calm",
        'Did you mean "close"?',
    ),
    "no word for a scale": (HEAD + "answers:\n  weather:\n    calm:\n" + END, "PW022", "calm", None),
    "readings for what is no scan": (
        HEAD + "answers:\n  guard:\n    calm: far\n" + END,
        "PW022",
        "calm",
        None,
    ),
    "too many places": (
        HEAD + f"answers:\n  place: {', '.join('abcdefghijklmn')}\n" + END,
        "PW022",
        ", ".join("abcdefghijklmn"),
        None,
    ),
    "a name too long": (HEAD + f"answers:\n  guard: {'a' * 201}\n" + END, "PW022", "a" * 201, None),
    "a section there is not": (
        HEAD + "expect:\n  passes: closin\n",
        "PW040",
        "closin",
        'Did you mean "closing"?',
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_where_it_is_with_what_may_be_meant(desk: Desk, slip: str) -> None:
    text, *expected = SLIPS[slip]
    tried = desk.tried(text)
    assert told(tried.findings) == [tuple(expected)]
    assert tried.failures == ()
    assert not tried.ok


def test_one_slip_does_not_hide_the_next(desk: Desk) -> None:
    text = "tset: it\nscript: guarded\nanswers:\n  guard:\n    - - it\nexpect:\n  ends: soon\n"
    assert [finding.code for finding in desk.tried(text).findings] == ["PW020", "PW022", "PW023"]


def test_keys_of_ones_own_are_left_alone(desk: Desk) -> None:
    assert desk.tried(WELL + "  x-why: for me\nx-seen: yes\n").ok


def test_a_character_nobody_sees_is_told_and_the_test_still_runs(desk: Desk) -> None:
    tried = desk.tried(WELL.replace("all is", "all\u202e is"))
    assert ([finding.code for finding in tried.findings], tried.ok) == (["PW016"], True)


def test_a_script_is_no_test_and_is_told_so_once(desk: Desk) -> None:
    tried = desk.tried((ROOT / "scripts" / "arriving.yaml").read_bytes())
    (finding,) = tried.findings
    assert finding.code == "PW201"
    assert finding.message == "There is no test in this file. It is a script; partswork check looks at those."


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "- test: it\n", "just words"])
def test_what_holds_no_test_is_told_so_once(desk: Desk, text: str) -> None:
    (finding,) = desk.tried(text).findings
    assert finding.code == "PW201"
    assert "A test begins" in finding.message
