"""Other keys for what can be done: those that work are used and told everywhere, the others told in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.tui.actions import BY_ID, EVERYWHERE, SITTING
from partswork.tui.keymap import keymap
from partswork.tui.screens.over import Blank, KeysShown, People, Ways
from partswork.tui.screens.sitting import Sitting
from partswork.wording import app as words
from partswork.wording import settings as settings_words
from tests.plain.scripts import LOOKING, TWO_WORDS, own
from tests.tui import in_the_app
from tests.tui.at_home import at_home, clicks, is_home, set_up, until_told
from tests.tui.someone import Someone, lives

TYPED = (
    "enter tab space backspace delete left right up down home end pageup pagedown shift+tab a Z 7 ? é".split()
)


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ({}, {}),
        ({"ground": "ctrl+r"}, {"ground": "ctrl+r"}),
        ({"ground": " F6 , ctrl+R "}, {"ground": "f6,ctrl+r"}),
        ({"leave": "escape,f6"}, {"leave": "escape,f6"}),
        ({"journal": "o", "leave-home": "x,ctrl+x"}, {"journal": "o", "leave-home": "x,ctrl+x"}),
        ({"people": "f3", "keys": "f2"}, {"people": "f3", "keys": "f2"}),
        ({"people": "f3", "keys": "f4", "blank": "f2"}, {"people": "f3", "keys": "f4", "blank": "f2"}),
        ({"ground": "alt+g"}, {"ground": "alt+g"}),
        ({"begin": "enter,b"}, {"begin": "enter,b"}),
    ],
)
def test_keys_that_can_be_used(wanted: Mapping[str, str], keys: Mapping[str, str]) -> None:
    assert keymap(wanted) == (keys, [])


@pytest.mark.parametrize(
    ("wanted", "near"), [("grond", "ground"), ("help", None), ("Leave", "leave"), ("", None), ("theme", None)]
)
def test_what_the_app_cannot_do_is_told_with_the_nearest(wanted: str, near: str | None) -> None:
    told = [settings_words.no_such_action(wanted, near)]
    assert keymap({wanted: "f6", "ground": "ctrl+r"}) == ({"ground": "ctrl+r"}, told)


@pytest.mark.parametrize("key", ["", "f99", "ctrl+", "ctr+r", "escpe", "hello", "ctrl+r f6", "[/", "\x1b"])
def test_what_is_no_key_is_told(key: str) -> None:
    assert keymap({"ground": key}) == ({}, [settings_words.no_such_key("ground", key)])


@pytest.mark.parametrize("key", TYPED)
@pytest.mark.parametrize("id", ["ground", "people", "leave"])
def test_keys_for_typing_stay_for_typing(id: str, key: str) -> None:
    assert keymap({id: key}) == ({}, [settings_words.key_for_typing(id, key)])


def test_of_several_keys_those_that_can_be_used_are() -> None:
    told = [settings_words.key_for_typing("ground", "g"), settings_words.no_such_key("ground", "f99")]
    assert keymap({"ground": "g,ctrl+r,f99,f6"}) == ({"ground": "ctrl+r,f6"}, told)


@pytest.mark.parametrize(
    ("wanted", "keys", "clash"),
    [
        ({"ground": "f2"}, {}, ("ground", "f2", "people")),
        ({"ground": "f2,f6"}, {"ground": "f6"}, ("ground", "f2", "people")),
        ({"ground": "f6", "back": "f6"}, {"ground": "f6"}, ("back", "f6", "ground")),
        ({"close": "f4"}, {}, ("close", "f4", "blank")),
        ({"ground": "ctrl+p"}, {}, ("ground", "ctrl+p", "palette")),
        # Whoever gives up a key for one they cannot have keeps it, so that nobody else may.
        ({"people": "f4", "ground": "f2"}, {}, ("people", "f4", "blank")),
    ],
)
def test_no_key_does_two_things(
    wanted: Mapping[str, str], keys: Mapping[str, str], clash: tuple[str, str, str]
) -> None:
    used, told = keymap(wanted)
    assert used == keys
    assert told[0] == settings_words.key_taken(*clash)


@pytest.mark.parametrize("wanted", [{"journal": "q"}, {"leave-home": "j"}, {"begin": "x", "journal": "x"}])
def test_at_home_no_key_does_two_things_either(wanted: Mapping[str, str]) -> None:
    used, told = keymap(wanted)
    assert len(used) < len(wanted)
    assert len(told) == 1


@pytest.mark.parametrize(
    "wanted",
    [
        {"close": "escape"},
        {"begin": "enter", "read": "enter"},
        {"leave": "f9", "close": "f9"},
        {"begin": "enter,b", "read": "enter,b"},
    ],
)
def test_what_is_never_there_together_may_have_the_same_key(wanted: Mapping[str, str]) -> None:
    assert keymap(wanted) == (wanted, [])


@pytest.mark.parametrize("key", ["ctrl+m", "ctrl+i", "shift+a", "shift+ctrl+a", "ignore", "scroll-up"])
def test_a_key_that_no_terminal_sends_takes_nothing_out_of_reach(key: str) -> None:
    used, told = keymap({"leave": key})
    assert (used, len(told)) == ({}, 1)


some_keys = st.sampled_from(
    "f2 f3 f4 f5 f6 f7 escape ctrl+g ctrl+p ctrl+q ctrl+r alt+x a enter j q f99".split()
)
ids = st.sampled_from([*BY_ID, "grond"])


@given(st.dictionaries(ids, st.lists(some_keys, max_size=3).map(",".join), max_size=6))
def test_whatever_is_wanted_nothing_is_out_of_reach(wanted: dict[str, str]) -> None:
    used, told = keymap(wanted)
    assert set(used) <= set(wanted)
    assert all(set(keys.split(",")) <= set(wanted[id].split(",")) for id, keys in used.items())
    lost = {id: set(keys.split(",")) - set(used.get(id, "").split(",")) for id, keys in wanted.items()}
    assert len(told) >= sum(map(bool, lost.values()))
    together = [key for one in (*SITTING, *EVERYWHERE) for key in {*used.get(one.id, one.key).split(",")}]
    assert len(together) == len(set(together))
    assert not set(together) & {"a", "j", "q", "enter", ""}
    assert keymap(used) == (used, [])


# In the app.

KEYS = """\
[keys]
ground = "ctrl+r"
people = "f3"
keys = "f2,f8"
leave = "f6"
journal = "o"
"""


HELPS = tuple(action.help for action in BY_ID.values())


def foot(someone: Someone) -> str:
    """Return the line at the foot of the screen."""
    return someone.lines[-1] if someone.lines else ""


async def keys_told(someone: Someone) -> list[tuple[str, str]]:
    """Return the keys that are told on the screen, each with what it does."""
    await someone.until(lambda: isinstance(someone.app.screen, KeysShown), "the keys")
    await someone.until_sees(words.CLOSE)
    found = (re.fullmatch(r" *(\S+)  +(\S.*)", line) for line in someone.lines)
    return [(one[1], one[2]) for one in found if one]


def test_other_keys_work_and_are_told_wherever_keys_are_told() -> None:
    own("mine", TWO_WORDS)
    set_up(KEYS)

    async def story() -> None:
        async with at_home("mine", size=(100, 40)) as someone:
            control = await someone.until_asked()
            await someone.until_sees("f3 shows people who can")
            for told in (f"ctrl+r {words.GROUND}", f"f6 {words.LEAVE}", f"f3 {words.PEOPLE}"):
                await someone.until(lambda told=told: told in foot(someone), told)  # type: ignore[misc]
            assert "ctrl+g" not in foot(someone)
            await someone.press("f2")
            keys = await keys_told(someone)
            assert {"ctrl+r": words.GROUND_HELP, "f6": words.LEAVE_HELP, "f4": words.BLANK_HELP}.items() <= {
                key: whole for key, what in keys for whole in HELPS if whole.startswith(what)
            }.items()
            assert {"ctrl+g", "escape", "esc"}.isdisjoint(key for key, _ in keys)
            await someone.press("enter")
            await someone.until(lambda: someone.at_control)
            await someone.press("f8")
            await keys_told(someone)
            await someone.press("f8")
            await someone.until(lambda: someone.at_control)
            await someone.types("so")
            await someone.press("f3")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")
            await someone.press("enter")
            await someone.until(lambda: someone.at_control)
            await someone.press("ctrl+g", "escape")
            assert isinstance(someone.app.screen, Sitting)
            assert someone.control is control
            await someone.press("ctrl+r")
            await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await someone.press("f6")
            await someone.until(lambda: isinstance(someone.app.screen, Ways), "the ways to leave")
            await in_the_app.choose(someone, words.PAUSE)
            await someone.until(lambda: is_home(someone), "home")
            await someone.press("j", "o")
            await someone.until_sees(words.JOURNAL_TITLE, "A test")

    lives(story)


def test_a_key_that_was_given_away_is_told_no_more() -> None:
    set_up('[keys]\npeople = "f3"\nkeys = "f2"\nblank = "f9"\n')

    async def story() -> None:
        async with at_home(size=(100, 40)) as someone:
            await someone.press("f2")
            told = await keys_told(someone)
            given = (words.PEOPLE_HELP, words.KEYS_HELP, words.BLANK_HELP)
            keys = {what: [key for key, other in told if other == what] for what in given}
            assert keys == {words.PEOPLE_HELP: ["f3"], words.KEYS_HELP: ["f2"], words.BLANK_HELP: ["f9"]}

    lives(story)


@pytest.mark.parametrize("key", ["f5", "ctrl+u", "ctrl+c"])
def test_a_key_is_told_as_taken_or_does_what_is_wanted(key: str) -> None:
    own("mine", TWO_WORDS)
    set_up(f'[keys]\nground = "{key}"\n')
    if keymap({"ground": key})[1]:
        return

    async def story() -> None:
        async with at_home("mine") as someone:
            control = await someone.until_asked()
            await someone.press(key)
            await someone.until_asked(control)
            await someone.until_sees(LOOKING)

    lives(story)


def test_a_click_presses_the_other_key() -> None:
    set_up(KEYS)

    async def story() -> None:
        async with at_home(size=(100, 24)) as someone:
            await someone.until(lambda: f"f3 {words.PEOPLE}" in foot(someone))
            await clicks(someone, f"f3 {words.PEOPLE}")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")

    lives(story)


def test_people_and_blank_change_places() -> None:
    """Also before anything else is there, and over one another."""
    set_up('[keys]\npeople = "f4"\nblank = "f2"\n')

    async def story() -> None:
        async with at_home() as someone:
            await someone.press("f2")
            await someone.until(lambda: isinstance(someone.app.screen, Blank), "nothing")
            await someone.press("f4")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")
            await someone.press("escape")
            await someone.until(lambda: is_home(someone), "home")

    lives(story)


def test_keys_that_cannot_be_used_are_told_and_the_known_ones_stay() -> None:
    set_up('[keys]\npeople = "p"\nground = "f4"\n')

    async def story() -> None:
        async with at_home() as someone:
            await until_told(someone, settings_words.key_for_typing("people", "p"))
            await until_told(someone, settings_words.key_taken("ground", "f4", "blank"))
            await someone.press("f2")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")

    lives(story)


def test_a_key_with_a_name_of_its_own_works() -> None:
    set_up('[keys]\njournal = "?"\n')

    async def story() -> None:
        async with at_home() as someone:
            await someone.until(lambda: f"? {words.JOURNAL}" in foot(someone), "the key")
            await someone.press("?")
            await someone.until_sees(words.JOURNAL_EMPTY)

    lives(story)
