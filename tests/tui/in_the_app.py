"""A plan played through the widgets of the app, with keys only."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget
from textual.widgets import OptionList

from partswork.guide import Beat
from partswork.script.steps import Ask, Calm, Choose, Distress, Locate, NamePart, Question, Rate, Scan
from partswork.tui.screens.over import Ways
from partswork.tui.widgets.readings import Readings
from partswork.tui.widgets.toggles import Toggles
from partswork.wording import app as words
from tests.tui.plan import Deed, Meant, Plan
from tests.tui.someone import Someone

STOP_AT = 400
"""Beats that no session has."""


async def play(someone: Someone, plan: Plan) -> None:
    """Play the session at hand to its end, and leave it."""
    control = await someone.until_asked()
    for _ in range(STOP_AT):
        beat = someone.session.beat
        if not isinstance(beat, Beat):
            break
        if isinstance(beat.step, Calm):
            await someone.press("enter")
        else:
            await do(someone, plan.next(someone.session))
        control = await someone.until_asked(control)
    assert not isinstance(someone.session.beat, Beat)
    await someone.press("1", "enter")
    await someone.until(lambda: someone.control is None, "home")


async def do(someone: Someone, deed: Deed) -> None:
    """Do one thing at the question at hand."""
    beat = someone.session.beat
    assert isinstance(beat, Beat)
    assert isinstance(beat.step, Question)
    match deed.what:
        case "answer":
            await give(someone, beat.step, deed.value)
        case "skip":
            await leave_out(someone, beat.step)
        case "back":
            await someone.press("f7")
        case "ground":
            await someone.press("ctrl+g")
        case "stop":
            await leave(someone, words.STOP)


async def leave(someone: Someone, way: str) -> None:
    """Press escape, and choose one of the ways that are offered."""
    await someone.press("escape")
    await someone.until(lambda: isinstance(someone.app.screen, Ways), "the ways to leave")
    await choose(someone, way)


async def choose(someone: Someone, way: str) -> None:
    """Choose one of the ways that are offered."""
    await someone.until(lambda: bool(someone.app.screen.query(OptionList)), "the ways")
    ways = someone.app.screen.query_one(OptionList)
    await someone.until(lambda: ways.has_focus and ways.option_count, "the ways")
    offered = [str(ways.get_option_at_index(n).prompt) for n in range(ways.option_count)]
    await someone.press("home", *["down"] * offered.index(way), "enter")


async def leave_out(someone: Someone, step: Question) -> None:
    """Leave a question out."""
    match step:
        case Scan():
            await give(someone, step, {})
        case Choose() if step.many:
            await give(someone, step, ())
        case _:
            await go_to(someone, "leave-out")
            await someone.press("enter")


async def give(someone: Someone, step: Question, value: Meant) -> None:
    """Give an answer, whatever stands there already."""
    control = someone.control
    assert control is not None
    match step, value:
        case Ask(), str():
            await someone.press("end", "ctrl+u")
            await (someone.types if len(value) < 200 else someone.pastes)(value)
            await go_to(someone, "go-on")
            await someone.press("enter")
        case NamePart(), str():
            await name(someone, value)
        case Distress() | Rate(), int():
            await someone.press(*str(value), "enter")
        case Distress(), str():
            await someone.press({"numb": "n", "unsure": "c"}[value], "enter")
        case Choose(), tuple():
            await tick(someone, control, step.keys, value)
            await go_to(someone, "go-on")
            await someone.press("enter")
        case Choose(), str():
            number = step.keys.index(value)
            await someone.press(*([str(number + 1)] if number < 9 else ["home", *["down"] * number]), "enter")
        case Scan(), dict():
            await read(someone, control, step, value)
        case Locate(), tuple():
            await place(someone, control, value)
        case _:
            raise AssertionError((step, value))


async def name(someone: Someone, value: str) -> None:
    """Name a part; one met before is picked from the list."""
    known = [part.name for part in someone.session.known_parts]
    if value in known:
        await someone.press("down", "home", *["down"] * known.index(value), "enter")
    else:
        await someone.press("end", "ctrl+u", *value, "enter")


async def read(someone: Someone, control: Widget, step: Scan, value: dict[str, str]) -> None:
    """Give each reading its word, or none."""
    assert control.query_one(Readings).row == 0
    for scale in step.scales:
        word = value.get(scale.name)
        await someone.press(str(step.scale_words.index(word) + 1) if word else "delete", "down")
    await someone.press("enter")


async def tick(someone: Someone, control: Widget, keys: Sequence[str], wanted: tuple[str, ...]) -> None:
    """Tick some of several things, and no others."""
    toggles = control.query_one(Toggles)
    assert toggles.at == 0
    for key in keys:
        await someone.press(*(["space"] if (key in toggles.chosen) != (key in wanted) else []), "right")


async def place(someone: Someone, control: Widget, value: tuple[str, ...]) -> None:
    """Choose places from the list and no others, and write the rest."""
    beat = someone.session.beat
    before = beat.before if isinstance(beat, Beat) and isinstance(beat.before, tuple) else ()
    listed = [*words.PLACES, *(one for one in before if one not in words.PLACES)]
    await tick(someone, control, listed, value)
    await go_to(someone, "own")
    await someone.press("end", "ctrl+u")
    await someone.types(", ".join(one for one in value if one not in listed))
    await someone.press("enter")


async def go_to(someone: Someone, id: str) -> None:
    """Press tab until a part of the widget has it."""
    control = someone.control
    assert control is not None
    for _ in range(6):
        focused = someone.app.focused
        if focused is not None and focused.id == id:
            return
        await someone.press("tab")
        await someone.until(lambda before=focused: someone.app.focused is not before, "tab")  # type: ignore[misc]
    raise AssertionError(f"no way to {id}\n" + "\n".join(someone.lines))
