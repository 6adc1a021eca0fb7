"""Home: what there is today, in groups, with what was left unfinished; nothing more than one asked for."""

from __future__ import annotations

import pytest

from partswork.paths import places
from partswork.session import TODAY, Desk
from partswork.tui.screens.over import Told, Ways
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from tests.plain.kept import state
from tests.plain.scripts import own
from tests.tui.at_home import (
    STEPS,
    as_set,
    at,
    at_home,
    deep_and_medicine,
    goes_to,
    is_home,
    leave_unfinished,
    marked,
    rows,
    set_up,
    tagged,
    titles,
)
from tests.tui.someone import Someone, lives

SHOW_DEEP, HIDE_DEEP = words.MORE_WAYS["deep"]
SHOW_KETAMINE, _ = words.MORE_WAYS["ketamine"]


async def chooses(someone: Someone, way: str) -> None:
    """Ask what else there is to show, and choose a way."""
    await goes_to(someone, words.MORE_TITLE)
    await someone.until(lambda: isinstance(someone.app.screen, Ways) and rows(someone), "the ways")
    await goes_to(someone, way)
    await someone.until(lambda: is_home(someone), "home")


def groups(someone: Someone) -> dict[str, list[str]]:
    """Return the titles that stand on the screen below and beside the name of each group."""
    column = someone.lines[at(someone.lines, "Arriving")].index("Arriving")
    found: dict[str, list[str]] = {}
    for line in someone.lines:
        name = line[:column].strip()
        if name in words.GROUPS.values():
            found[name] = []
        if found and line[column:]:
            found[[*found][-1]].append(line[column:])
        elif found:
            break
    return found


def test_practices_stand_in_their_groups() -> None:
    set_up('show = ["deep", "ketamine"]')
    own("mine", STEPS, title="Of my own")
    deep_and_medicine()

    async def story() -> None:
        async with at_home(size=(100, 40)) as someone:
            await someone.until_sees("The evening after")
            assert groups(someone) == {
                "settling": ["Arriving", "Looking around you", "Of my own"],
                "meeting": ["The 8 C's", "Asking a protector for permission", "The loud part"],
                "deep": ["Company for one that hurts", "Going near"],
                "medicine": ["The evening after", words.MORE_TITLE],
            }

    lives(story)


def test_an_own_script_that_cannot_be_run_says_why() -> None:
    own("broken", "- say: Hello.\n- aks: What?\n", title="Mine")

    async def story() -> None:
        async with at_home() as someone:
            await someone.until_sees('broken.yaml: cannot be run yet. "aks" is not a kind of step.')
            assert "broken.yaml" in rows(someone)[-1]
            await someone.press("end", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, Told), "what is wrong")
            await someone.until_sees('Line 11: "aks" is not a kind of step. Did you mean "ask"?')
            await someone.until_sees("partswork check broken.yaml")
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")
            assert "broken.yaml" in marked(someone)

    lives(story)


@pytest.mark.parametrize("other", ["mine.yml", "other.yaml", "daily-check-in.yaml"])
def test_a_second_file_for_a_practice_does_not_stand_in_the_way(other: str) -> None:
    path = own("mine", STEPS, title="Of my own")
    path.with_name(other).write_text(path.read_text("utf-8"), "utf-8")

    async def story() -> None:
        async with at_home() as someone:
            assert at(rows(someone), "Of my own") > at(rows(someone), "Arriving")

    lives(story)


def test_some_practices_are_hidden_until_they_are_chosen() -> None:
    deep_and_medicine()

    async def story() -> None:
        async with at_home() as someone:
            assert not {"Going near", "The evening after"} & titles(someone)
            await chooses(someone, SHOW_DEEP)
            await someone.until(lambda: "Going near" in titles(someone), "deep practices")
            assert "The evening after" not in titles(someone)
            assert 'show = ["deep"]' in as_set()
            await chooses(someone, SHOW_KETAMINE)
            await someone.until(lambda: "The evening after" in titles(someone), "all")

    async def again() -> None:
        async with at_home() as someone:
            assert {"Going near", "The evening after"} <= titles(someone)
            await chooses(someone, HIDE_DEEP)
            await someone.until(lambda: "Going near" not in titles(someone), "no deep practices")
            assert "The evening after" in titles(someone)
            assert 'show = ["ketamine"]' in as_set()

    lives(story)
    lives(again)


@pytest.mark.parametrize("keys", [["enter"], ["escape"]])
def test_an_enter_too_many_shows_nothing_that_was_hidden(keys: list[str]) -> None:
    deep_and_medicine()

    async def story() -> None:
        async with at_home() as someone:
            before = rows(someone)
            await goes_to(someone, words.MORE_TITLE)
            await someone.until(lambda: isinstance(someone.app.screen, Ways) and rows(someone), "the ways")
            await someone.press(*keys)
            await someone.until(lambda: is_home(someone), "home")
            assert rows(someone) == before

    lives(story)
    assert not places().settings.exists()


@pytest.mark.parametrize("medicine", [False, True])
def test_only_what_there_is_is_offered(medicine: bool) -> None:
    """A deep practice comes with partswork; of those around a medicine there is one if it is one's own."""
    if medicine:
        tagged("the-evening-after", title="The evening after")

    async def story() -> None:
        async with at_home() as someone:
            await goes_to(someone, words.MORE_TITLE)
            await someone.until(lambda: isinstance(someone.app.screen, Ways) and rows(someone), "the ways")
            assert rows(someone) == [words.MORE_NOT, SHOW_DEEP, *([SHOW_KETAMINE] if medicine else [])]

    lives(story)


def test_the_deep_practice_that_comes_with_it_is_hidden_like_any_other() -> None:
    async def story() -> None:
        async with at_home() as someone:
            assert "Company for one that hurts" not in titles(someone)
            await chooses(someone, SHOW_DEEP)
            await someone.until(lambda: "Company for one that hurts" in titles(someone), "the deep practice")

    lives(story)


def test_what_was_left_can_be_continued() -> None:
    """The two that were begun last, never the check-in, which has its own line."""
    for id in ("one", "two", "three"):
        own(id, STEPS, title=f"The {id}")
    leave_unfinished("one", TODAY, "two", "three")

    async def story() -> None:
        async with at_home() as someone:
            assert rows(someone)[:3] == [words.TODAY["paused"], "Continue: The three", "Continue: The two"]
            assert len([row for row in rows(someone) if "Continue" in row]) == 2
            await goes_to(someone, "Continue: The three")
            await someone.until(lambda: isinstance(someone.app.screen, Ways) and rows(someone), "the ways")
            await goes_to(someone, plain_words.CONTINUE)
            await someone.until_asked()
            await someone.types("words")
            await someone.press("tab", "enter")
            await someone.until_sees(words.FINISH)
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")
            await someone.until(lambda: "Continue: The three" not in rows(someone), "what is over to go")
            assert rows(someone)[1:3] == ["Continue: The two", "Continue: The one"]

    lives(story)


@pytest.mark.parametrize(("later", "there"), [("2026-03-08T09:00", True), ("2026-03-09T09:00", False)])
def test_what_was_left_long_ago_is_left(monkeypatch: pytest.MonkeyPatch, later: str, there: bool) -> None:
    own("mine", STEPS, title="Of my own")
    monkeypatch.setenv("PARTSWORK_NOW", "2026-03-01T21:00")
    leave_unfinished("mine")
    monkeypatch.setenv("PARTSWORK_NOW", later)

    async def story() -> None:
        async with at_home() as someone:
            assert ("Continue: Of my own" in rows(someone)) == there

    lives(story)


def test_what_cannot_be_run_any_more_is_not_offered_to_be_continued() -> None:
    path = own("mine", STEPS, title="Of my own")
    leave_unfinished("mine")
    path.write_text("no script", "utf-8")

    async def story() -> None:
        async with at_home() as someone:
            assert [row for row in rows(someone) if "Continue" in row] == []

    lives(story)


@pytest.mark.parametrize(
    ("at", "greeting"),
    [
        ("2026-03-01T04:59", "Hello."),
        ("2026-03-01T05:00", "Good morning."),
    ],
)
def test_home_greets_by_the_time_of_day(monkeypatch: pytest.MonkeyPatch, at: str, greeting: str) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", at)

    async def story() -> None:
        async with at_home() as someone:
            await someone.until_sees(greeting, "sunday 1 march", words.TODAY[None])

    lives(story)


def test_a_demonstration_shows_nothing_of_the_journal() -> None:
    own("mine", STEPS, title="Of my own")
    leave_unfinished("mine", TODAY)

    async def story() -> None:
        async with at_home(demo=True, size=(80, 30)) as someone:
            await someone.until_sees(plain_words.DEMONSTRATION)
            assert rows(someone)[0] == words.TODAY[None]
            assert [row for row in rows(someone) if "Continue" in row] == []
            await someone.press("j")
            await someone.until_sees(words.JOURNAL_EMPTY)
            assert not someone.sees("Of my own")

    lives(story)


def test_a_demonstration_leaves_no_trace() -> None:
    deep_and_medicine()
    home = places().config.parent
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    async def story() -> None:
        async with at_home(demo=True) as someone:
            await chooses(someone, SHOW_DEEP)
            await someone.until(lambda: "Going near" in titles(someone), "deep practices")

    lives(story)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_check_in_of_today_is_told_and_one_of_yesterday_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", "2026-03-01T21:00")
    with Desk(places()) as desk, desk.begin(desk.find(TODAY)) as session:
        session.stop()
        session.stop()
    assert state() == "stopped"

    async def today() -> None:
        async with at_home() as someone:
            assert rows(someone)[0] == " ".join(words.TODAY["stopped"].split())

    async def tomorrow() -> None:
        async with at_home() as someone:
            assert rows(someone)[0] == words.TODAY[None]

    lives(today)
    monkeypatch.setenv("PARTSWORK_NOW", "2026-03-02T07:00")
    lives(tomorrow)
