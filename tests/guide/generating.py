"""Random scripts that are valid, and lean towards what a guide must not let pass.

They are mostly such as the checker would refuse: permission given and asked for again later, a
refusal inside a loop, something deep after distress has risen, grounding on one way through only.
The guide must hold on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st

from partswork.guide import Brought
from partswork.script.model import Bundle, every_step
from partswork.script.steps import Rotate
from tests.guide.conditions import RESULTS, condition, settled
from tests.guide.stepping import Place, StepWriter
from tests.guide.tape import Tape, tapes
from tests.guide.writing import Node, joined, written

SCRIPT = "practice"


@dataclass(frozen=True, eq=False)
class Generated:
    """A script with the shared ones it uses, as text by id, and how often each rotate was gone through."""

    texts: Mapping[str, str]
    turn: int

    @cached_property
    def bundle(self) -> Bundle:
        """The script, read and linked."""
        return joined(SCRIPT, self.texts)

    @cached_property
    def brought(self) -> Brought:
        """What a session brings along."""
        scripts = (self.bundle.script, *self.bundle.shared.values())
        sections = [section for script in scripts for section in script.sections]
        steps = [step for section in sections for step in every_step(section.steps)]
        return Brought({step.key: self.turn for step in steps if isinstance(step, Rotate)})

    def __repr__(self) -> str:
        return "\n".join([f"turn {self.turn}", *self.texts.values()])


def scripts() -> st.SearchStrategy[Generated]:
    """Return scripts of every shape."""
    return tapes(260).map(generate)


def generate(told: bytes) -> Generated:
    """Return the script that a tape tells of."""
    tape = Tape(told)
    texts = {SCRIPT: written(_main(tape))}
    # Each may use those after it; what nothing uses is left out.
    for id, write in (
        ("visit", _visit),
        ("unblending", _unblending),
        ("grounding", _grounding),
        ("settle", _settle),
    ):
        shared = written(write(tape))
        if id == "grounding" or any(f"use: {id}\n" in text for text in texts.values()):
            texts[id] = shared
    return Generated(texts, tape.below(3))


def _head(id: str, **more: Node) -> dict[str, Node]:
    return {
        "partswork": "1",
        "id": id,
        "title": f"A {id}",
        "version": "1",
        "language": "en",
        "about": "Made for a test.",
        **more,
    }


# Shared scripts.


def _settle(tape: Tape) -> dict[str, Node]:
    writer = StepWriter(tape, Place("settle", outward=True))
    return _head("settle", shared="yes", grounds="yes", steps=[*writer.say(), *writer.steps(1)])


def _grounding(tape: Tape) -> dict[str, Node]:
    writer = StepWriter(tape, Place("grounding", outward=True, shared=("settle",)))
    steps = writer.say()
    if tape.chance(4):
        steps += writer.choose("way", optional=tape.chance(7))
    if tape.chance(6):
        steps += writer.distress()
    return _head("grounding", shared="yes", grounds="yes", steps=[*steps, *writer.steps(1)])


def _unblending(tape: Tape) -> dict[str, Node]:
    place = Place("unblending", names={"part": "part"}, shared=("settle",), returns=RESULTS)
    writer = StepWriter(tape, place)
    inner = [*writer.choose("feeling"), *writer.steps(1)]
    steps: list[Node] = [*writer.say()]
    if tape.chance(5):
        steps += [{"repeat_until": "feeling is open", "at_most": "3", "steps": [*inner]}]
    else:
        steps += inner
    steps += [{"if": "feeling is answered and feeling is open", "then": [{"return": "open"}]}]
    ends: list[Node] = [{"return": "not_today"}] if tape.chance(9) else []
    takes: list[Node] = [{"part": "part"}]
    returns: list[Node] = [*RESULTS]
    return _head("unblending", shared="yes", takes=takes, returns=returns, steps=[*steps, *ends])


def _visit(tape: Tape) -> dict[str, Node]:
    names = {"part": "part", "what": "text", "much": "number"}
    place = Place("visit", names=dict(names), shared=("unblending", "settle", "grounding"), returns=RESULTS)
    writer = StepWriter(tape, place)
    takes: list[Node] = [{name: kind} for name, kind in names.items()]
    returns: list[Node] = [*RESULTS]
    steps: list[Node] = [*writer.say(), *writer.steps(2)]
    if tape.chance(7):
        steps += [{"return": tape.pick(RESULTS)}]
    return _head("visit", shared="yes", takes=takes, returns=returns, steps=steps)


# The script itself.


def _main(tape: Tape) -> dict[str, Node]:
    depth = tape.pick((*["deep"] * 7, "meeting", "meeting", "settling"))
    ids = ["arriving", "meeting", "asking", "deep-one", "between", "deep-two", "closing", "leaving"]
    kept = [id for id in ids if depth == "deep" or not id.startswith("deep")]
    # Each section but the first two may be missing.
    ids = [id for id in kept if id in ("arriving", "asking") or not tape.chance(2)]
    saved: dict[str, str] = {}
    sections: list[Node] = []
    opening = tape.chance(3)
    for n, id in enumerate(ids):
        closing = id in ("closing", "leaving")
        outward = closing and depth != "settling"
        shared = ("settle", "grounding") if outward else ("grounding", "settle", "unblending", "visit")
        later = tuple(ids[n + 1 :])
        place = Place(SCRIPT, names=saved, outward=outward, shared=shared, later=later, main=True)
        section: dict[str, Node] = {"id": id}
        if id == "arriving" and opening:
            section["opening"] = "yes"
        if closing:
            section["closing"] = "yes"
        if id.startswith("deep"):
            section |= {"deep": "yes", "needs": _needs(tape, saved)}
        section["steps"] = _section_steps(id, tape, StepWriter(tape, place))
        sections.append(section)
    return _head(SCRIPT, depth=depth, if_they_stop="grounding", sections=sections)


def _needs(tape: Tape, saved: Mapping[str, str]) -> str:
    mostly = [f"{name} is {key}" for name, key in (("leave", "given"), ("space", "open")) if name in saved]
    match tape.below(8):
        case 0 | 1 | 2 | 3 | 4:
            return " and ".join(["distress is low", *mostly[: tape.below(3)]])
        case 5:
            return "distress is not high"
        case 6:
            return " or ".join(mostly or ["distress is low"])
        case _:
            return condition(tape, saved)


def _section_steps(id: str, tape: Tape, writer: StepWriter) -> list[Node]:
    steps: list[Node] = []
    match id:
        case "arriving":
            for asked in (9, 2, 5):
                if tape.chance(asked):
                    steps += writer.distress()
        case "meeting":
            steps += writer.name_part("guard", optional=tape.chance(3))
            if tape.chance(5):
                steps += writer.use("unblending", save_as="space")
                if tape.chance(4):
                    steps += [*writer.name_part("other", optional=False), *writer.use("unblending")]
        case "asking":
            steps += _asking(tape, writer)
        case "between" | "deep-two" if tape.chance(5):
            steps += writer.choose(tape.pick(("leave", "leave", "objects")))
        case "closing" | "leaving":
            if tape.chance(4):
                steps += writer.use("grounding")
            if tape.chance(4):
                steps += writer.distress()
    # The way to what is deep is kept short, so that many sessions come to it.
    steps += writer.steps(0 if id in ("arriving", "meeting", "asking") and steps else 1)
    if id == "leaving" and tape.chance(7):
        steps += [{"end": tape.pick(("complete", "people"))}]
    return steps


def _asking(tape: Tape, writer: StepWriter) -> list[Node]:
    asked = writer.choose("leave", optional=tape.chance(2))
    steps: list[Node] = [*asked]
    if tape.chance(5):
        more = writer.steps(1)
        until = settled(tape, "leave", {"leave": "choose"})
        steps = [{"repeat_until": until, "at_most": str(2 + tape.below(2)), "steps": [*asked, *more]}]
    if tape.chance(3) and "closing" in writer.place.later:
        steps += [{"if": "leave is answered and leave is not given", "then": [{"go_to": "closing"}]}]
    return steps
