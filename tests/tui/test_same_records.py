"""The same script and the same answers give the same records in the app and in plain lines."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from partswork.catalogue.folders import library_folder, script_files
from partswork.paths import places
from tests.tui import in_lines, in_the_app
from tests.tui.kept import kinds, records
from tests.tui.plan import Deed, Fixed, Plan
from tests.tui.practices import every_step, stuck
from tests.tui.someone import WatchedDesk, at_the_app, lives


@pytest.mark.parametrize("script", [path.stem for path in script_files(library_folder())])
def test_of_every_shipped_script(script: str) -> None:
    same(script, Plan(script), Plan(script))


@pytest.mark.parametrize("seed", range(3))
def test_of_a_script_with_every_kind_of_step(seed: int) -> None:
    same(every_step(), Plan(f"{seed}"), Plan(f"{seed}"))


def test_where_a_script_cannot_go_on() -> None:
    skips = [Deed("skip")]
    same(stuck(), Fixed(skips), Fixed(skips))
    assert kinds(places())[-1] == "paused"


def same(script: str, one: Plan, other: Plan) -> None:
    """Go through a script in plain lines and in the app, and compare what is kept."""
    plain = replace(places(), data=Path(os.environ["PARTSWORK_HOME"], "plain"))
    with WatchedDesk(plain) as desk:
        in_lines.play(desk.begin(desk.find(script)), one)

    async def story() -> None:
        async with at_the_app(script) as someone:
            await in_the_app.play(someone, other)

    lives(story)
    assert records(places()) == records(plain)
