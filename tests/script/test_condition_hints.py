"""Conditions as people write them at first: each is told how it is written here."""

from __future__ import annotations

import pytest

from partswork.script.distress import band
from tests.script.scripts import findings_of, with_steps

QUESTIONS = """\
- distress: How are you?
- choose: When?
  save_as: when
  options:
    - today: T
    - unsure: U
    - later: L
- ask: What?
  save_as: word
  optional: yes
- name_part: Who?
  save_as: near
  optional: yes
"""


def suggested(condition: str) -> str | None:
    steps = QUESTIONS + f"- if: {condition}\n  then:\n    - say: Hello."
    (finding,) = findings_of(with_steps(steps))
    return finding.suggestion


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("when is today or unsure", "when is one of today, unsure"),
        ("when is today or unsure or later", "when is one of today, unsure, later"),
        ("when is one of today, unsure or later", "when is one of today, unsure, later"),
        ("when is not today and unsure", "when is not one of today, unsure"),
        ("when is today, unsure", "when is one of today, unsure"),
        ("word is answered and (when is today or unsure)", "when is one of today, unsure"),
        ("when is today or unsure and word is answered", "when is one of today, unsure"),
        ("distress is raised or high", "distress is not low"),
        ("distress is low or raised", "distress is not high"),
        ("distress is not raised and high", "distress is low"),
        ("when == today", "when is today"),
        ("when != today", "when is not today"),
        ("near is nobody", "near is not answered"),
        ("near is skipped", "near is not answered"),
        ("near is not nobody", "near is answered"),
        ("word is empty", "word is not answered"),
        ("when is skipped", "when is not answered"),
    ],
)
def test_what_is_meant_is_written_out(written: str, meant: str) -> None:
    assert suggested(written) == f"Write: {meant}"


@pytest.mark.parametrize("value", ["“today”", "'today'", "«today»"])
def test_a_value_has_no_quotation_marks(value: str) -> None:
    assert suggested(f"when is {value}") == "Leave the quotation marks out. Write: today"


@pytest.mark.parametrize("condition", ["when is today or word", "when is today or is later", "word is"])
def test_where_it_cannot_be_known_nothing_is_made_up(condition: str) -> None:
    if condition == "when is today or word":
        # A lone word is a value, whatever else has that name.
        assert suggested(condition) == "Write: when is one of today, word"
    else:
        assert "Write:" not in (suggested(condition) or "")


def test_the_numbers_of_the_bands_are_told_as_they_are() -> None:
    (finding,) = findings_of(with_steps(QUESTIONS + "- if: distress is 4\n  then:\n    - say: Hello."))
    assert "low is 0 to 4, raised 5 and 6, high 7 to 10" in finding.message
    bands = [band(said, None, deep=False) for said in range(11)]
    assert bands == ["low"] * 5 + ["raised"] * 2 + ["high"] * 4
