"""The quiet part of YAML: all is text, nothing is lost in silence, and the rest is told."""

from __future__ import annotations

import pytest

from partswork.script.steps import Choose, Say
from partswork.script.words import plain_text
from tests.script.scripts import findings_of, marked, reading_of, script_of, step, told, with_steps


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "no",
        "on",
        "off",
        "null",
        "~",
        "1.0",
        "010",
        "1_000",
        "12:30",
        "2001-99-99",
        "0x1F",
        ".inf",
        "NaN",
        "=",
        "1e3",
    ],
)
def test_words_stay_the_words_they_are(words: str) -> None:
    assert plain_text(step(Say, f"- say: {words}").words) == words


def test_option_keys_are_text_in_norway_too() -> None:
    choose = "- choose: Where?\n  save_as: where\n  options:\n    - no: Norway\n    - yes: Yes"
    steps = f"{choose}\n- if: where is no\n  then:\n    - say: Hei."
    assert step(Choose, steps).keys == ("no", "yes")


@pytest.mark.parametrize(
    "written",
    [
        "'Hello: you'",
        '"Hello: you"',
        '"Hello\\u003a you"',
        "|\n    Hello: you",
        ">\n    Hello:\n    you",
        "|-\n    Hello: you",
    ],
)
def test_words_may_be_written_in_every_way(written: str) -> None:
    assert plain_text(step(Say, f"- say: {written}").words) == "Hello: you"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("- say: Rate it #1 to #5", "PW005"),
        ("- say: Rate it # as you like", None),
        ("- say: 'Rate it' # as you like", None),
        ("- say: Rate it#1", ""),
        ("- say: '#1'", ""),
        ("- say: |\n    Rate it #1 to #5", ""),
        ("- say: | # a remark\n    Rate it", ""),
    ],
)
def test_words_behind_a_hash_sign(steps: str, expected: str | None) -> None:
    found = told(with_steps(steps))
    assert found == ([] if expected == "" else [("PW005", "#")])


# Remarks of the language's own tests stand behind the words here.
SEEN = [
    "- say: Hello. %",
    "- pause: 20 seconds\n  text: Sit. %",
    "- breathe: 4 in, 6 out\n  text: Sit. %",
    "- ask: What? %\n  save_as: it",
    "- ask: What?\n  save_as: it\n  placeholder: A line %",
    "- ask: What?\n  save_as: it\n  help: Or not %",
    "- rate: How?\n  save_as: it\n  low: far %",
    "- choose: W?\n  save_as: it\n  options:\n    - a: One %\n    - b: Two",
    "- scan: W?\n  save_as: it\n  words:\n    - a %\n    - b\n    - c\n  scales:\n    - d: D",
    "- scan: W?\n  save_as: it\n  words:\n    - a\n    - b\n    - c\n  scales:\n    - d: D %",
    "- name_part: Who?\n  save_as: it\n  role: young one %",
    "- say: Hello.\n  note: Softly %",
    "- say: Hello.\n  note:\n    watch_for: Haste %",
]
UNSEEN = [
    "- pause: 20 seconds %",
    "- breathe: 4 in, 6 out %\n  rounds: 4 %",
    "- ask: What?\n  save_as: it %\n  optional: yes %",
    "- choose: % \n    What?\n  save_as: it\n  options: %\n    - a: One\n    - b: Two\n      refusal: yes %",
    "- if: distress is low %\n  then: %\n    - say: Hello.",
    "- repeat_until: distress is low %\n  at_most: 2 %\n  steps:\n    - distress: And now?",
    "- use: grounding %",
    "- end: complete %",
    "% on its own\n- say: Hello.",
    "- % on its own\n  say: Hello.",
    "- say: |\n    Hello.\n% on its own\n- say: |\n    Hello.\n    % among the words",
]


@pytest.mark.parametrize("steps", SEEN)
def test_a_remark_behind_words_that_are_seen_is_told(steps: str) -> None:
    (finding,) = findings_of(with_steps(steps.replace("%", "# one")))
    assert (finding.code, marked(finding)) == ("PW005", "#")


@pytest.mark.parametrize("steps", UNSEEN)
def test_a_remark_anywhere_else_is_fine(steps: str) -> None:
    script_of(with_steps(steps.replace("%", "# one")))


@pytest.mark.parametrize("key", ["title", "note", "about"])
def test_a_remark_behind_what_is_told_of_a_script(key: str) -> None:
    text = with_steps("- say: Hello.").replace("about: |\n  A minute of quiet.", "about: A minute.")
    lines = [line for line in text.splitlines() if not line.startswith(key)]
    assert told("\n".join([*lines, f"{key}: Evening #2"])) == [("PW005", "#")]


@pytest.mark.parametrize("key", ["version: 1.0", "language: en", "depth: meeting", "if_they_stop: grounding"])
def test_a_remark_behind_the_plain_facts_of_a_script_is_fine(key: str) -> None:
    script_of(with_steps("- say: Hello.").replace(key, f"{key}  # since autumn"))


UNSEEN_CHARACTER = '- say: "Hello\\u202e."'


def test_a_warning_can_be_allowed_on_its_line() -> None:
    assert [code for code, _ in told(with_steps(UNSEEN_CHARACTER))] == ["PW016"]
    for allow in ("# partswork: allow PW016", "#partswork:allow PW016", "# partswork: allow PW005, PW016"):
        assert told(with_steps(f"{UNSEEN_CHARACTER}  {allow}")) == []


def test_only_the_warning_named_and_only_on_its_line_is_allowed() -> None:
    assert [code for code, _ in told(with_steps(f"{UNSEEN_CHARACTER}  # partswork: allow PW017"))] == [
        "PW016"
    ]
    assert [code for code, _ in told(with_steps(f"# partswork: allow PW016\n{UNSEEN_CHARACTER}"))] == [
        "PW016"
    ]


def test_an_error_is_never_allowed() -> None:
    steps = "- say: ${nobody}  # partswork: allow PW032"
    assert told(with_steps(steps)) == [("PW032", "${nobody}")]


def test_what_is_left_out_is_named_once_with_its_place() -> None:
    (finding,) = findings_of(with_steps("- say: Hello\u202e and\u202e you."))
    assert (finding.code, finding.severity) == ("PW016", "warning")
    assert "U+202E" in finding.message
    assert finding.excerpt[: finding.mark.column - 1].endswith("Hello")


@pytest.mark.parametrize("mark", ["\u0085", "\u2028", "\u2029"])
def test_line_ends_of_other_kinds_are_told_and_stand_as_spaces(mark: str) -> None:
    text = with_steps(f"- say: |\n    Hello{mark}you.\n- say: ${{nobody}}")
    findings = findings_of(text)
    assert [(finding.code, marked(finding)) for finding in findings] == [
        ("PW016", " "),
        ("PW032", "${nobody}"),
    ]
    assert findings[1].mark.line == len(text.split("\n")) - 1


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system(ends: str) -> None:
    text = with_steps("- say: |\n    Hello.\n- say: ${nobody}").replace("\n", ends)
    (finding,) = findings_of(text)
    assert (finding.mark.line, finding.mark.column, marked(finding)) == (13, 10, "${nobody}")


def test_a_mark_at_the_beginning_of_the_file_is_no_letter() -> None:
    text = with_steps("- say: Hello.")
    assert reading_of("\ufeff" + text).text == text
    (finding,) = findings_of("\ufeff" + text.replace("partswork: 1", "partswork: one"))
    assert (finding.mark.line, finding.mark.column, marked(finding)) == (1, 12, "one")


def test_every_script_of_the_world() -> None:
    said = "你好 👩\u200d👧 שלום é"
    assert plain_text(step(Say, f"- say: {said}").words) == said
    (finding,) = findings_of(with_steps(f"- say: {said} ${{nobody}}"))
    assert marked(finding) == "${nobody}"


@pytest.mark.parametrize(
    ("steps", "code", "wrong"),
    [
        ("- say: Notice this: it softens", "PW002", ":"),
        ("- say:\tHello.", "PW003", "\t"),
        ("- say: ! stop", "PW008", "!"),
        ("- say: !!str stop", "PW008", "!!str"),
        ("- say: &all stop", "PW008", "&all"),
        ("- say: *softly", "PW008", "*softly"),
        ("- <<: hello\n  say: Hello.", "PW008", "<<"),
        ("- say: [a pause]", "PW009", "["),
        ("- say: {a pause}", "PW009", "{"),
        ("- say: Hello.\n  say: Bye.", "PW011", "say"),
        ("- ? - say\n  : Hello.", "PW014", "-"),
        ('- say: Hello.\n  "": you', "PW014", '"'),
        ("- say: *softly* breathe", "PW001", "*"),
        ("- say: @home", "PW001", "@"),
        ("- say: `home`", "PW001", "`"),
        ("- say: %home", "PW001", "%"),
        ('- say: "Hello', "PW001", '"'),
        ('- say: "He said "go" and left"', "PW001", "g"),
        ('- say: "a \\q b"', "PW001", '"'),
        ("- say: > hello", "PW001", "h"),
        ("- say: - hello", "PW001", "-"),
        ("- say: Hello.\n    note: Softly.", "PW001", ":"),
        ("- say: Hello.\n note: Softly.", "PW001", "n"),
        ("- say: Hello.\n- note", "PW018", "note"),
        ("- say: |\n    Hello\nyou", "PW001", "y"),
        ("- say: [a, b", "PW009", "["),
    ],
)
def test_what_yaml_reads_in_its_own_way_is_told_with_its_place(steps: str, code: str, wrong: str) -> None:
    text = with_steps("") + "".join(f"  {line}\n" if line != "you" else "you\n" for line in steps.split("\n"))
    found = [(finding.code, marked(finding)) for finding in findings_of(text)]
    assert found[0] == (code, wrong)
    assert len(found) == 1


def test_a_key_that_does_not_line_up_is_not_taken_for_words_with_a_colon() -> None:
    (finding,) = findings_of(with_steps("- ask: What?\n    save_as: it"))
    assert "line up" in finding.message


@pytest.mark.parametrize("begins", ["%YAML 1.1\n---\n", "%TAG ! tag:example.org,2000:\n---\n"])
def test_a_script_has_no_directives(begins: str) -> None:
    assert [code for code, _ in told(begins + with_steps("- say: Hello."))] == ["PW008"]


def test_one_file_holds_one_script() -> None:
    text = with_steps("- say: Hello.")
    script_of("---\n" + text)
    script_of(text + "...\n")
    assert told(f"{text}---\n{text}") == [("PW013", "---")]
    assert told(f"{text}...\n{text}") == [("PW001", "p")]
