"""The story of a finding: one sentence, the shortest way there, and what to do it again."""

from __future__ import annotations

import re

import pytest

from partswork.proof import Part, Story, prove
from partswork.wording.promises import PROMISES, REACHES
from tests.guide.sitting import script

ENDS = "  - end: complete\n"


def told(steps: str, depth: str = "settling") -> Story:
    """Return the story of the only finding."""
    proof = prove(script(f"steps:\n{steps}{ENDS}", depth=depth))
    (finding,) = proof.findings
    found = proof.stories[finding.code, finding.mark]
    assert finding.story == found.sentence
    return found


@pytest.mark.parametrize(
    ("before", "deed", "answers"),
    [
        ("  - distress: How?\n  - if: distress is high\n    then:\n", "says distress 7", (7,)),
        ("  - distress: How?\n  - if: distress is low\n    then:\n", "says distress 0", (0,)),
        (
            "  - choose: Which?\n    save_as: which\n    options:\n"
            "      - a: The *first* one\n      - b: The other\n"
            "  - if: which is b\n    then:\n",
            "chooses “The other”",
            ("b",),
        ),
        (
            "  - choose: Which?\n    save_as: which\n    many: yes\n    options:\n"
            "      - a: One\n      - b: Two\n"
            "  - if: which is answered and which includes a and which includes b\n    then:\n",
            "chooses “One” and “Two”",
            (("a", "b"),),
        ),
        (
            "  - rate: How warm?\n    save_as: warmth\n  - if: warmth is more than 6\n    then:\n",
            "gives 7 for “warmth”",
            (7,),
        ),
        (
            "  - scan: How?\n    save_as: sky\n    words:\n      - far\n      - some\n"
            "      - near\n    scales:\n"
            "      - calm: Calm\n  - if: sky.calm is answered and sky.calm is near\n    then:\n",
            "reads “Calm” as “near”",
            ({"calm": "near"},),
        ),
        (
            "  - ask: What?\n    save_as: what\n    optional: yes\n  - if: what is not answered\n    then:\n",
            "skips “what”",
            (None,),
        ),
        (
            "  - ask: What?\n    save_as: what\n    optional: yes\n  - if: what is answered\n    then:\n",
            "answers “what”",
            ("…",),
        ),
    ],
)
def test_what_someone_does_is_told_in_plain_words(
    before: str, deed: str, answers: tuple[object, ...]
) -> None:
    unsettled = "      - say: So ${it}.\n  - ask: What is it?\n    save_as: it\n"
    found = told(before + unsettled)
    assert (
        found.sentence
        == f"For example, someone who {deed} comes to words that show “it”, which has no answer."
    )
    assert found.answers == answers
    assert found.turns == {}
    assert found.stops is None


def test_where_nothing_is_answered_one_just_goes_on() -> None:
    found = told("  - say: So ${it}.\n  - ask: What is it?\n    save_as: it\n")
    assert found.sentence.startswith("For example, someone who just goes on comes to words")
    assert found.answers == ()


def test_a_rotate_says_which_turn() -> None:
    found = told(
        "  - rotate:\n      - steps:\n          - say: One.\n      - steps:\n          - say: So ${it}.\n"
        "  - ask: What is it?\n    save_as: it\n"
    )
    assert list(found.turns.values()) == [1]
    assert "gets number 2 of what takes turns" in found.sentence


def test_the_same_part_again() -> None:
    shared = (
        "takes:\n  - part: part\nsteps:\n  - choose: May we?\n    save_as: leave\n    options:\n"
        "      - given: Yes\n      - refused: No\n        refusal: yes\n"
    )
    use = "  - name_part: Who?\n    save_as: who_{n}\n  - use: asking\n    with:\n      part: who_{n}\n"
    steps = "steps:\n" + use.format(n=1) + use.format(n=2) + ENDS
    proof = prove(script(steps, depth="settling", asking=shared))
    (finding,) = proof.findings
    found = proof.stories[finding.code, finding.mark]
    assert found.answers == (Part(0), "refused", Part(0))
    assert finding.story == (
        "For example, someone who names a part, chooses “No” and names the same part again "
        "is asked “leave” again after refusing it."
    )
    assert finding.message.endswith('This happens inside "asking".')


def test_a_long_story_leaves_out_its_middle() -> None:
    steps = "".join(f"  - ask: What {n}?\n    save_as: what_{n}\n" for n in range(20))
    sentence = told(steps + "  - say: So ${it}.\n  - ask: What is it?\n    save_as: it\n").sentence
    assert "answers “what_1”, gives 14 more answers, answers “what_16”" in sentence
    assert len(sentence) < 250


def test_stopping_is_part_of_the_story() -> None:
    grounding = "say: Look.\n  - choose: Near?\n    save_as: near\n    options:\n      - a: A\n      - b: B\n"
    grounding += (
        "        then:\n          - say: So ${near}.\n  - if: distress is low\n    then:\n      - say: Well."
    )
    proof = prove(
        script("steps:\n  - say: Here.\n  - distress: How?\n" + ENDS, depth="settling", grounding=grounding)
    )
    (finding,) = proof.findings
    assert finding.code == "PW126"
    found = proof.stories[finding.code, finding.mark]
    assert (found.stops, found.answers) == (0, ("a",))
    assert finding.story == (
        "For example, someone who stops and chooses “A” comes to a test of “distress”, which has no answer."
    )


def test_every_code_that_has_a_story_says_what_becomes_of_someone() -> None:
    paths = {code for code, entry in PROMISES.items() if entry.severity == "error"}
    without = {"PW105", "PW106", "PW107", "PW108", "PW126", "PW131", "PW133", "PW135"}
    assert set(REACHES) == paths - without


@pytest.mark.parametrize("text", [*REACHES.values(), *(entry.message for entry in PROMISES.values())])
def test_no_sentence_speaks_of_paths_or_states(text: str) -> None:
    assert not re.search(r"\b(path|state|node|variable|branch|loop)s?\b", text)
