"""How many screens and seconds lie ahead, from the beginning and from wherever one stands."""

from __future__ import annotations

from random import Random

import pytest

from partswork.guide import Beat, Brought, begin
from partswork.guide.events import Answered, Skipped
from partswork.proof import prove
from partswork.script.model import Bundle
from partswork.script.steps import Breathe, Calm, Pause
from tests.guide.sitting import script
from tests.proof.sessions import any_value
from tests.proof.sowing import GUARD, LIBRARY, WAY, good

STEPS = """\
steps:
  - say: Here.
  - choose: Which way?
    save_as: way
    options:
      - short: Short
      - long: Long
        then:
          - pause: 30 seconds
          - repeat_until: again is enough
            at_most: 3
            steps:
              - breathe: 4 in, 6 out
                rounds: 2
              - choose: More?
                save_as: again
                options:
                  - enough: Enough
                  - once_more: More
  - pause: as long as you like
  - rotate:
      - steps:
          - pause: 5 seconds
      - steps:
          - use: sounds
  - end: complete
"""


def small() -> Bundle:
    return script(STEPS, depth="settling", sounds="steps:\n  - pause: 1 minute\n  - say: Well.")


def test_the_longest_and_the_shortest_way() -> None:
    proof = prove(small())
    # say, choose, pause, 3 x (breathe, choose), pause, and the longer turn of two.
    assert proof.screens_most == 2 + 1 + 6 + 1 + 2
    assert (proof.seconds_least, proof.seconds_most) == (5, 30 + 60 + 60)


def test_what_is_left_from_a_place() -> None:
    bundle = small()
    proof = prove(bundle)
    say, choose, pause, _, _ = bundle.script.sections[0].steps
    assert proof.left("main", say.at) == proof.left("main", say.at)
    first, asked, last = (proof.left("main", step.at) for step in (say, choose, pause))
    assert first is not None
    assert asked is not None
    assert last is not None
    assert (first.screens_most, asked.screens_most) == (12, 11)
    assert (last.screens_most, last.seconds_least, last.seconds_most) == (3, 5, 60)
    inside = bundle.shared["sounds"].sections[0].steps
    left = proof.left("main/sounds", inside[1].at)
    assert left is not None
    assert (left.screens_most, left.seconds_most) == (1, 0)
    assert proof.left("nowhere", say.at) is None


@pytest.mark.parametrize("id", [GUARD, WAY, *LIBRARY])
def test_no_session_is_longer_or_shorter_than_told(id: str) -> None:
    bundle = good(id)
    proof = prove(bundle)
    for number in range(15):
        random = Random(number)  # noqa: S311
        behind: list[tuple[Beat, int]] = []
        walk = begin(bundle, Brought())
        while isinstance(beat := walk.beat, Beat):
            step, asked = beat.step, beat.asked
            behind.append((beat, step.seconds or 0 if isinstance(step, Pause | Breathe) else 0))
            if isinstance(step, Calm):
                walk = walk.passed()
                continue
            assert asked is not None
            value = any_value(step, random)
            given = (f"a{len(walk.events)}", asked)
            walk = walk.follow(Skipped(*given) if value is None else Answered(*given, value))
        screens = seconds = 0
        for beat, taken in reversed(behind):
            screens, seconds = screens + 1, seconds + taken
            left = proof.left(beat.section, beat.step.at)
            assert left is not None
            assert screens <= left.screens_most
            assert left.seconds_least <= seconds <= left.seconds_most
        assert screens <= (proof.screens_most or 0)
