"""The proof against other ways of knowing: the real guide, the same search without its short cuts, networkx.

A few scripts each time; `PARTSWORK_SOAK=3000` takes so many of each kind, and `PARTSWORK_SEED` others.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from random import Random
from typing import Any

import networkx
import pytest

from partswork.proof.classes import CAREFREE, Care
from partswork.proof.coverage import idle
from partswork.proof.instructions import Again, Fork, Put, Show, Turn, follows
from partswork.proof.laying import Laying
from partswork.proof.move import is_over
from partswork.proof.search import Searched, search
from partswork.proof.stories import story
from partswork.proof.times import times
from partswork.script.model import Bundle
from tests.guide.generating import generate
from tests.guide.sitting import script
from tests.proof.mutating import mutant
from tests.proof.sessions import every_session, told_again, walk
from tests.proof.sowing import GUARD, LIBRARY, good
from tests.proof.watching import keys_of

SOAK = int(os.environ.get("PARTSWORK_SOAK", "0"))
SEED = int(os.environ.get("PARTSWORK_SEED", "1"))
EVERY_VALUE = Care(merge=False, forget=True)
NOTHING_FORGOTTEN = Care(merge=False, forget=False)


@dataclass(frozen=True)
class Made:
    """A script that was made up, and by what."""

    kind: str
    number: int

    def bundle(self) -> Bundle:
        random = Random(SEED * 1_000_003 + self.number)  # noqa: S311
        if self.kind == "mutant":
            return mutant(random)
        return generate(random.randbytes(random.choice((60, 120, 260)))).bundle


def made(kind: str, few: int) -> list[Made]:
    return [Made(kind, number) for number in range(SOAK or few)]


MADE = [*made("mutant", 30), *made("random", 20)]


def searched(bundle: Bundle, care: Care = CAREFREE) -> Searched:
    found = search(Laying(bundle).program(), care)
    assert found.finished
    return found


@pytest.mark.parametrize("one", MADE, ids=str)
def test_what_is_told_happens_in_the_real_guide(one: Made) -> None:
    bundle = one.bundle()
    found = searched(bundle)
    for key, broken in keys_of(found).items():
        told = story(found, broken.source, broken.said, "comes to it")
        assert key in told_again(bundle, told), told


@pytest.mark.parametrize("one", MADE, ids=str)
def test_what_happens_in_the_real_guide_is_told(one: Made) -> None:
    bundle = one.bundle()
    told = set(keys_of(searched(bundle)))
    for number in range(6):
        met, _ = walk(bundle, Random(number))  # noqa: S311
        assert met <= told


@pytest.mark.parametrize("one", made("random", 15), ids=str)
def test_every_session_there_is_breaks_what_the_proof_says(one: Made) -> None:
    bundle = one.bundle()
    every = every_session(bundle, most=400)
    if every is not None:
        told = {key for key in keys_of(searched(bundle)) if key[1] != "stop"}
        assert every[0] == told


@pytest.mark.parametrize("one", made("mutant", 6), ids=str)
@pytest.mark.parametrize("care", [EVERY_VALUE, NOTHING_FORGOTTEN], ids=["every value", "nothing forgotten"])
def test_the_short_cuts_change_nothing(one: Made, care: Care) -> None:
    _same(one.bundle(), care)


# Eight readings of five words each are too many to take one by one.
@pytest.mark.parametrize("id", [GUARD, *(id for id in LIBRARY if id != "eight-cs-scan")])
def test_of_the_library_the_short_cuts_change_nothing(id: str) -> None:
    _same(good(id), EVERY_VALUE)


@pytest.mark.parametrize("care", [CAREFREE, EVERY_VALUE, NOTHING_FORGOTTEN])
def test_answers_inside_a_shared_script_do_not_outlive_it(care: Care) -> None:
    asking = (
        "steps:\n  - if: distress is low\n    then:\n      - ask: What is there?\n        save_as: there\n"
    )
    asking += "  - say: So ${there}."
    steps = "steps:\n  - distress: How?\n  - if: distress is not low\n    then:\n      - end: complete\n"
    steps += "  - repeat_until: distress is low\n    at_most: 2\n    steps:\n"
    steps += "      - use: asking\n      - distress: And now?\n  - end: complete"
    bundle = script(steps, depth="settling", asking=asking)
    found = set(keys_of(searched(bundle, care)))
    every = every_session(bundle, most=2_000)
    assert every is not None
    assert found == every[0] == {("PW110", "main", "there")}


def test_a_question_that_is_gone_past_changes_nothing_else() -> None:
    asked = "- choose: May we?\n{i}  save_as: leave\n{i}  options:\n{i}    - given: Yes\n"
    asked += "{i}      then:\n{i}        - distress: And now?\n{i}    - refused: No\n{i}      refusal: yes\n"
    steps = "steps:\n  - distress: How?\n  - if: distress is high\n    then:\n      - end: people\n  "
    # Asked again in the same breath: gone past, with what was said, and distress not asked since.
    steps += asked.format(i="  ") + "        then:\n          " + asked.format(i="          ")
    steps += "  - end: complete"
    bundle = script(steps, depth="meeting")
    every = every_session(bundle, most=2_000)
    assert every is not None
    assert set(keys_of(searched(bundle))) == every[0]
    assert {code for code, _, _ in every[0]} == {"PW141", "PW145"}


def _same(bundle: Bundle, care: Care) -> None:
    quick = searched(bundle)
    plain = search(Laying(bundle).program(), care, most_states=50_000 if SOAK else 3_000)
    if not plain.finished:
        # As far as it got, it found nothing that the quick one did not.
        assert set(keys_of(plain)) <= set(keys_of(quick))
        return
    assert set(keys_of(plain)) == set(keys_of(quick))
    assert idle(plain) == idle(quick)
    assert times(plain)[0] == times(quick)[0]
    assert len(plain.states) >= len(quick.states)


@pytest.mark.parametrize("one", [*made("mutant", 6), *made("random", 6)], ids=str)
def test_networkx_comes_to_the_same_places_and_figures(one: Made) -> None:
    found = searched(one.bundle())
    program = found.program
    places = networkx.DiGraph(
        [(at, to) for at, laid in enumerate(program.instructions) for to in follows(laid)]
    )
    beginnings = [program.start] if program.stop is None else [program.start, program.stop]
    reachable = set().union(*(networkx.descendants(places, at) | {at} for at in beginnings))
    assert found.reached <= reachable
    for at in reachable - found.reached:
        # What is left out is left out for a test, or because everything before it was left out.
        before = set(places.predecessors(at)) & reachable
        assert any(isinstance(program.instructions[one], Fork | Again | Put | Turn) for one in before) or (
            before <= reachable - found.reached
        )
    _same_figures(found, networkx)


def _same_figures(found: Searched, networkx: Any) -> None:
    """Compare the figures with longest and shortest ways through the graph of states."""
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(range(len(found.states)))
    laid = found.program.instructions
    for at, following in enumerate(found.edges):
        for to, trail, *_ in following:
            seconds = sum(one.seconds for place in trail if isinstance(one := laid[place], Show))
            graph.add_edge(
                at, "end" if is_over(to) else to, screens=len(trail), seconds=seconds, back=-seconds
            )
    assert networkx.is_directed_acyclic_graph(graph)
    from_start = graph.subgraph(networkx.descendants(graph, 0) | {0})
    if "end" not in from_start:
        return
    left, _ = times(found)
    assert networkx.dag_longest_path_length(from_start, "screens") == left.screens_most
    assert networkx.dag_longest_path_length(from_start, "seconds") == left.seconds_most
    assert networkx.bellman_ford_path_length(from_start, 0, "end", "seconds") >= left.seconds_least
