"""All findings of a file at once, each in its place, and one finding for each cause."""

from __future__ import annotations

import pytest

from tests.script.scripts import findings_of, marked, script_of, shared_with, told, with_sections, with_steps

TWELVE_SLIPS = """\
partswork: 1
id: beside-the-guard
titel: Beside the one who guards
version: 1.0
language: en
depth: meeting
about: |
  Meeting a part that stands guard, ${nobody}.
if_they_stop: groundng

sections:
  - id: arriving
    steps:
      - say: Rate it #1 to #5
      - breathe: 4 in, 60 out
      - name_part: |
          Someone may be standing guard.
        save_as: guard
        optional: perhaps
      - if: gaurd is not answered
        then:
          - go_to: closign
  - id: asking
    steps:
      - repeat_until: leave is givn
        steps:
          - chose: |
              Is that all right with {guard}?
            save_as: leave
            options:
              - given: It is willing
              - refused: No
                refusal: sometimes
  - id: closing
    closing: yes
    steps:
      - end: compleet
"""

TOLD = [
    ("PW020", "titel", None, 'Did you mean "title"?'),
    ("PW032", "${nobody}", None, "What can stand here: guard, leave."),
    ("PW050", "groundng", None, 'Did you mean "grounding"?'),
    ("PW005", "#", "arriving", None),
    ("PW022", "4 in, 60 out", "arriving", None),
    ("PW023", "perhaps", "arriving", "What can stand here: yes, no."),
    ("PW032", "gaurd", "arriving", 'Did you mean "guard"?  (saved at line 18)'),
    ("PW040", "closign", "arriving", 'Did you mean "closing"?'),
    ("PW041", "repeat_until", "asking", None),
    ("PW033", "givn", "asking", 'Did you mean "given"?'),
    ("PW010", "chose", "asking", 'Did you mean "choose"?'),
    ("PW035", "{guard}", "asking", None),
    ("PW023", "sometimes", "asking", "What can stand here: yes, no."),
    ("PW023", "compleet", "closing", 'Did you mean "complete"?'),
]


def test_every_slip_of_a_file_is_told_at_once_in_its_place() -> None:
    findings = findings_of(TWELVE_SLIPS, stem="beside-the-guard")
    found = [(one.code, marked(one), one.section, one.suggestion) for one in findings]
    assert found == TOLD
    assert [finding.mark for finding in findings] == sorted(finding.mark for finding in findings)


def test_every_place_is_where_the_word_is() -> None:
    lines = TWELVE_SLIPS.split("\n")
    for finding in findings_of(TWELVE_SLIPS):
        at = finding.mark
        assert finding.excerpt == lines[at.line - 1]
        assert lines[at.line - 1][at.column - 1 :].startswith(marked(finding))


@pytest.mark.parametrize(
    "text",
    [
        # What is misspelled is read as what it seems to mean.
        with_steps("- asks: What?\n  save_as: it\n- say: ${it}"),
        with_steps("- ask: What?\n  saved_as: it\n- say: ${it}"),
        with_steps("- save_as: it\n  ask: What?\n- say: ${it}"),
        with_steps("- repeat_untl: distress is low\n  at_most: 2\n  steps:\n    - distress: And now?"),
        with_steps("- if: distress is low\n  than:\n    - say: Hello."),
        with_sections("- id: here\n  stepps:\n    - say: Hello."),
        with_steps("- use: unblendin\n  save_as: space\n- if: space is open\n  then:\n    - say: Good."),
        with_sections(
            "- id: a\n  deep: yes\n  needs: distress is low\n  steps:\n    - end: complete", "deap"
        ),
        shared_with("- say: Hello.", "tags:\n  - unburdening").replace("shared:", "shraed:"),
        # What cannot be read is not also missed, nor is what hangs on it.
        with_steps("- prompt: What?\n  save_as: it\n- say: ${it}"),
        with_steps("- say: [a pause]"),
        with_steps("- say: {a pause}"),
        with_steps("- say: *softly"),
        with_steps("- [say, Hello.]"),
        with_steps("- if: [a, b]\n  then:\n    - say: Hello."),
        with_steps("- if: distress is low\n  then: [hello]"),
        with_steps(
            "- choose: What?\n  save_as: it\n  options: [a, b]\n- if: it is a\n  then:\n    - say: A."
        ),
        with_steps("- choose: What?\n  save_as: it\n  options:\n    - [a, b]\n    - c: C"),
        with_steps("- choose: What?\n  save_as: it\n  options:\n    - a: [One]\n    - b: Two"),
        with_steps("- rotate: [one, two]"),
        with_steps("- use: grounding\n  with: {a: b}"),
        with_steps("- ask: What?\n  save_as: it\n  remember: [job, it]"),
        with_steps("- say: Hello.\n  note: {say: Hi.}"),
        with_steps("- say: Hello.").replace("version: 1.0", "version: [1, 0]"),
        with_steps("- say: Hello.").replace("partswork: 1", "partswork: [1]"),
        with_sections("- [a, b]"),
        shared_with("- return: done", "returns: [done]").replace("- return: done", "- say: Hello."),
        shared_with("- say: Hello.", "takes:\n  - {who: part}"),
        shared_with("- say: Hello.", "takes:\n  - who: [part]"),
        shared_with("- say: Hello ${who}.", "takes:\n  - who: prat"),
        shared_with("- say: Hello.", "takes:\n  - 1st: part"),
        # One fault, seen from two sides.
        with_steps("- rate: How?\n  save_as: it\n  to: 500\n  from: 20"),
        with_steps("- ask: What?\n  save_as: it\n- if: it is answered and\n  then:\n    - say: Hello."),
        with_sections("- id: a\n  deep: yes\n  needs: distress is\n  steps:\n    - end: complete"),
    ],
)
def test_one_cause_is_told_once(text: str) -> None:
    assert len(told(text)) == 1


def test_two_slips_in_one_place_are_both_told() -> None:
    findings = findings_of(with_steps("- ask: What?"))
    assert [finding.code for finding in findings] == ["PW021"]
    assert len(findings_of(with_steps("- rate: What?\n- ask: What?"))) == 2
    assert len(findings_of(with_steps("- scan: What?"))) == 3


def test_a_hundred_are_enough() -> None:
    assert len(findings_of(with_steps("- say: Hello.\n" + "- tell: Hello.\n" * 300))) == 100


def test_nothing_to_say_of_a_good_script() -> None:
    script_of(with_steps("- say: Hello."))
