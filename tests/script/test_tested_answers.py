"""Conditions in a script: what may be asked of which answer, and where one cannot be read."""

from __future__ import annotations

import pytest

from tests.script.scripts import findings_of, marked, script_of, told, with_steps

ANSWERS = """
- ask: What?
  save_as: words
- name_part: Who?
  save_as: guard
- rate: How near?
  save_as: near
- locate: Where?
  save_as: place
- choose: May I?
  save_as: leave
  options:
    - given: Yes
    - refused: No
- choose: Which?
  save_as: some
  many: yes
  options:
    - tea: Tea
    - shoes: Shoes
- scan: What is here?
  save_as: eight
  words:
    - gar nicht
    - überhaupt
    - I can't tell
    - 近い
  scales:
    - calm: Calm
- use: unblending
  with:
    part: guard
  save_as: space
"""


@pytest.mark.parametrize(
    ("condition", "code", "wrong"),
    [
        ("near", "PW030", ""),
        ("near is", "PW030", ""),
        ("near is not", "PW030", ""),
        ("near is at", "PW030", ""),
        ("near is at last 3", "PW030", "last"),
        ("near is more then 3", "PW030", "then"),
        ("near is one or 3", "PW030", "or"),
        ("near is one of", "PW030", ""),
        ("leave is one of given,", "PW030", ""),
        ("near Is 3", "PW030", "Is"),
        ("near == 3", "PW030", "="),
        ("near != 3", "PW030", "!"),
        ("near is not at least 3", "PW030", "at"),
        ("leave is given & near is 3", "PW030", "&"),
        ("leave is given and", "PW030", ""),
        ("and leave is given", "PW030", "and"),
        ("(leave is given", "PW030", ""),
        ("leave is given)", "PW030", ")"),
        ("()", "PW030", ")"),
        ("not", "PW030", ""),
        ("3 is near", "PW030", "3"),
        ("leave is given near is 3", "PW030", "is"),
        ("near is 3.5", "PW030", "."),
        ("${near} is 3", "PW030", "$"),
        ("my-part is answered", "PW030", "my-part"),
        ("leave is given and near is 3 or near is 4", "PW031", "or"),
        ("leave is given or near is 3 and near is 4", "PW031", "and"),
        ("leeve is given", "PW032", "leeve"),
        ("leave is gven", "PW033", "gven"),
        ("leave is one of given, gven", "PW033", "gven"),
        ("space is closed", "PW033", "closed"),
        ("eight.calm is near", "PW033", "near"),
        ("eight.clam is gar nicht", "PW033", "eight.clam"),
        ("distress is severe", "PW033", "severe"),
        ("some includes milk", "PW033", "milk"),
        ("words is hello", "PW034", "words"),
        ("guard is hello", "PW034", "guard"),
        ("place is throat", "PW034", "place"),
        ("near is close", "PW034", "close"),
        ("near is at least close", "PW034", "close"),
        ("near is at least ²", "PW034", "²"),
        ("near is at least ٣", "PW034", "٣"),
        ("near is 3 4", "PW034", "3 4"),
        ("leave is at least given", "PW034", "leave"),
        ("leave includes given", "PW034", "leave"),
        ("some is tea", "PW034", "some"),
        ("distress is at least 3", "PW034", "distress"),
        ("distress is 3", "PW034", "3"),
        ("near is 11", "PW036", "11"),
        ("near is at least " + "9" * 5000, "PW036", "9" * 5000),
        ("eight is gar nicht", "PW066", "eight"),
        ("leave.given is answered", "PW067", "leave.given"),
    ],
)
def test_what_cannot_be_read_or_never_be_is_told_with_its_place(
    condition: str, code: str, wrong: str
) -> None:
    steps = f"{ANSWERS}\n- if: {condition}\n  then:\n    - say: Hello."
    (finding,) = findings_of(with_steps(steps))
    assert (finding.code, marked(finding)) == (code, wrong)
    if not wrong:
        assert finding.mark.column == len(finding.excerpt) + 1


@pytest.mark.parametrize(
    "condition",
    [
        "words is answered",
        "guard is not answered",
        "place is answered",
        "near is at least 3",
        "near is not 0",
        "leave is not given",
        "some includes tea",
        "eight.calm is at least überhaupt",
        "eight.calm is I can't tell",
        "eight.calm is gar nicht or eight.calm is 近い",
        "eight.calm is answered",
        "space is open",
        "distress is not low",
        "distress is answered",
    ],
)
def test_every_kind_of_answer_can_be_tested(condition: str) -> None:
    script_of(with_steps(f"{ANSWERS}\n- if: {condition}\n  then:\n    - say: Hello."))


@pytest.mark.parametrize(
    ("condition", "suggestion"),
    [
        ("leeve is given", 'Did you mean "leave"?  (saved at line 20)'),
        ("distres is low", 'Did you mean "distress"?'),
        ("leave is gven", 'Did you mean "given"?'),
        ("leave is perhaps", "What can stand here: given, refused."),
        ("eight.clam is gar nicht", 'Did you mean "calm"?'),
        ("eight is gar nicht", 'Did you mean "eight.calm"?'),
        ("near Is 3", 'Did you mean "is"?'),
        ("near is at last 3", 'Did you mean "least"?'),
    ],
)
def test_suggestions_are_what_could_stand_there(condition: str, suggestion: str) -> None:
    (finding,) = findings_of(with_steps(f"{ANSWERS}\n- if: {condition}\n  then:\n    - say: Hello."))
    assert finding.suggestion == suggestion


@pytest.mark.parametrize(
    "written",
    [
        'if: "leave is gven"',
        "if: 'leave is gven'",
        "if: |\n    leave is gven",
        "if: >\n    near is 3 and\n\n    leave is gven",
        "if: near is 3 and\n    leave is gven",
        "if: |  # leave is gven\n    leave is gven",
    ],
)
def test_the_place_is_exact_however_it_is_written(written: str) -> None:
    steps = f"{ANSWERS}\n- {written}\n  then:\n    - say: Hello."
    (finding,) = findings_of(with_steps(steps))
    assert (finding.code, marked(finding)) == ("PW033", "gven")
    assert "#" not in finding.excerpt
    assert finding.excerpt.strip().endswith(("leave is gven", "leave is gven'", 'leave is gven"'))


def test_a_remark_behind_a_condition_is_fine() -> None:
    script_of(with_steps("- if: distress is low  # for now\n  then:\n    - say: Hello."))


def test_needs_and_repeat_until_are_conditions_too() -> None:
    steps = "- repeat_until: leeve is given\n  at_most: 2\n  steps:\n    - say: Hello."
    assert told(with_steps(ANSWERS + steps)) == [("PW032", "leeve")]


@pytest.mark.parametrize(
    "condition",
    ["(" * 21 + "near is 3" + ")" * 21, "not " * 21 + "near is 3", " or ".join(["near is 3"] * 400)],
)
def test_too_much_of_it_is_told(condition: str) -> None:
    steps = f"{ANSWERS}\n- if: {condition}\n  then:\n    - say: Hello."
    assert [code for code, _ in told(with_steps(steps))] == ["PW007"]
