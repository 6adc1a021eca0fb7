"""The journal in the app, looked through as one types."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from partswork.paths import places
from partswork.session import Desk
from partswork.tui.screens.journal import JournalList
from partswork.tui.screens.reading import Reading
from partswork.wording import app as words
from tests.plain.scripts import own
from tests.tui.at_home import at_home, is_home, marked, rows, set_up
from tests.tui.someone import Someone, lives

ONE = "- ask: What?\n  save_as: it\n- end: complete\n"
HOSTILE = '[/ [Manager] [@click=app.quit]x" OR NEAR(a*'


@pytest.fixture(autouse=True)
def written() -> None:
    """Four sessions of one's own, the last one the newest."""
    set_up("")
    own("mine", ONE, title="Of my own")
    with Desk(places()) as desk:
        found = desk.find("mine")
        for said in ("the wide sea", "a stone by the sea", "nothing much", HOSTILE):
            with desk.begin(found) as session:
                session.answer(said)


async def at_the_journal(someone: Someone) -> None:
    await someone.press("j")
    await someone.until(lambda: isinstance(someone.app.screen, JournalList) and len(rows(someone)) == 4)


async def looks_for(someone: Someone, sought: str) -> None:
    await someone.press("slash")
    await someone.until(lambda: isinstance(someone.app.focused, Input), "room for words")
    await someone.types(sought)


def test_what_was_said_is_found_as_one_types_and_read_again() -> None:
    async def story() -> None:
        async with at_home() as someone:
            await at_the_journal(someone)
            await looks_for(someone, "se")
            await someone.until(lambda: len(rows(someone)) == 2, "both seas")
            assert "a stone by the sea" in rows(someone)[0]
            assert "the wide sea" in rows(someone)[1]
            await someone.types("a sto")
            await someone.until(lambda: len(rows(someone)) == 1, "one sea")
            await someone.press("enter")
            await someone.until(lambda: "a stone by the sea" in marked(someone), "what was found")
            await someone.press("enter")
            await someone.until(lambda: isinstance(someone.app.screen, Reading), "the session")
            await someone.until_sees("a stone by the sea")
            await someone.press("escape")
            await someone.until(lambda: "a stone by the sea" in marked(someone), "what was found")

    lives(story)


def test_escape_leaves_the_search_and_then_the_journal() -> None:
    async def story() -> None:
        async with at_home() as someone:
            await at_the_journal(someone)
            await looks_for(someone, "stone")
            await someone.until(lambda: len(rows(someone)) == 1, "the stone")
            await someone.press("escape")
            await someone.until(lambda: len(rows(someone)) == 4, "all of it")
            assert not someone.sees(words.SEARCH_FOR)
            await someone.press("escape")
            await someone.until(lambda: is_home(someone), "home")

    lives(story)


def test_nothing_found_is_said() -> None:
    async def story() -> None:
        async with at_home() as someone:
            await at_the_journal(someone)
            await looks_for(someone, "mountain")
            await someone.until_sees(words.NONE_FOUND)
            assert rows(someone) == []
            await someone.press("enter")
            assert isinstance(someone.app.focused, Input)
            await someone.press(*["backspace"] * len("mountain"))
            await someone.until(lambda: len(rows(someone)) == 4, "all of it")
            assert not someone.sees(words.NONE_FOUND)

    lives(story)


@pytest.mark.parametrize("sought", [HOSTILE, '"', "*", "NEAR(", "a AND", "-", "[/"])
def test_any_string_may_be_typed_and_is_shown_as_typed(sought: str) -> None:
    async def story() -> None:
        async with at_home() as someone:
            await at_the_journal(someone)
            await looks_for(someone, sought)
            if sought == HOSTILE:
                await someone.until(lambda: len(rows(someone)) == 1, "what was said")
                assert HOSTILE in rows(someone)[0]
            await someone.press("escape")
            await someone.until(lambda: len(rows(someone)) == 4, "all of it")

    lives(story)


def test_the_key_for_help_works_while_one_types() -> None:
    async def story() -> None:
        async with at_home() as someone:
            await at_the_journal(someone)
            await looks_for(someone, "stone")
            await someone.press("f2")
            await someone.until_sees(words.CLOSE)
            await someone.press("escape")
            await someone.until(lambda: isinstance(someone.app.focused, Input), "the words again")

    lives(story)
