"""Every kind of question, with every key it may carry."""

from __future__ import annotations

import pytest

from partswork.script.questions import may_skip, saved_name
from partswork.script.steps import Ask, Choose, Distress, Locate, NamePart, Rate, Scan
from tests.script.scripts import step, steps_of, told, with_steps

NAMED = """
- name_part: Who?
  save_as: guard
"""


def test_distress() -> None:
    distress = step(Distress, "- distress: How stirred up?\n  help: The nearest will do.\n  note: Wait.")
    assert distress.help is not None
    assert saved_name(distress) == "distress"
    assert may_skip(distress)


def test_ask() -> None:
    steps = f"""{NAMED}
- ask: What is its job?
  save_as: job
  optional: yes
  remember: job of guard
  placeholder: keeping watch
  help: A guess will do.
  note: Quietly.
"""
    ask = step(Ask, steps)
    assert saved_name(ask) == "job"
    assert may_skip(ask)
    assert ask.remember is not None
    assert (ask.remember.field, ask.remember.part.text) == ("job", "guard")
    assert ask.placeholder is not None
    assert not step(NamePart, steps).optional


@pytest.mark.parametrize("field", ["job", "fear", "wish", "place", "look", "age"])
def test_every_field_of_a_part_can_be_remembered(field: str) -> None:
    ask = step(Ask, f"{NAMED}\n- ask: What?\n  save_as: it\n  remember: {field}  of  guard")
    assert ask.remember is not None
    assert ask.remember.field == field


def test_rate() -> None:
    steps = """
- rate: How near?
  save_as: near
  from: 1
  to: 7
  low: far
  high: near
  optional: no
  help: Roughly.
  note: No hurry.
"""
    rate = step(Rate, steps)
    assert (rate.least, rate.most) == (1, 7)
    assert rate.low is not None
    assert rate.high is not None
    assert not may_skip(rate)


def test_a_rating_goes_from_0_to_10_unless_told() -> None:
    rate = step(Rate, "- rate: How near?\n  save_as: near")
    assert (rate.least, rate.most) == (0, 10)


def test_a_rating_must_go_up() -> None:
    steps = "- rate: How near?\n  save_as: near\n  from: 8\n  to: 3"
    assert told(with_steps(steps)) == [("PW029", "8")]


def test_an_end_of_a_rating_that_cannot_be_read_is_told_once() -> None:
    steps = "- rate: How near?\n  save_as: near\n  from: 20\n  to: 500"
    assert told(with_steps(steps)) == [("PW029", "500")]


def test_scan() -> None:
    steps = """
- scan: What is here, and how near?
  save_as: eight
  words:
    - far off
    - some
    - right here
  scales:
    - calm: Calm
      meaning: Settled.
    - courage: Courage
  optional: yes
  help: Skip any.
  note: Slowly.
"""
    scan = step(Scan, steps)
    assert scan.scale_words == ("far off", "some", "right here")
    assert [scale.name for scale in scan.scales] == ["calm", "courage"]
    assert scan.scales[0].meaning is not None
    assert scan.scales[1].meaning is None
    assert may_skip(scan)


@pytest.mark.parametrize(
    ("which", "twice"), [("words", "- none\n    - some\n    - none"), ("scales", "- calm: A\n    - calm: B")]
)
def test_words_and_scales_of_a_scan_must_be_different(which: str, twice: str) -> None:
    lists = {"words": "- none\n    - some\n    - plenty", "scales": "- calm: Calm"} | {which: twice}
    steps = "- scan: What is here?\n  save_as: here\n"
    steps += "\n".join(f"  {key}:\n    {items}" for key, items in lists.items())
    assert told(with_steps(steps)) == [("PW017", "none" if which == "words" else "calm")]


def test_choose() -> None:
    steps = """
- choose: May I?
  save_as: leave
  options:
    - given: It is willing
    - refused: Not today
      refusal: yes
      then:
        - say: Then not.
  optional: yes
  help: Either is fine.
  note: No pushing.
"""
    choose = step(Choose, steps)
    assert choose.keys == ("given", "refused")
    assert not choose.option("given").refusal
    assert choose.option("refused").refusal
    assert len(choose.option("refused").then) == 1
    assert may_skip(choose)


def test_a_choice_of_many_may_be_skipped() -> None:
    steps = "- choose: Which?\n  save_as: which\n  many: yes\n  options:\n    - a: One\n    - b: Two"
    choose = step(Choose, steps)
    assert choose.many
    assert may_skip(choose)


@pytest.mark.parametrize("key", ["refusal: yes", "then:\n        - say: Hello."])
def test_an_option_of_a_choice_of_many_leads_nowhere_and_refuses_nothing(key: str) -> None:
    steps = f"- choose: W?\n  save_as: w\n  many: yes\n  options:\n    - a: One\n    - b: Two\n      {key}"
    assert told(with_steps(steps)) == [("PW027", key.partition(":")[0])]


def test_an_option_may_be_called_as_keys_of_other_things_are() -> None:
    steps = "- choose: Which?\n  save_as: which\n  options:\n    - meaning: Its meaning\n    - say: Its say"
    assert step(Choose, steps).keys == ("meaning", "say")


def test_name_part() -> None:
    steps = f"""{NAMED}
- name_part: And whom does it guard?
  save_as: other
  role: young one
  guarded_by: guard
  opposed_to: guard
  optional: yes
  remember: wish of guard
  help: Or nobody.
  note: Wait.
"""
    (_, other) = (one for one in steps_of(steps) if isinstance(one, NamePart))
    assert other.role == "young one"
    assert other.guarded_by is not None
    assert other.opposed_to is not None
    assert other.guarded_by.text == other.opposed_to.text == "guard"


def test_locate() -> None:
    locate = (
        "- locate: Where?\n  save_as: place\n  optional: yes\n  remember: place of guard\n  help: Or not."
    )
    assert saved_name(step(Locate, f"{NAMED}\n{locate}")) == "place"
