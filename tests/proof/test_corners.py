"""Corners of the language, one small script each: the proof says what every session in the guide does."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from partswork.proof import prove
from partswork.proof.laying import Laying
from partswork.proof.search import search
from partswork.script.model import Bundle
from tests.guide.sitting import script
from tests.proof.sessions import every_session, told_again
from tests.proof.watching import keys_of

ARRIVING = """\
sections:
  - id: arriving
    steps:
      - distress: How?
      - if: distress is not low
        then:
          - go_to: closing
"""
CLOSING = """\
  - id: closing
    closing: yes
    steps:
      - use: grounding
      - distress: And now?
      - end: complete
"""
DEEP = "  - id: inside\n    deep: yes\n    needs: distress is low\n    steps:\n"
LEAVE = """\
- choose: May we?
  save_as: leave
  options:
    - given: Yes
    - refused: No
      refusal: yes
"""


def deep(steps: str, *, grounding: str = "say: Look.", **shared: str) -> Bundle:
    """Return a script with these steps in a deep section between arriving and closing."""
    body = ARRIVING + DEEP + indent(dedent(steps), " " * 6) + CLOSING
    return script(body, depth="deep", grounding=grounding, **shared)


def meeting(steps: str, **shared: str) -> Bundle:
    """Return a script of these steps that meets parts."""
    return script("steps:\n" + indent(dedent(steps), "  "), depth="meeting", **shared)


OWN_WORDS = (
    LEAVE
    + "      then:\n        - say: Well then.\n        - ask: What worries it?\n          save_as: worry\n"
)

CORNERS: dict[str, tuple[Bundle, set[str]]] = {
    "what a refusal says for itself is heard out": (deep(OWN_WORDS), set()),
    "behind it nothing deep follows": (deep(OWN_WORDS + "- say: Still here.\n"), {"PW146"}),
    "also in a shared script that it uses": (
        deep(LEAVE + "      then:\n        - use: comfort\n", comfort="steps:\n  - say: There."),
        set(),
    ),
    "can't tell is high in something deep": (deep("- distress: And here?\n"), set()),
    "and nothing follows it there": (
        deep("- distress: And here?\n- if: distress is not high\n  then:\n    - say: Well.\n"),
        set(),
    ),
    "can't tell is high in grounding inside something deep": (
        deep("- use: grounding\n- say: Go on.\n", grounding="say: Look.\n  - distress: How?"),
        {"PW142"},
    ),
    "grounding inside something deep is owed again by the next line": (
        script(
            ARRIVING
            + DEEP
            + "      - use: grounding\n      - say: Here.\n      - distress: Now?\n      - end: complete\n"
            "  - id: closing\n    closing: yes\n    steps:\n      - end: complete\n",
            depth="deep",
        ),
        {"PW120"},
    ),
    "grounding inside grounding does not clear it too early": (
        deep(
            "- say: Here.\n",
            grounding="say: Look.\n  - use: settle\n  - say: Feel.",
            settle="grounds: yes\nsteps:\n  - say: Settle.",
        ),
        set(),
    ),
    "a choice while opening is not inward": (
        script(
            "sections:\n  - id: before\n    opening: yes\n    steps:\n"
            "      - choose: How long?\n        save_as: long\n"
            "        options:\n          - a: A\n          - b: B\n      - end: complete\n",
            depth="meeting",
        ),
        set(),
    ),
    "another question while opening is": (
        script(
            "sections:\n  - id: before\n    opening: yes\n    steps:\n      - ask: What?\n"
            "        save_as: what\n"
            "      - end: complete\n",
            depth="meeting",
        ),
        {"PW140", "PW141"},
    ),
    "a choice in grounding is not inward": (
        script(
            "steps:\n  - use: grounding\n  - end: complete\n",
            depth="meeting",
            grounding=LEAVE.replace("\n", "\n  ")[2:].replace("      refusal: yes\n", "").rstrip()
            + "\n  - say: Look.",
        ),
        set(),
    ),
    "a settling script owes nothing of distress": (
        script("steps:\n  - ask: What?\n    save_as: what\n  - end: complete\n", depth="settling"),
        set(),
    ),
    "5 after 2 is high": (
        meeting(
            "- distress: 1?\n- distress: 2?\n- if: distress is not high\n  then:\n"
            "    - ask: What?\n      save_as: what\n"
            "    - distress: 3?\n- end: complete\n"
        ),
        {"PW142"},
    ),
    "the same name in another script is another question": (
        meeting(
            "- distress: How?\n- if: distress is high\n  then:\n    - end: people\n- use: asking\n"
            + LEAVE
            + "- distress: And now?\n- end: complete\n",
            asking="steps:\n" + indent(LEAVE, "  "),
        ),
        set(),
    ),
    "a test stops at what decides": (
        meeting(
            "- distress: How?\n- if: worry is answered and worry is bad\n  then:\n"
            "    - say: Well.\n- if: distress is high\n"
            "  then:\n    - end: people\n- choose: How is it?\n  save_as: worry\n"
            "  options:\n    - bad: Bad\n    - fine: Fine\n"
            "- distress: And now?\n- end: complete\n"
        ),
        set(),
    ),
    "a number given is what it was": (
        script(
            "steps:\n  - rate: How?\n    save_as: warm\n  - use: asking\n    with:\n"
            "      much: warm\n  - end: complete\n",
            depth="settling",
            asking="takes:\n  - much: number\nsteps:\n  - if: much is more than 3\n"
            "    then:\n      - ask: What?\n"
            "        save_as: what\n  - if: much is at least 4\n    then:\n      - say: So ${what}.",
        ),
        set(),
    ),
    "a result that is not saved leaves the old one": (
        script(
            "steps:\n  - use: asking\n    save_as: it\n  - use: asking\n  - if: it is a\n"
            "    then:\n      - say: A.\n"
            "  - end: complete\n",
            depth="settling",
            asking="returns:\n  - a\n  - b\nsteps:\n  - choose: Which?\n"
            "    save_as: which\n    options:\n      - a: A\n      - b: B\n"
            "  - if: which is a\n    then:\n      - return: a\n  - return: b",
        ),
        set(),
    ),
    "a loop is left at its last round": (
        script(
            "steps:\n  - repeat_until: which is a\n    at_most: 2\n    steps:\n"
            "      - choose: Which?\n        save_as: which\n"
            "        options:\n          - a: A\n          - b: B\n  - if: which is b\n"
            "    then:\n      - say: Twice b.\n"
            "  - end: complete\n",
            depth="settling",
        ),
        set(),
    ),
}


@pytest.mark.parametrize("name", CORNERS)
def test_a_corner(name: str) -> None:
    bundle, codes = CORNERS[name]
    found = keys_of(search(Laying(bundle).program()))
    every = every_session(bundle, most=4_000)
    assert every is not None
    assert set(found) == every[0]
    assert {code for code, _, _ in found} == codes


def test_a_rotate_goes_the_same_way_all_session_long() -> None:
    rotate = "- rotate:\n    - steps:\n        - ask: A?\n          save_as: a\n"
    rotate += "    - steps:\n        - ask: B?\n          save_as: b\n"
    steps = (
        "- repeat_until: distress is low\n  at_most: 2\n  steps:\n"
        + indent(rotate, "    ")
        + "    - distress: How?\n"
    )
    steps += "- if: a is answered and b is answered\n  then:\n    - say: Both.\n- end: complete\n"
    proof = prove(script("steps:\n" + indent(steps, "  "), depth="settling"))
    assert [(finding.code, finding.mark.line) for finding in proof.findings] == [("PW108", 21)]


def test_stopping_again_inside_what_they_stop_with_just_ends_unless_grounding_is_owed() -> None:
    grounding = "say: Look.\n  - distress: How?\n  - use: settle\n" + indent(LEAVE, "  ") + "  - say: Feel."
    body = ARRIVING + DEEP + "      - say: Here.\n" + CLOSING.replace("      - distress: And now?\n", "")
    settle = "grounds: yes\nsteps:\n  - say: Settle."
    bundle = script(body, depth="deep", grounding=grounding, settle=settle)
    proof = prove(bundle)
    assert [finding.code for finding in proof.findings] == ["PW126"]
    (found,) = proof.stories.values()
    # Low distress, so through what is deep; and stopping after the refusal, while grounding is owed.
    assert found.answers == (0, 0, "refused", 0)
    assert found.stops == 3
    assert ("PW145", "stop", "leave") in told_again(bundle, found)
    # Without anything deep nothing is owed, and stopping there just ends.
    shallow = script(
        "steps:\n  - use: grounding\n  - end: complete", depth="settling", grounding=grounding, settle=settle
    )
    assert prove(shallow).findings == ()
