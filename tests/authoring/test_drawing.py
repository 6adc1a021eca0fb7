"""Outlines and drawings: everything that stands in a script stands there, and nothing leads nowhere."""

from __future__ import annotations

import re

import networkx
import pytest

from partswork.authoring.diagram import Diagram, diagram
from partswork.authoring.drawings import dot, mermaid
from partswork.authoring.outline import outline
from partswork.script.model import Script, every_step
from partswork.script.spoken import words_of, words_of_note
from partswork.script.steps import Calm, GoTo, Step
from partswork.script.words import as_written
from tests.guide.sitting import script
from tests.proof.sowing import LIBRARY, library, sown

SHARED = ("grounding", "unblending")
HOSTILE = 'A "quoted" \\ one; <b>bold</b> ]] )) } | -->  `x` # end\n\n        subgraph s9 %% 火'


def steps_of(script: Script) -> list[Step]:
    return [step for section in script.sections for step in every_step(section.steps)]


def test_the_outline_has_every_word_of_the_script_and_of_those_it_uses() -> None:
    for id in LIBRARY:
        bundle = sown(id, library())
        told = "\n".join(line.text for line in outline(bundle, None))
        for one in (bundle.script, *bundle.shared.values()):
            said = [words for step in steps_of(one) for words in words_of(step)]
            said += [words for section in one.sections for words in words_of_note(section.note)]
            for words in (*said, *words_of_note(one.note), one.about):
                for paragraph in as_written(words).split("\n\n"):
                    # The words in an empty room are a hint of what to write, not a thing that is said.
                    assert paragraph in told or is_placeholder(paragraph, one), (id, paragraph)


def is_placeholder(text: str, script: Script) -> bool:
    placeholders = (getattr(step, "placeholder", None) for step in steps_of(script))
    return any(words is not None and text in as_written(words) for words in placeholders)


def test_the_outline_names_the_line_of_every_step() -> None:
    for id in LIBRARY:
        bundle = sown(id, library())
        lines = {line.at for line in outline(bundle, None)}
        assert {step.at.line for step in steps_of(bundle.script)} <= lines


@pytest.mark.parametrize("id", [*LIBRARY, *SHARED])
def test_every_box_is_come_to_and_leads_on_to_an_end(id: str) -> None:
    drawn = diagram(sown(id, library()))
    graph = networkx.DiGraph([(arrow.source, arrow.target) for arrow in drawn.arrows])
    begin = next(box.id for box in drawn.boxes if box.kind == "begin")
    assert set(graph) == {box.id for box in drawn.boxes} == networkx.descendants(graph, begin) | {begin}
    ends = {box.id for box in drawn.boxes if box.kind == "end"}
    for box in drawn.boxes:
        assert box.id in ends or networkx.descendants(graph, box.id) & ends or id == "grounding"


@pytest.mark.parametrize("id", [*LIBRARY, *SHARED])
def test_every_step_is_in_a_box(id: str) -> None:
    bundle = sown(id, library())
    lines = {box.line for box in diagram(bundle).boxes}
    # Calm steps in a row share the box of the first; a way on is an arrow.
    assert {s.at.line for s in steps_of(bundle.script) if not isinstance(s, Calm | GoTo)} <= lines


def hostile() -> Diagram:
    steps = (
        "steps:\n  - say: |\n      " + HOSTILE + "\n"
        "  - choose: |\n      Which “way”?\n    save_as: way\n    options:\n"
        '      - a: A "quoted" | one]\n        then:\n          - say: Here.\n      - b: B\n'
        "  - end: complete\n"
    )
    return diagram(script(steps, depth="settling"))


def test_nothing_in_a_script_is_read_as_mermaid() -> None:
    lines = list(mermaid(hostile()))
    shapes = r'(\(\[|\[\[|\[|\(|\{)"[^"|<>\[\]{}`#&;]*(?:#\d+;|<br>|[^"|<>\[\]{}`#&;])*"(\]\)|\]\]|\]|\)|\})'
    legal = (
        r"flowchart TD",
        r'  subgraph s\d+\["[\w-]+"\]',
        r"  end",
        rf" +b\d+{shapes}",
        r'  b\d+ -->(\|"(?:#\d+;|<br>|[^"|<>\[\]{}`#&;])*"\|)? b\d+',
    )
    assert [line for line in lines if not any(re.fullmatch(one, line) for one in legal)] == []
    assert len(lines) > 8


def test_nothing_in_a_script_is_read_as_dot() -> None:
    lines = list(dot(hostile()))
    quoted = r'"(?:[^"\\]|\\["\\n])*"'
    legal = (
        r"digraph script \{",
        r"  fontname=sans; fontsize=12; node \[[^\]]*\]; edge \[[^\]]*\];",
        r"  subgraph cluster_\d+ \{",
        rf"    label={quoted}; color=gray;",
        r"(  )?\}",
        rf" +b\d+ \[shape=\w+(, style=\w+)?, label={quoted}\];",
        rf"  b\d+ -> b\d+( \[label={quoted}\])?;",
    )
    assert [line for line in lines if not any(re.fullmatch(one, line) for one in legal)] == []


def test_options_that_lead_to_the_same_place_share_an_arrow() -> None:
    steps = """\
steps:
  - choose: Which?
    save_as: way
    optional: yes
    options:
      - a: One
      - b: Two
      - c: Three
        then:
          - say: A little more.
  - end: complete
"""
    drawn = diagram(script(steps, depth="settling"))
    assert {arrow.label for arrow in drawn.arrows} == {"", "One / Two / skipped", "Three"}


def test_the_outline_of_a_script_alone_leaves_out_those_it_uses() -> None:
    bundle = sown(next(iter(LIBRARY)), library())
    whole, alone = (list(outline(bundle, None, with_shared=shared)) for shared in (True, False))
    assert bundle.shared
    assert alone == whole[: len(alone)]
    assert len(alone) < len(whole)
