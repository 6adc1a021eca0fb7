"""Large scripts: work in proportion to their size, and where that cannot be, an honest answer."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from textwrap import indent

import pytest

from partswork.guide import Brought, Impasse
from partswork.guide.mover import Mover
from partswork.proof import prove
from partswork.proof.laying import Laying
from partswork.proof.search import MOST_STATES, search
from partswork.script.model import Bundle
from partswork.wording.promises import ALL_PROMISES
from tests.guide.sitting import script
from tests.proof.making import asked_first, branching, nested_uses, straight
from tests.proof.sessions import as_value

UNSETTLED = """\
  - choose: First?
    save_as: first
    optional: yes
    options:
      - a: A
      - b: B
  - if: first is a
    then:
      - say: A.
"""


@pytest.mark.parametrize(("make", "size"), [(straight, 50), (branching, 20)])
def test_states_grow_as_the_script_does(make: Callable[[int], Bundle], size: int) -> None:
    once, tenfold = (len(search(Laying(make(n)).program()).states) for n in (size, 10 * size))
    assert tenfold <= 10.5 * once


def test_a_straight_script_of_5000_steps_is_proved() -> None:
    proof = prove(straight(5000))
    assert set(proof.promises.values()) == {"proved"}
    assert (proof.screens_most, proof.seconds_least, proof.seconds_most) == (5000, 5000, 5000)


def test_a_branching_script_of_500_questions_is_proved() -> None:
    proof = prove(branching(500))
    assert set(proof.promises.values()) == {"proved"}
    assert proof.screens_most == 500 * 4


def test_what_is_asked_first_and_tested_at_the_end_is_proved_where_it_can_be() -> None:
    assert set(prove(asked_first(8, "ab")).promises.values()) == {"proved"}


def test_beyond_the_bound_it_says_so_and_what_it_knows_all_the_same() -> None:
    proof = prove(asked_first(12, "abcd"), most_states=5_000)
    assert [(finding.code, finding.severity) for finding in proof.findings] == [("PW190", "warning")]
    assert not proof.broken
    # What no way through could break is known without going them all.
    known = {promise for promise in ALL_PROMISES if proof.promises[promise] == "proved"}
    assert known == {"G2", "G5", "G6", "G9", "G10", "G11", "G12"}
    assert set(proof.promises.values()) == {"proved", "not proved"}
    assert (proof.screens_most, proof.seconds_least, proof.seconds_most) == (None, None, None)
    assert proof.left("main", asked_first(1, "a").script.sections[0].steps[0].at) is None


def test_what_is_found_before_the_bound_is_told() -> None:
    proof = prove(asked_first(12, "abcd", before=UNSETTLED), most_states=5_000)
    assert [finding.code for finding in proof.findings] == ["PW190", "PW111"]
    assert proof.broken
    assert (proof.promises["G4"], proof.promises["G3"]) == ("broken", "not proved")


def test_shared_scripts_that_grow_without_end_are_not_proved() -> None:
    assert set(prove(nested_uses(8)).promises.values()) == {"proved"}
    proof = prove(nested_uses(14))
    assert [finding.code for finding in proof.findings] == ["PW190"]
    assert proof.promises["G1"] == "not proved"


def test_a_shared_script_that_takes_too_much_is_not_proved() -> None:
    names = [f"much_{n}" for n in range(12)]
    takes = "".join(f"  - {name}: number\n" for name in names)
    steps = "".join(f"  - if: {name} > 50\n    then:\n      - say: Much.\n" for name in names)
    bundle = script(
        "steps:\n  - say: Here.\n  - end: complete",
        depth="settling",
        taking=f"takes:\n{takes}steps:\n{steps}",
    )
    taking = bundle.shared["taking"]
    proof = prove(Bundle(taking, bundle.shared), most_states=2_000)
    assert [finding.code for finding in proof.findings] == ["PW190"]


def test_a_long_chain_of_shared_scripts_is_not_proved() -> None:
    chain = {f"link_{n}": f"steps:\n  - use: link-{n + 1}\n" for n in range(200)}
    chain["link_200"] = "steps:\n  - say: Here."
    steps = "steps:\n  - use: link-0\n  - end: complete"
    proof = prove(script(steps, depth="settling", **chain))
    assert [finding.code for finding in proof.findings] == ["PW190"]
    assert proof.promises["G3"] == "not proved"


def test_going_round_and_round_with_nothing_to_see_is_told() -> None:
    steps = "- if: distress is high\n  then:\n    - say: It is loud.\n"
    for _ in range(4):
        steps = "- repeat_until: distress is low\n  at_most: 10\n  steps:\n" + indent(steps, "    ")
    bundle = script(
        "steps:\n  - distress: How?\n" + indent(steps, "  ") + "  - end: complete", depth="settling"
    )
    proof = prove(bundle)
    assert [(finding.code, finding.mark.line) for finding in proof.findings] == [("PW102", 14)]
    assert proof.promises["G2"] == "broken"
    # In the guide it comes to nothing.
    (found,) = proof.stories.values()
    mover = Mover(bundle, Brought())
    for answer in found.answers:
        mover.answer("a", as_value(answer))
    assert isinstance(mover.beat, Impasse)


def test_the_bound_keeps_memory_small() -> None:
    program = Laying(asked_first(12, "abcd")).program()
    tracemalloc.start()
    search(program, most_states=MOST_STATES // 20)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most * 20 < 400_000_000
