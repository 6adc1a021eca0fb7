"""Going through a script at random: everything that can be met is met, counted, and told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from partswork.authoring.playing import Played, Said, in_a_line, play
from partswork.authoring.walking import MOST_SCREENS, answer_name
from partswork.guide import Answered, Beat, Brought, Impasse, PartGiven, Skipped, Walk, begin
from partswork.script.model import Bundle
from tests.practices import ACROSS, EVERY_KIND, Own, practice, shared
from tests.script.scripts import ROOT

SEEDS = (1, 2, 3)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "scripts")


def bundle(own: Own, id: str, text: str) -> Bundle:
    found = own.put(id, text).bundle
    assert found is not None
    return found


def never_shown(played: Played, text: str, id: str) -> list[str]:
    lines = text.split("\n")
    return [lines[line - 1].strip() for line, count in played.of(id).items() if not count]


def said_again(bundle: Bundle, said: Sequence[Said]) -> Walk:
    """Do what is said in the real guide, from the beginning on, and go on to what comes then."""
    walk = begin(bundle, Brought())
    for one in said:
        walk = to_a_question(walk)
        assert isinstance(walk.beat, Beat)
        assert walk.beat.asked is not None
        assert answer_name(walk) == one.name
        event = (
            Skipped("a", walk.beat.asked) if one.value is None else Answered("a", walk.beat.asked, one.value)
        )
        walk = walk.follow(event)
    return to_a_question(walk)


def to_a_question(walk: Walk) -> Walk:
    while isinstance(walk.beat, Beat) and walk.beat.asked is None:
        walk = walk.passed()
    return walk


def test_every_step_of_every_kind_is_met_and_counted(own: Own) -> None:
    played = play(bundle(own, "every-kind", EVERY_KIND), 100, 1)
    assert never_shown(played, EVERY_KIND, "every-kind") == []
    lines = [line.strip() for line in EVERY_KIND.split("\n")]
    # Each session begins at the first screen, also one that goes on from where another was.
    assert played.of("every-kind")[lines.index("- say: |") + 1] == 100
    assert sum(played.closes.values()) == 100
    # Eleven, and one more where they stop at the last.
    assert played.screens_most == 12
    assert played.stuck == ()
    assert played.of("settle") != {}


def test_the_same_seed_gives_the_same_sessions_and_another_gives_others(own: Own) -> None:
    every_kind = bundle(own, "every-kind", EVERY_KIND)
    assert play(every_kind, 50, 7) == play(every_kind, 50, 7)
    assert play(every_kind, 50, 7) != play(every_kind, 50, 8)


FIVE_IN_A_ROW = practice(
    "five",
    "".join(
        f"- choose: Which?\n  save_as: door{n}\n  options:\n"
        + "".join(f"    - way{way}: Way {way}\n" for way in range(8))
        + f"- if: door{n} is not way{n}\n  then:\n    - end: complete\n"
        for n in range(5)
    )
    + "- say: Here.\n",
)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_only_five_right_answers_in_a_row_lead_to_is_met(own: Own, seed: int) -> None:
    # By chance alone it would take 32,768 sessions.
    played = play(bundle(own, "five", FIVE_IN_A_ROW), 300, seed)
    assert never_shown(played, FIVE_IN_A_ROW, "five") == []


CORNERS = practice(
    "corners",
    """\
    - distress: How stirred up?
    - if: distress is raised
      then:
        - say: Raised.
    - rate: How warm?
      save_as: warmth
      from: 0
      to: 100
    - if: warmth is 0
      then:
        - say: At the one end.
    - if: warmth is 100
      then:
        - say: At the other end.
    - choose: Which?
      save_as: heard
      many: yes
      options:
        - wind: Wind
        - rain: Rain
        - cars: Cars
    - if: heard is answered
      then:
        - if: heard includes wind and heard includes rain and heard includes cars
          then:
            - say: All of them.
      otherwise:
        - say: None of them.
    - scan: What weather?
      save_as: weather
      words:
        - far
        - some
        - near
      scales:
        - calm: Calm
        - clear: Clear
        - warm: Warm
    - if: weather.calm is answered and weather.clear is answered and weather.warm is answered
      then:
        - if: weather.calm is near and weather.clear is near and weather.warm is near
          then:
            - say: All near.
    - if: not (weather.calm is answered or weather.clear is answered or weather.warm is answered)
      then:
        - say: No weather.
    - rotate:
        - steps:
            - say: One.
        - steps:
            - say: Two.
        - steps:
            - say: Three.
        - steps:
            - say: Four.
    """,
)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_ends_of_scales_skips_and_every_list_of_a_rotate_are_met(own: Own, seed: int) -> None:
    played = play(bundle(own, "corners", CORNERS), 200, seed)
    assert never_shown(played, CORNERS, "corners") == []


def test_a_part_is_sometimes_the_same_as_another(own: Own) -> None:
    """After a no from one part the question is not asked again of it, but of another it is."""
    own.put_shared(
        "leave",
        shared(
            "leave",
            """\
            - choose: May we?
              save_as: given
              options:
                - yes_then: Yes
                - refused: No
                  refusal: yes
            - say: So be it.
            """,
            more="takes:\n  - part: part\n",
        ),
    )
    twice = practice(
        "twice",
        """\
        - name_part: Who?
          save_as: first
        - use: leave
          with:
            part: first
        - name_part: And who else?
          save_as: second
        - use: leave
          with:
            part: second
        """,
    )
    counts = play(bundle(own, "twice", twice), 300, 1).of("leave")
    (_, asked), (_, after) = sorted(counts.items())
    assert asked < after


def test_all_ways_of_closing_are_told_apart(own: Own) -> None:
    assert set(play(bundle(own, "across", ACROSS), 300, 1).closes) == {
        *("complete", "stopped", "refused", "high", "needs")
    }
    looking = practice("looking", "- say: Here.\n- end: people\n")
    assert set(play(bundle(own, "looking", looking), 200, 1).closes) == {"people", "stopped"}


BROKEN = practice(
    "broken",
    """\
    - choose: Which way?
      save_as: way
      options:
        - left: To the left
        - right: To the right
    - if: way is left
      then:
        - name_part: Who?
          save_as: who
          optional: yes
    - say: Hello, ${who}.
    """,
)


def test_where_one_cannot_go_on_is_told_with_what_leads_there(own: Own) -> None:
    broken = bundle(own, "broken", BROKEN)
    played = play(broken, 100, 1)
    (stuck,) = played.stuck
    assert (stuck.name, stuck.section) == ("who", "main")
    assert stuck.said == (Said("way", "right"),)
    assert played.closes["stuck"] > 1
    assert isinstance(said_again(broken, stuck.said).beat, Impasse)


def test_what_leads_there_is_named_as_in_a_test(own: Own) -> None:
    own.put_shared(
        "asks",
        shared(
            "asks",
            """\
            - ask: What?
              save_as: what
              optional: yes
            - say: You said ${what}.
            """,
        ),
    )
    text = practice("uses", "- distress: How?\n- use: asks\n")
    uses = bundle(own, "uses", text)
    (stuck,) = play(uses, 50, 1).stuck
    assert (stuck.name, stuck.section) == ("what", "main/asks")
    assert [one.name for one in stuck.said] == ["distress", "asks.what"]
    assert isinstance(said_again(uses, stuck.said).beat, Impasse)


def test_a_session_that_goes_on_and_on_is_left(own: Own) -> None:
    played = play(bundle(own, "rounds", practice("rounds", _nested(4))), 20, 1)
    assert played.closes["left"] > 0
    assert played.screens_most == MOST_SCREENS


def _nested(deep: int) -> str:
    """Return steps shown ten times to the power of `deep`."""
    lines = ["- choose: Which?", "  save_as: it", "  options:", "    - this: This", "    - that: That"]
    for level in range(deep):
        indent = "    " * level
        lines += [
            f"{indent}- repeat_until: it is that",
            f"{indent}  at_most: 10",
            f"{indent}  steps:",
        ]
    return "\n".join([*lines, "    " * deep + "- say: Again."]) + "\n"


@pytest.mark.parametrize("path", sorted((ROOT / "scripts").glob("*.yaml")), ids=lambda path: path.stem)
def test_in_the_library_nobody_is_ever_stuck_and_little_is_not_met(own: Own, path: Path) -> None:
    found = own.find(path.stem).bundle
    assert found is not None
    played = play(found, 300, 1)
    assert played.stuck == ()
    assert set(played.closes) <= {"complete", "people", "stopped", "refused", "high", "needs"}
    never = [line for line, count in played.of(path.stem).items() if not count]
    assert len(never) <= 10


def test_answers_are_told_in_a_line() -> None:
    assert in_a_line(PartGiven("p1", "the Watchman")) == "the Watchman"
    assert in_a_line(("chest", "hands")) == "chest, hands"
    assert in_a_line({"calm": "far", "clear": "near"}) == "calm: far, clear: near"
    assert in_a_line(7) == "7"
