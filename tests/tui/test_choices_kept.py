"""What is chosen in the app is kept in the settings file, with everything else in it as it was."""

from __future__ import annotations

import pytest

from partswork.paths import places
from partswork.tui.app import THEME
from partswork.tui.widgets.breath import frame
from partswork.wording import app as words
from partswork.wording import settings as settings_words
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.at_home import as_set, at_home, does, seeks, set_up, until_told
from tests.tui.someone import Someone, lives

WRITTEN = """\
# Mine, with   odd spaces.
country='IE'   # where I am
theme   = "dracula"  # for the evenings

[[people]]
name = "Sam"
phone = "555 0100"
# the end
"""

DOTS = {one for one in frame(7) if one.strip() and one != "⠀"}
"""What a breath is drawn with."""


def rings(someone: Someone) -> list[int]:
    """Return a list that grows by one whenever a bell sounds."""
    rung: list[int] = []
    someone.app.bell = lambda: rung.append(1)  # type: ignore[method-assign]  # a test hears no bell
    return rung


async def chooses_theme(someone: Someone, theme: str) -> None:
    """Choose other colours in the palette."""
    await does(someone, words.THEME)
    await seeks(someone, theme)
    await someone.until(lambda: someone.app.theme == theme, "other colours")


def draws(someone: Someone) -> bool:
    """Whether the breath is drawn."""
    return any(DOTS & {*line} for line in someone.lines)


def test_colours_are_kept() -> None:
    set_up(WRITTEN)

    async def story() -> None:
        async with at_home() as someone:
            assert someone.app.theme == "dracula"
            await chooses_theme(someone, "gruvbox")
            await someone.until(lambda: as_set() == WRITTEN.replace("dracula", "gruvbox"), "it to be kept")

    async def again() -> None:
        async with at_home() as someone:
            assert someone.app.theme == "gruvbox"

    lives(story)
    lives(again)


def test_colours_chosen_in_a_session_leave_its_words_alone() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine") as someone:
            control = await someone.until_asked()
            await someone.types("half a th")
            await chooses_theme(someone, "monokai")
            await someone.until(lambda: 'theme = "monokai"' in as_set(), "it to be kept")
            await someone.until(lambda: someone.at_control)
            assert someone.control is control
            await someone.types("ing")
            await someone.until_sees("half a thing")

    lives(story)


def test_looking_round_sets_nothing() -> None:
    """A file appears when something is chosen, and not before."""

    async def story() -> None:
        async with at_home() as someone:
            assert someone.app.theme == THEME
            await someone.press("j")
            await someone.until_sees(words.JOURNAL_EMPTY)
            await someone.press("escape", "down")

    lives(story)
    assert not places().settings.exists()


@pytest.mark.parametrize(("theme", "near"), [("gruvbocks", "gruvbox")])
def test_colours_there_are_none_of_are_told(theme: str, near: str | None) -> None:
    set_up(f'theme = "{theme}"\n')

    async def story() -> None:
        async with at_home() as someone:
            assert someone.app.theme == THEME
            await until_told(someone, settings_words.no_such_theme(theme, near))

    lives(story)
    assert as_set() == f'theme = "{theme}"\n'


def test_whether_things_move_is_kept() -> None:
    set_up(WRITTEN)

    async def still() -> None:
        async with at_home("breath") as someone:
            await someone.until(lambda: draws(someone), "the breath")
            await does(someone, words.MOTION)
            await until_told(someone, words.MOTION_LESS)
            await someone.until(lambda: not draws(someone), "no drawing")
            await someone.until_sees("in 1 of 1")

    async def again() -> None:
        async with at_home("another") as someone:
            await someone.until_sees("in 1 of 1")
            assert not draws(someone)
            await does(someone, words.MOTION)
            await until_told(someone, words.MOTION_MORE)
            await someone.until(lambda: draws(someone), "the breath")

    for id, story, value in (("breath", still, "true"), ("another", again, "false")):
        own(id, "- breathe: 20 in, 20 out\n  rounds: 1\n  text: With the breath.\n- end: complete\n")
        lives(story)
        kept = f"reduced_motion = {value}"
        assert kept in as_set().splitlines()
        left = [line for line in as_set().splitlines() if line and line != kept]
        assert left == [line for line in WRITTEN.splitlines() if line]


CALM = {"quiet": "pause: 1 seconds\n  text: Quiet.", "breath": "breathe: 1 in, 1 out\n  text: With it."}


@pytest.mark.parametrize(("calm", "wanted"), [("quiet", True), ("breath", True), ("quiet", False)])
def test_a_bell_sounds_only_when_it_is_wanted(calm: str, wanted: bool) -> None:
    """And once, when the time is up by itself."""
    own("mine", f"- {CALM[calm]}\n- say: Behind it.\n- end: complete\n")
    set_up(f"bell = {str(wanted).lower()}\n")

    async def story() -> None:
        async with at_home("mine") as someone:
            rung = rings(someone)
            control = await someone.until_asked()
            await someone.until_sees("Behind it.")
            assert len(rung) == wanted
            await someone.until_asked(control)
            await someone.press("enter")
            await someone.until_sees(words.FINISH)
            assert len(rung) == wanted

    lives(story)


def test_no_bell_for_whoever_goes_on_themselves() -> None:
    own("mine", "- pause: 5 minutes\n  text: Quiet.\n- say: Behind it.\n- end: complete\n")
    set_up("bell = true\n")

    async def story() -> None:
        async with at_home("mine") as someone:
            rung = rings(someone)
            await someone.until_asked()
            await someone.press("enter")
            await someone.until_sees("Behind it.")
            assert rung == []

    lives(story)


def test_a_bell_can_be_wanted_from_now_on() -> None:
    own("mine", f"- ask: What?\n  save_as: it\n- {CALM['quiet']}\n- say: Behind it.\n- end: complete\n")

    async def story() -> None:
        async with at_home("mine") as someone:
            rung = rings(someone)
            await someone.until_asked()
            await does(someone, words.BELL)
            await until_told(someone, words.BELL_ON)
            assert "bell = true" in as_set().splitlines()
            assert rung == []
            await someone.until(lambda: someone.at_control)
            await someone.types("words")
            await someone.press("tab", "enter")
            await someone.until_sees("Behind it.")
            assert len(rung) == 1
            await does(someone, words.BELL)
            await until_told(someone, words.BELL_OFF)
            assert "bell = false" in as_set().splitlines()

    lives(story)


@pytest.mark.parametrize("why", ["no sense", "no folder"])
def test_what_cannot_be_kept_is_told_and_holds(why: str) -> None:
    """Nothing that anyone wrote there is lost."""
    if why == "no sense":
        set_up("country = 'IE'\ntheme = \n")
        where, before = places().settings, as_set()
    else:
        where, before = places().config, "a file where a folder should be"
        where.write_text(before, "utf-8")
    own("breath", "- breathe: 20 in, 20 out\n  text: With the breath.\n- end: complete\n")

    async def story() -> None:
        async with at_home("breath") as someone:
            await someone.until(lambda: draws(someone), "the breath")
            await does(someone, words.MOTION)
            await until_told(someone, settings_words.NOT_KEPT)
            await someone.until(lambda: not draws(someone), "no drawing")

    lives(story)
    assert where.read_text("utf-8") == before
    assert not [*where.parent.glob(".settings*[!k]")]


def test_settings_that_could_not_be_used_are_told_in_the_app() -> None:
    set_up('language = 1\nbell = "loud"\n')

    async def story() -> None:
        async with at_home() as someone:
            await until_told(someone, settings_words.unknown("language", None))
            await until_told(someone, settings_words.true_or_false("bell"))

    lives(story)
