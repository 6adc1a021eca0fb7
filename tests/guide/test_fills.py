"""Fills: every kind of answer as it is shown, and what a person typed is shown as typed."""

from __future__ import annotations

import pytest

from partswork.guide import Impasse, PartGiven
from partswork.script.words import Span
from tests.guide.sitting import WATCHMAN, Sitting, fixture, script

ASKED = """\
steps:
  - ask: Words?
    save_as: job
    optional: yes
  - rate: How warm?
    save_as: warmth
    optional: yes
  - choose: Which way, ${job|by then}?
    save_as: pace
    optional: yes
    options:
      - slow: Slow, *not ${job|hurried}*
      - quick: Quick
  - choose: Where all?
    save_as: near
    many: yes
    options:
      - head: The head
      - chest: The chest
      - belly: The belly
  - scan: What weather?
    save_as: weather
    words:
      - far
      - some
      - near by
    scales:
      - calm: Calm
      - clear: Clear
  - name_part: Who?
    save_as: guard
    optional: yes
  - locate: Where?
    save_as: spot
    optional: yes
  - say: "%s"
"""

GIVEN: dict[str, object] = {
    "job": "keeps watch",
    "warmth": 7,
    "pace": "slow",
    "near": ("belly", "head", "chest"),
    "weather": {"calm": "near by"},
    "guard": WATCHMAN,
    "spot": ("chest", "behind me"),
}


def told(words: str, **instead: object) -> Sitting:
    """Return a sitting that has come to these words after answering everything."""
    sitting = Sitting(script(ASKED % words, depth="settling"))
    sitting.given(**{**GIVEN, **instead})  # type: ignore[arg-type]
    return sitting


@pytest.mark.parametrize(
    ("fill", "shown"),
    [
        ("${job}", "keeps watch"),
        ("${warmth}", "7"),
        ("${pace}", "Slow, not keeps watch"),
        ("${near}", "The head, The chest and The belly"),
        ("${weather.calm}", "near by"),
        ("${weather.clear|unknown}", "unknown"),
        ("${guard}", "the Watchman"),
        ("${spot}", "chest and behind me"),
        ("It $${job} is", "It ${job} is"),
        ("${ job }", "keeps watch"),
    ],
)
def test_an_answer_is_shown_in_words(fill: str, shown: str) -> None:
    assert told(fill).words == shown


@pytest.mark.parametrize("name", ["job", "warmth", "pace", "near", "guard", "spot"])
def test_what_was_passed_over_has_words_to_fall_back_on_or_stops_the_script(name: str) -> None:
    assert told(f"${{{name}|nothing}}", **{name: None}).words == "nothing"
    assert told(f"${{{name}}}", **{name: None}).over() == Impasse(name, "main")


def test_a_reading_that_was_not_given_stops_the_script() -> None:
    assert told("${weather.clear}").over() == Impasse("weather", "main")
    assert told("${weather.calm|so}", weather=None).words == "so"


def test_emphasis_is_read_before_fills_and_nothing_typed_is_read_at_all() -> None:
    typed = "*mine* ${guard} $${ {job} and *"
    sitting = told("Now *you said ${job}*, ${job}", job=typed)
    assert sitting.beat.words.paragraphs == (
        (Span("Now "), Span(f"you said {typed}", strong=True), Span(f", {typed}")),
    )


def test_a_part_s_name_is_shown_as_typed() -> None:
    assert told("Hello ${guard}.", guard=PartGiven("p9", "*${job}*")).words == "Hello *${job}*."


def test_a_label_is_shown_as_it_read_when_it_was_chosen() -> None:
    sitting = told("${pace}", job="*sure*")
    assert sitting.words == "Slow, not *sure*"


def test_every_word_of_a_question_is_filled() -> None:
    asked = """\
steps:
  - ask: Words?
    save_as: job
  - rate: "How warm, ${job}?"
    help: "Help ${job}"
    low: "Low ${job}"
    high: "High ${job}"
    save_as: warmth
  - ask: More?
    placeholder: "Such as ${job}"
    save_as: further
  - scan: "Weather ${job}"
    save_as: weather
    words:
      - far
      - some
      - near
    scales:
      - calm: "Calm ${job}"
        meaning: "It means ${job}"
  - pause: 20 seconds
    text: "Quiet ${job}"
"""
    sitting = Sitting(script(asked, depth="settling"))
    sitting.give("job", "x")
    beat = sitting.beat
    assert [str(prose) for prose in (beat.words, beat.help, beat.low, beat.high)] == [
        "How warm, x?",
        "Help x",
        "Low x",
        "High x",
    ]
    sitting.give("warmth", 3)
    assert str(sitting.beat.placeholder) == "Such as x"
    sitting.give("further", "y")
    assert {key: str(label) for key, label in sitting.beat.labels.items()} == {"calm": "Calm x"}
    assert {key: str(meaning) for key, meaning in sitting.beat.meanings.items()} == {"calm": "It means x"}
    sitting.give("weather", None)
    assert sitting.words == "Quiet x"


TITLED = """\
sections:
  - id: meeting
    title: Beside ${guard|no one}
    steps:
      - name_part: Who?
        save_as: guard
        optional: yes
      - use: looking
      - say: Done.
"""


def test_a_section_s_title_speaks_of_the_script_s_own_answers_also_inside_a_shared_one() -> None:
    looking = "steps:\n  - name_part: Whom do you see?\n    save_as: guard\n  - say: So."
    sitting = Sitting(script(TITLED, looking=looking))
    assert str(sitting.beat.title) == "Beside no one"
    sitting.give("guard", WATCHMAN)
    sitting.give("guard", PartGiven("p2", "the Clerk"))
    assert (sitting.words, str(sitting.beat.title)) == ("So.", "Beside the Watchman")
    # Grounding in between stands in no section, and nothing that is unanswered can stand in its way.
    sitting.ground()
    assert str(sitting.beat.title) == ""


def test_an_unanswered_title_never_stands_in_the_way_of_grounding() -> None:
    sitting = Sitting(script(TITLED.replace("|no one", ""), looking="steps:\n  - say: So."))
    assert sitting.over() == Impasse("guard", "meeting")
    sitting.stop()
    assert sitting.words == "Look round."


def test_where_nothing_reached_one_the_design_page_falls_back() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN, feeling="open", job=None, leave="given", message=None)
    assert sitting.words == "Let it know what reached you: that you are here."
