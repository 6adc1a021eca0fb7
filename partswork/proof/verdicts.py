"""For each promise: proved, broken, or not proved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from partswork.proof.naming import refusable
from partswork.script.model import Bundle, every_step
from partswork.script.steps import RepeatUntil
from partswork.wording.promises import ALL_PROMISES

Verdict = Literal["proved", "broken", "not proved"]

_BY_SHAPE = frozenset(("G9", "G10"))
"""Kept by every script that could be read: no path need be gone to know them."""


def verdicts(
    bundle: Bundle, broken: Collection[str | None], used: Iterable[Mapping[str, Verdict]], *, finished: bool
) -> Mapping[str, Verdict]:
    """Return what is known of each promise.

    Args:
        bundle: the script, and what it reaches.
        broken: the promises that were found broken.
        used: the verdicts on the shared scripts it names itself.
        finished: every path was gone.
    """
    known = _BY_SHAPE | _nothing_to_keep(bundle)
    inside = list(used)
    found: dict[str, Verdict] = {}
    for promise in ALL_PROMISES:
        theirs = {one[promise] for one in inside}
        if promise in broken or "broken" in theirs:
            found[promise] = "broken"
        elif "not proved" in theirs or not (finished or promise in known):
            found[promise] = "not proved"
        else:
            found[promise] = "proved"
    return found


def _nothing_to_keep(bundle: Bundle) -> frozenset[str]:
    """Return the promises that nothing in a script could break."""
    script = bundle.script
    kept = set()
    if not any(section.deep for section in script.sections):
        kept |= {"G5", "G6"}
    if script.depth == "settling":
        kept.add("G11")
    scripts = (script, *bundle.shared.values())
    sections = [section for one in scripts for section in one.sections]
    if not any(isinstance(step, RepeatUntil) for section in sections for step in every_step(section.steps)):
        kept.add("G2")
    if not refusable(iter(scripts)):
        kept.add("G12")
    return frozenset(kept)
