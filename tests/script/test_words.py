"""Words a script says: paragraphs, emphasis and fills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.script.finding import Mark
from partswork.script.words import Fill, Piece, Plain, Words, parse_words, plain_text
from tests.script.scripts import findings_of, marked, script_of, told, with_sections, with_steps

NOWHERE = Mark(1, 1)

ANSWERS = """
- name_part: Who?
  save_as: guard
- scan: What is here?
  save_as: eight
  words:
    - far
    - some
    - near
  scales:
    - calm: Calm
- use: unblending
  with:
    part: guard
  save_as: space
"""


def read(text: str) -> Words:
    return parse_words(text, lambda _: NOWHERE)


def pieces(text: str) -> tuple[Piece, ...]:
    (paragraph,) = read(text).paragraphs
    return paragraph


def fill(name: str, scale: str | None = None, fallback: str | None = None, *, strong: bool = False) -> Fill:
    return Fill(name, scale, fallback, NOWHERE, strong)


def test_a_blank_line_ends_a_paragraph_and_a_line_end_is_a_space() -> None:
    assert plain_text(read("One\ntwo.\n\n\n  Three.\n")) == "One two.\n\nThree."
    assert read(" \n\n ").paragraphs == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${a}", [fill("a")]),
        ("${ a }", [fill("a")]),
        ("${a.b}", [fill("a", "b")]),
        ("${a|words, plain ones}", [fill("a", fallback="words, plain ones")]),
        ("${a.b | that you\nare here }", [fill("a", "b", "that you are here")]),
        ("${a||}", [fill("a", fallback="|")]),
        ("Thank ${a}, and ${b}.", [Plain("Thank "), fill("a"), Plain(", and "), fill("b"), Plain(".")]),
        ("$${a}", [Plain("${a}")]),
        ("$${a} ${a}", [Plain("${a} "), fill("a")]),
        ("It costs $5 {or so}", [Plain("It costs $5 {or so}")]),
        ("*softly*", [Plain("softly", strong=True)]),
        ("Breathe *softly* now", [Plain("Breathe "), Plain("softly", strong=True), Plain(" now")]),
        ("*${a}*, *you*", [fill("a", strong=True), Plain(", "), Plain("you", strong=True)]),
        ("*Dear ${a}* hello", [Plain("Dear ", strong=True), fill("a", strong=True), Plain(" hello")]),
        ("2 * 3 * 4", [Plain("2 * 3 * 4")]),
        ("a*b*c", [Plain("a*b*c")]),
        ("one *two", [Plain("one *two")]),
        ("**", [Plain("**")]),
        ("*one *", [Plain("*one *")]),
    ],
)
def test_pieces(text: str, expected: list[Piece]) -> None:
    assert list(pieces(text)) == expected


def test_emphasis_is_read_before_fills_and_never_inside_them() -> None:
    assert pieces("${a|*b*}") == (fill("a", fallback="*b*"),)


@pytest.mark.parametrize(
    "text", ["${}", "${ }", "${1}", "${a b}", "${a.}", "${a.b.c}", "${a", "${a|}", "${a| }", "${é}"]
)
def test_malformed(text: str) -> None:
    assert len(read(text).malformed) == 1
    assert not list(read(text).fills())


def test_forgotten_dollar() -> None:
    assert [name for name, _ in read("Hello {guard}, {and you}").loose] == ["guard"]


@given(st.text(alphabet="ab*${}|. \n\u00e4", max_size=40))
def test_any_text_at_all_can_be_read_and_loses_no_letter(text: str) -> None:
    words = read(text)
    shown = "".join(
        piece.text if isinstance(piece, Plain) else f"{piece.name}{piece.scale or ''}{piece.fallback or ''}"
        for paragraph in words.paragraphs
        for piece in paragraph
    )
    assert [letter for letter in shown if letter.isalpha()] == [letter for letter in text if letter.isalpha()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("${gaurd}", ("PW032", "${gaurd}")),
        ("${ gaurd }", ("PW032", "${ gaurd }")),
        ("${eight}", ("PW066", "${eight}")),
        ("${eight.clam}", ("PW033", "${eight.clam}")),
        ("${guard.calm}", ("PW067", "${guard.calm}")),
        ("${distress}", ("PW039", "${distress}")),
        ("${space}", ("PW039", "${space}")),
        ("${a b}", ("PW037", "${a")),
        ("{guard}", ("PW035", "{guard}")),
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        "- say: Hello %s there",
        "- say: 'Hello %s there'",
        '- say: "Hello %s there"',
        "- say: |\n    Hello\n\n    *and* %s there",
        "- say: >-\n    Hello ${guard} and\n    $${guard} %s",
        "- say: Hello ${guard} and\n    ${guard|you} %s there",
        "- pause: 20 seconds\n  text: Hello %s",
        "- breathe: 4 in, 6 out\n  text: Hello %s",
        "- say: Hello.\n  note: Watch %s",
        "- say: Hello.\n  note:\n    say: Hello.\n    if_stuck: Watch %s",
        "- ask: What?\n  save_as: it\n  help: Not %s",
        "- ask: What?\n  save_as: it\n  placeholder: Not %s",
        "- rate: What?\n  save_as: it\n  high: Not %s",
        "- choose: What?\n  save_as: it\n  options:\n    - a: Not\n    - b: But %s",
        "- scan: So %s\n  save_as: it\n  words:\n    - a\n    - b\n    - c\n  scales:\n    - d: D",
        "- scan: What?\n  save_as: it\n  words:\n    - a\n    - b\n    - c\n  scales:\n    - d: D %s",
        "- scan: W?\n  save_as: s\n  words:\n  - a\n  - b\n  - c\n  scales:\n  - d: D\n    meaning: M %s",
        "- if: distress is low\n  then:\n    - say: Hello %s",
        "- if: distress is low\n  then:\n    - say: Hello.\n  otherwise:\n    - say: Hello %s",
        "- choose: Q\n  save_as: s\n  options:\n    - a: A\n      then:\n        - say: Hello %s\n    - b: B",
        "- rotate:\n    - steps:\n        - say: Hello.\n    - steps:\n        - say: Hello %s",
    ],
)
def test_fills_are_checked_wherever_there_are_words(
    written: str, words: str, expected: tuple[str, str]
) -> None:
    code, wrong = expected
    (finding,) = findings_of(with_steps(ANSWERS + written.replace("%s", words)))
    assert finding.code == code
    # A fill with a space in it is found by its beginning where lines may break.
    assert marked(finding) in (wrong, words)


def test_each_of_several_is_found_in_its_own_place() -> None:
    steps = (
        ANSWERS
        + "- say: |\n    ${a} ${guard} ${b}\n    $${a} ${a}, ${b|${guard}} {guard}\n\n    ${c|not\n    here}"
    )
    findings = findings_of(with_steps(steps))
    assert [
        (finding.code, marked(finding), finding.mark.line, finding.mark.column) for finding in findings
    ] == [
        ("PW032", "${a}", 26, 7),
        ("PW032", "${b}", 26, 21),
        ("PW032", "${a}", 27, 13),
        ("PW037", "${", 27, 19),
        ("PW035", "{guard}", 27, 33),
        ("PW032", "${c|not", 29, 7),
    ]


def test_titles_and_the_notes_of_scripts_and_sections_have_fills_too() -> None:
    section = "- id: here\n  title: Beside ${gaurd}\n  note: Watch ${gaurd}\n  steps:\n    - end: complete\n"
    assert told("note: See ${gaurd}\n" + with_sections(section)) == [("PW032", "${gaurd}")] * 3


def test_braces_of_nobody_known_are_only_braces() -> None:
    script_of(with_steps("- say: A set {of} braces"))
