"""No step of a shipped script scrolls on a screen of 80 by 24, whatever has to stand above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from partswork.catalogue.folders import library_folder, script_files
from partswork.catalogue.found import read_found
from partswork.guide import Asked, Interlude
from partswork.guide.held import Held
from partswork.guide.showing import KINDS, beat_of
from partswork.journal import KnownPart
from partswork.script.model import Script, every_step
from partswork.script.steps import Question, Shown
from partswork.script.words import Prose
from partswork.tui.widgets.calm import Resting
from partswork.tui.widgets.control import control_for
from partswork.tui.widgets.room import Room
from partswork.wording import session as words
from tests.tui.someone import at_the_app, lives

ALL: tuple[Interlude, ...] = ("asked", "owed", "stopping", "ending", "refused", "high", "needs")
ANSWER = Held("open", "the one who checks every door")
KNOWN = [KnownPart(f"{n:032}", f"The part of number {n}", None, {}, "", "", 1, ()) for n in range(12)]


def shipped() -> Iterator[Script]:
    library = library_folder()
    for folder in (library, library / "shared"):
        for path in script_files(folder):
            script = read_found(path, folder).reading.script
            assert script is not None
            yield script


def above(script: Script, number: int) -> tuple[Interlude | None, Interlude | None]:
    """Return why grounding came in between before and at a step, so that the most stands above it."""
    if script.grounds and number == 0:
        return None, max(ALL, key=lambda why: len(words.INTERLUDES[why]))
    return "asked", None


@pytest.mark.parametrize("script", list(shipped()), ids=lambda script: script.id)
def test_every_step_has_room(script: Script) -> None:
    steps = [step for section in script.sections for step in every_step(section.steps)]
    shown = [step for step in steps if isinstance(step, Shown)]

    async def story() -> None:
        async with at_the_app("arriving") as someone:
            await someone.until_asked()
            room = someone.app.screen.query_one(Room)
            for number, step in enumerate(shown):
                asked = Asked("main", "name", 1, KINDS[type(step)]) if isinstance(step, Question) else None
                before, why = above(script, number)
                beat = beat_of(step, Prose(), "main", asked, why, lambda name: ANSWER)
                await room.show_beat(replace(beat, interlude=before), Resting())
                widget = control_for(beat, "", KNOWN, kept=True)
                await room.show_beat(beat, widget)
                await someone.until(lambda widget=widget: widget.region, "the step")  # type: ignore[misc]
                place = f"line {step.at.line} of {script.id}"
                await someone.until(lambda: not room._layout_required and room.max_scroll_y == 0, place)

    lives(story)
    assert shown
