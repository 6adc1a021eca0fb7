"""The ways through a script: counted, and each told by a story that the real guide goes just so."""

from __future__ import annotations

from typing import Any

import networkx
import pytest

from partswork.guide import Beat, Brought, Ending, begin
from partswork.guide.events import Answered, Skipped
from partswork.guide.walk import Walk
from partswork.proof.laying import Laying
from partswork.proof.move import is_over
from partswork.proof.routes import MOST_KINDS, Route, routes
from partswork.proof.search import search
from partswork.proof.stories import Story
from partswork.script.model import Bundle
from tests.guide.sitting import script
from tests.proof.making import asked_first
from tests.proof.sessions import as_value
from tests.proof.sowing import LIBRARY, library, sown

TWO_ENDS = """\
steps:
  - choose: Which way?
    save_as: way
    options:
      - short: Short
        then:
          - end: people
      - long: Long
      - longer: Longer
        then:
          - say: A little more.
  - say: Here.
  - end: complete
"""


def routes_of(bundle: Bundle) -> tuple[Route, ...]:
    found = routes(bundle)
    assert found is not None
    return found


def gone(bundle: Bundle, story: Story) -> tuple[Walk, list[str]]:
    """Return the walk a story leads to, and the sections in which something was shown."""
    walk, shown = begin(bundle, Brought(dict(story.turns))), []
    answers = iter(story.answers)
    while isinstance(beat := walk.beat, Beat):
        shown.append(beat.section.partition("/")[0])
        if beat.asked is None:
            walk = walk.passed()
            continue
        value = as_value(next(answers))
        walk = walk.follow(Skipped("a", beat.asked) if value is None else Answered("a", beat.asked, value))
    assert next(answers, "none left") == "none left"
    return walk, shown


@pytest.mark.parametrize("id", LIBRARY)
def test_each_story_goes_just_that_way_in_the_real_guide(id: str) -> None:
    bundle = sown(id, library())
    for route in routes_of(bundle):
        walk, shown = gone(bundle, route.story)
        sections = [one for n, one in enumerate(shown) if n == 0 or shown[n - 1] != one]
        assert tuple(sections) == route.sections
        assert isinstance(walk.beat, Ending)
        assert walk.beat.how == route.ends
        assert walk.beat.turned is None
        assert route.screens_least <= len(shown) <= route.screens_most


def counted_one_by_one(bundle: Bundle) -> int:
    """Return how many ways there are, going each of them."""
    edges = search(Laying(bundle).program()).edges
    graph: Any = networkx.MultiDiGraph()
    for at, following in enumerate(edges):
        for to, trail in {(to, trail) for to, trail, *_ in following}:
            graph.add_edge(at, "end" if is_over(to) else to, key=(to, trail))
    return sum(1 for _ in networkx.all_simple_edge_paths(graph, 0, "end"))


@pytest.mark.parametrize("id", ["arriving", "eight-cs-scan", "looking-around"])
def test_the_count_is_that_of_going_each_way(id: str) -> None:
    bundle = sown(id, library())
    assert sum(route.ways for route in routes_of(bundle)) == counted_one_by_one(bundle)


def test_what_is_the_same_afterwards_is_one_way() -> None:
    found = routes_of(script(TWO_ENDS, depth="settling"))
    assert [(one.ends, one.line, one.ways, one.screens_least, one.screens_most) for one in found] == [
        ("people", found[0].line, 1, 1, 1),
        ("complete", found[0].line + 6, 2, 2, 3),
    ]
    same = TWO_ENDS.replace("        then:\n          - say: A little more.\n", "")
    assert [one.ways for one in routes_of(script(same, depth="settling"))] == [1, 1]


def test_ways_that_part_again_and_again_are_multiplied() -> None:
    one = (
        TWO_ENDS.partition("steps:\n")[2]
        .partition("  - say: Here.")[0]
        .replace("end: people", "say: A word.")
    )
    steps = "".join(one.replace("save_as: way", f"save_as: way_{n}") for n in range(20))
    (found,) = routes_of(script(f"steps:\n{steps}  - end: complete\n", depth="settling"))
    assert (found.ways, found.screens_least, found.screens_most) == (3**20, 20, 40)


def test_too_many_kinds_are_gathered_by_how_they_end() -> None:
    sections = "".join(
        f"  - id: s{n}\n    steps:\n      - choose: Which, {n}?\n        save_as: way_{n}\n        options:\n"
        f"          - stay: Stay\n            then:\n              - say: Here, {n}.\n"
        f"          - past: Past\n            then:\n              - go_to: s{n + 2}\n"
        for n in range(MOST_KINDS // 10)
    )
    last = MOST_KINDS // 10
    ends = "".join(f"  - id: s{n}\n    steps:\n      - say: Last.\n" for n in (last, last + 1))
    (found,) = routes_of(script(f"sections:\n{sections}{ends}      - end: complete\n", depth="settling"))
    assert found.sections == ()
    assert found.ways > MOST_KINDS


def test_too_many_to_look_at_are_not_told() -> None:
    assert routes(asked_first(12, "abcd"), most_states=1_000) is None
