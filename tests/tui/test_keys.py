"""Keys do what is promised at each question, and nothing is decided by an Enter too many."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Input, TextArea

from partswork.paths import places
from partswork.tui.screens.home import Home
from partswork.tui.screens.over import Blank, People, Told
from partswork.tui.widgets import scale
from partswork.tui.widgets.readings import Readings
from partswork.wording import app as words
from tests.plain.kept import sessions, values
from tests.plain.scripts import own
from tests.tui.kept import kinds
from tests.tui.someone import Someone, at_the_app, lives

CHOICE = "choose: Which?\n  options:\n    - stay: Stay\n    - leave: Go\n    - wait: Wait"
MANY = "choose: Which?\n  many: yes\n  options:\n    - red: Red\n    - blue: Blue\n    - green: Green"
SCAN = """\
scan: How is it?
  words:
    - none
    - some
    - much
  scales:
    - calm: Calm
    - warmth: Warmth"""
TWELVE = "choose: Which?\n  options:\n" + "".join(f"    - {one}: The {one}th\n" for one in "abcdefghijkl")


def one_question(question: str) -> str:
    """Write a practice of one question and another behind it; return its id."""
    save = "" if question.startswith("distress") else "  save_as: it\n"
    own("mine", f"- {question}\n{save}- say: Behind it.\n- end: complete\n")
    return "mine"


async def answered(someone: Someone) -> object:
    """Wait until the question is behind; return what was kept for it."""
    await someone.until_sees("Behind it.")
    return next(iter(values().values()))


@pytest.mark.parametrize(
    ("question", "keys", "value"),
    [
        (CHOICE, ["enter", "enter", "2", "enter"], "leave"),
        (CHOICE, ["enter", "down", "down", "enter"], "leave"),
        (CHOICE, ["3", "1", "enter"], "stay"),
        (CHOICE, ["9", "0", "enter", "up", "enter"], "wait"),
        (TWELVE, ["end", "enter"], "l"),
        (TWELVE, ["9", "down", "enter"], "j"),
        (MANY, ["space", "right", "down", "enter", "tab", "enter"], ["red", "green"]),
        (MANY, ["enter", "enter", "down", "space", "tab", "enter"], ["blue"]),
        ("distress: How stirred up?", ["enter", "enter", "3", "enter"], 3),
        ("distress: How stirred up?", ["enter", "1", "0", "enter"], 10),
        ("distress: How stirred up?", ["7", "n", "enter"], "numb"),
        ("distress: How stirred up?", ["c", "enter"], "unsure"),
        ("distress: How stirred up?", ["right", "right", "right", "left", "enter"], 1),
        ("distress: How stirred up?", ["x", "enter", "up", "enter"], 0),
        ("rate: How far?\n  from: 0\n  to: 100", ["4", "2", "enter"], 42),
        ("rate: How far?\n  from: 20\n  to: 30", ["enter", "5", "enter", "2", "5", "enter"], 25),
        ("rate: How far?\n  from: 1\n  to: 3", ["0", "enter", "n", "enter", "2", "enter"], 2),
        (SCAN, ["3", "down", "1", "enter"], {"calm": "much", "warmth": "none"}),
        (SCAN, ["right", "right", "down", "left", "up", "left", "enter"], {"calm": "none", "warmth": "much"}),
        (SCAN, ["2", "tab", "3", "delete", "enter"], {"calm": "some"}),
        ("name_part: Who?", ["enter", "A", "d", "a", "enter"], "Ada"),
        ("locate: Where?", ["enter", "right", "space", "tab", "tab", "enter"], ["head", "face"]),
        ("locate: Where?", ["tab", *"left knee", "enter"], ["left knee"]),
        ("ask: What?", ["a", "enter", "b", "tab", "enter"], "a\nb"),
    ],
)
def test_what_keys_give(question: str, keys: list[str], value: object) -> None:
    script = one_question(question)

    async def story() -> None:
        async with at_the_app(script) as someone:
            await someone.until_asked()
            await someone.press(*keys)
            assert await answered(someone) == value
            assert kinds(places()).count("answered") == 1
            assert "skipped" not in kinds(places())

    lives(story)


OFFERED = {
    "ask": ("ask: What?\n  placeholder: some", ["a", "enter", "b", "tab", "enter"]),
    "distress": ("distress: How stirred up?", ["1", "0", "enter"]),
    "numb": ("distress: How stirred up?", ["n", "enter"]),
    "rate": ("rate: How far?", ["4", "enter"]),
    "choose": (CHOICE, ["2", "enter"]),
    "many": (MANY, ["space", "down", "down", "space", "tab", "enter"]),
    "scan": (SCAN, ["3", "down", "1", "enter"]),
    "name": ("name_part: Who?", ["A", "d", "a", "enter"]),
    "places": ("locate: Where?", ["space", "tab", *"left knee", "enter"]),
}


@pytest.mark.parametrize("kind", OFFERED)
def test_back_offers_the_answer_again(kind: str) -> None:
    """Giving it again takes only the keys that go on."""
    question, keys = OFFERED[kind]
    script = one_question(question)

    async def story() -> None:
        async with at_the_app(script) as someone:
            control = await someone.until_asked()
            await someone.press(*keys)
            given = await answered(someone)
            control = await someone.until_asked(control)
            await someone.press("f7")
            await someone.until_asked(control)
            await someone.press(*{"ask": ["tab"], "many": ["tab"], "places": ["tab"]}.get(kind, []), "enter")
            assert await answered(someone) == given
            assert kinds(places()).count("answered") == 2

    lives(story)


@pytest.mark.parametrize(("question", "editor"), [("ask: What?", TextArea), ("name_part: Who?", Input)])
def test_people_and_blank_are_a_key_away_while_typing(question: str, editor: type) -> None:
    script = one_question(question)

    async def story() -> None:
        async with at_the_app(script) as someone:
            await someone.until_asked()
            await someone.types("so m")
            await someone.press("f2")
            await someone.until_sees("112", "Ada: 01")
            await someone.press("enter")
            await someone.until(lambda: not isinstance(someone.app.screen, Told))
            await someone.press("f4")
            await someone.until(lambda: someone.text == words.BLANK_BACK, "nothing")
            await someone.press("f2")
            await someone.until_sees("Ada: 01")
            assert not someone.sees("so m")
            await someone.press("escape")
            await someone.until(lambda: someone.at_control)
            await someone.press("f4")
            await someone.until(lambda: isinstance(someone.app.screen, Blank))
            await someone.press("x")
            await someone.until(lambda: someone.at_control)
            await someone.types("ore")
            assert isinstance(someone.app.focused, editor)
            await someone.press(*(["tab"] if editor is TextArea else []), "enter")
            assert await answered(someone) in ("so more", {"part": "", "name": "so more"})

    lives(story)


def test_people_are_there_before_anything_else() -> None:
    async def story() -> None:
        async with at_the_app(first_time=True) as someone:
            await someone.until_sees("It is not therapy", "whoever can use this machine", "Ada: 01")
            await someone.press("f2")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")
            await someone.until_sees("call now", "Ada: 01")
            await someone.press("f2", "escape")
            await someone.until_sees("It is not therapy")
            await someone.press("enter", "escape", "1", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, Home))

    lives(story)


def test_an_enter_too_many_at_home_begins_one_session() -> None:
    async def story() -> None:
        async with at_the_app() as someone:
            someone.desk.gate = threading.Event()
            await someone.until(lambda: someone.app.focused)
            await someone.press("enter")
            await someone.until(lambda: someone.desk.session, "a beginning")
            await someone.press("enter", "enter")
            someone.desk.gate.set()
            await someone.until_asked()
            assert len(sessions()) == 1

    lives(story)


def test_the_readings_begin_empty() -> None:
    script = one_question(SCAN)

    async def story() -> None:
        async with at_the_app(script) as someone:
            control = await someone.until_asked()
            assert control.query_one(Readings).readings == {}
            await someone.press("down", "up", "enter")
            await someone.until_sees("Behind it.")
            assert "answered" not in kinds(places())

    lives(story)


@pytest.mark.parametrize(
    ("question", "keys", "value"),
    [
        (SCAN, ["3", "down", "1", "up", "2", "enter"], {"calm": "some", "warmth": "none"}),
        ("distress: How stirred up?", ["7", "left", "left", "enter"], 5),
        ("distress: How stirred up?", ["n", "left", "left", "enter"], 9),
        (CHOICE, ["3", "up", "enter"], "leave"),
    ],
)
def test_keys_typed_ahead_count_in_their_order(question: str, keys: list[str], value: object) -> None:
    script = one_question(question)

    async def story() -> None:
        async with at_the_app(script) as someone:
            await someone.until_asked()
            for key in keys:
                someone.send(key)
            assert await answered(someone) == value

    lives(story)


@pytest.mark.parametrize(
    ("digits", "value"), [(["1", "0"], 10), (["2", "0"], 0), (["1", "3"], 3), (["1", "right", "0"], 0)]
)
def test_a_slow_ten_is_no_calm(digits: list[str], value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # As if every digit came long after the one before.
    monkeypatch.setattr(scale, "TOGETHER", 0.0)
    script = one_question("distress: How stirred up?")

    async def story() -> None:
        async with at_the_app(script) as someone:
            await someone.until_asked()
            await someone.press(*digits, "enter")
            assert await answered(someone) == value

    lives(story)


@pytest.mark.parametrize("question", ["distress: How stirred up?", CHOICE])
def test_an_enter_too_early_is_told(question: str) -> None:
    script = one_question(question)

    async def story() -> None:
        async with at_the_app(script) as someone:
            await someone.until_asked()
            await someone.press("enter")
            await someone.until_sees(words.NOTHING_CHOSEN)

    lives(story)
