"""Names that cannot be names, names in other letters, and answers in the wrong brackets."""

from __future__ import annotations

import pytest

from tests.script.scripts import findings_of, told, with_sections, with_steps

USED = """
- if: %s is answered
  then:
    - say: ${%s} is here.
- repeat_until: %s is x
  at_most: 2
  steps:
    - say: x"""


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("worried part", "worried_part"),
        ("gefühl", "gefuhl"),
        ("what-next", "what_next"),
        ("2nd part!", "nd_part"),
        ("Worried Part", "worried_part"),
    ],
)
def test_a_name_that_cannot_be_one_is_told_once_with_one_that_can(name: str, offered: str) -> None:
    (finding,) = findings_of(with_steps(f"- ask: What?\n  save_as: {name}" + USED.replace("%s", name)))
    assert (finding.code, finding.suggestion) == ("PW026", f"Write: {offered}")


@pytest.mark.parametrize("name", ["is", "distress", "見張り", "Not!"])
def test_where_nothing_fits_nothing_is_offered(name: str) -> None:
    (finding,) = findings_of(with_steps(f"- ask: What?\n  save_as: {name}"))
    assert (finding.code, finding.suggestion) == ("PW026", None)


def test_an_option_that_cannot_be_one_is_not_missed_where_it_is_tested() -> None:
    steps = "- choose: What?\n  save_as: it\n  options:\n    - not-now: N\n    - b: B\n"
    assert told(with_steps(steps + "- if: it is not-now\n  then:\n    - say: Hello.")) == [
        ("PW026", "not-now")
    ]


def test_an_id_that_cannot_be_one_is_offered_one_that_can() -> None:
    (finding,) = findings_of(
        with_sections("- id: The closing section\n  steps:\n    - end: complete", "settling")
    )
    assert finding.suggestion == "Write: the-closing-section"


def test_where_only_capitals_differ_it_is_told_once_with_the_line() -> None:
    steps = "- ask: What?\n  save_as: Word\n- say: ${word} and ${word}\n"
    steps += "- if: word is answered\n  then:\n    - say: ${word}"
    (finding,) = findings_of(with_steps(steps))
    assert finding.code == "PW032"
    assert finding.suggestion == 'It is saved as "Word" at line 12; small and capital letters are told apart.'


@pytest.mark.parametrize("written", ["$(guest)", "$( guest )", "[guest]", "<guest>", "$guest", "{guest}"])
def test_a_known_answer_in_other_brackets_is_pointed_out(written: str) -> None:
    ask = "- name_part: Who?\n  save_as: guest\n"
    (finding,) = findings_of(with_steps(ask + f"- say: |\n    Hello {written} there."))
    assert finding.code == "PW035"
    assert f'"{written}"' in finding.message
    assert "write ${guest}" in finding.message
    assert told(with_steps(f"- say: |\n    Hello {written} there.")) == []


def test_brackets_of_other_words_are_only_words() -> None:
    steps = "- name_part: Who?\n  save_as: guest\n"
    steps += "- say: |\n    [Manager] <a> $5 $(x) [guest two] a < b [ok *[so]*"
    assert told(with_steps(steps)) == []
