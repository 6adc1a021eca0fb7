"""The wheel: a petal for each reading, beside the words or in their place, never in their way."""

from __future__ import annotations

from math import cos, hypot, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.tui.widgets.readings import Readings, Scanning
from partswork.tui.widgets.wheel import HEIGHT, RADIUS, WIDTH, Wheel, drawn_at
from partswork.wording import app as words
from tests.plain.kept import values
from tests.plain.scripts import own
from tests.tui.at_home import at_home, clicks, resizes
from tests.tui.someone import Someone, lives

petals = st.lists(st.one_of(st.none(), st.sampled_from([1 / 3, 2 / 3, 1.0])), min_size=1, max_size=12)
places = st.tuples(*[st.floats(-WIDTH, WIDTH)] * 2)

DOTS = [
    (column + 0.5 - WIDTH, row + 0.5 - HEIGHT * 2) for column in range(WIDTH * 2) for row in range(HEIGHT * 4)
]


def dots(reach: list[float | None], at: int = 0) -> dict[int, int]:
    """Return how many dots each petal has."""
    whose = [drawn_at(across, down, reach, at) for across, down in DOTS]
    return {number: whose.count(number) for number in range(len(reach))}


@given(petals, st.integers(0, 11), places)
def test_what_is_drawn_is_a_petals_and_within_the_rim(
    reach: list[float | None], at: int, place: tuple[float, float]
) -> None:
    whose = drawn_at(*place, reach, at % len(reach))
    if whose is not None:
        assert 0 <= whose < len(reach)
        assert hypot(*place) <= RADIUS


def test_without_readings_there_is_nothing() -> None:
    assert {drawn_at(across, down, [], 0) for across, down in DOTS} == {None}


@pytest.mark.parametrize("many", [1, 2, 3, 8])
def test_the_first_is_at_the_top_and_the_others_follow_with_the_clock(many: int) -> None:
    for number in range(many):
        angle = 2 * pi * number / many
        across, down = 5 * sin(angle), -5 * cos(angle)
        only: list[float | None] = [1.0 if one == number else None for one in range(many)]
        assert drawn_at(across, down, only, 0) == number


@settings(max_examples=20)
@given(petals, st.integers(0, 11))
def test_a_nearer_reading_reaches_farther_and_leaves_the_others_alone(
    reach: list[float | None], which: int
) -> None:
    number = which % len(reach)
    drawn = []
    for far in (None, 1 / 3, 2 / 3, 1.0):
        changed = [far if one == number else old for one, old in enumerate(reach)]
        drawn.append(dots(changed))
    own_dots = [one[number] for one in drawn]
    assert own_dots == sorted(own_dots)
    assert len(set(own_dots)) == 4
    others = [{one: many for one, many in whose.items() if one != number} for whose in drawn]
    assert all(one == others[0] for one in others)


@pytest.mark.parametrize("many", [1, 2, 3, 5, 8, 12])
def test_equal_readings_have_nearly_equal_petals(many: int) -> None:
    """No reading looks like more than another for where it stands."""
    some = dots([1.0] * many, at=-1).values()
    assert max(some) - min(some) <= 0.2 * max(some)


@settings(max_examples=20)
@given(petals, st.integers(0, 11))
def test_the_rim_shows_where_one_is(reach: list[float | None], which: int) -> None:
    at = which % len(reach)
    here, elsewhere = dots(reach, at), dots(reach, at=-1)
    assert [number for number in here if here[number] != elsewhere[number]] == [at]
    assert here[at] > elsewhere[at]


# In the app.

SCAN = """\
- scan: How is the weather?
  save_as: it
  words:
    - none
    - some
    - much
  scales:
    - calm: Calm
      meaning: at ease
    - warmth: Warmth
      meaning: near to others
    - courage: Courage
- say: Behind it.
- end: complete
"""

NARROW = (40, 15)


def scanning(someone: Someone) -> Scanning:
    """Return the readings with their wheel."""
    return someone.app.screen.query_one(Scanning)


def shown(someone: Someone) -> bool:
    """Whether the wheel stands on the screen."""
    region = someone.app.screen.query_one(Wheel).region
    return bool(region) and any("⠀" < one <= "⣿" for line in someone.lines for one in line)


def drawn(someone: Someone) -> int:
    """Return how many cells of the screen are drawn in dots."""
    return sum("⠀" < one <= "⣿" for line in someone.lines for one in line)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_beside_the_readings_it_grows_as_one_answers(size: tuple[int, int]) -> None:
    own("mine", SCAN)

    async def story() -> None:
        async with at_home("mine", size=size) as someone:
            await someone.until(lambda: shown(someone), "the wheel")
            await someone.until_sees("Calm", "Warmth", "Courage", "at ease")
            before = drawn(someone)
            await someone.press("3")
            await someone.until(lambda: drawn(someone) > before, "a petal")
            grown = drawn(someone)
            await someone.press("delete")
            await someone.until(lambda: drawn(someone) < grown, "no petal")
            await someone.press("3", "down")
            await someone.until_sees("near to others")
            wheel, readings = (someone.app.screen.query_one(one).region for one in (Wheel, Readings))
            assert wheel.x >= readings.right
            assert wheel.right <= size[0]
            await someone.press("w", "2", "enter")
            await someone.until_sees("Behind it.")

    lives(story)
    assert values() == {"it": {"calm": "much", "warmth": "some"}}


def test_where_there_is_little_room_it_is_a_key_away() -> None:
    own("mine", SCAN)

    async def story() -> None:
        async with at_home("mine", size=NARROW) as someone:
            await someone.until_sees("Calm", "Warmth", "Courage")
            await someone.until(lambda: not shown(someone), "no wheel")
            await someone.press("w")
            await someone.until(lambda: shown(someone), "the wheel")
            assert drawn(someone) > 0
            assert not someone.sees("Warmth")
            await someone.press("w")
            await someone.until_sees("Calm", "Warmth", "Courage")
            await someone.until(lambda: not shown(someone), "no wheel")
            await someone.press("2", "enter")
            await someone.until_sees("Behind it.")

    lives(story)
    assert values() == {"it": {"calm": "some"}}


def test_the_readings_can_be_answered_while_it_is_turned() -> None:
    """One at a time, its name and its words with it."""
    own("mine", SCAN)

    async def story() -> None:
        async with at_home("mine", size=NARROW) as someone:
            await someone.until_sees("Calm")
            await someone.press("w")
            await someone.until(lambda: shown(someone), "the wheel")
            before = drawn(someone)
            await someone.until_sees("▸ Calm", "none some much")
            await someone.press("3")
            await someone.until_sees("[much]")
            await someone.until(lambda: drawn(someone) > before, "a petal")
            await someone.press("down")
            await someone.until_sees("▸ Warmth")
            assert not someone.sees("▸ Calm")
            await clicks(someone, "some")
            await someone.until_sees("[some]")
            await someone.press("tab", "right", "right", "enter")
            await someone.until_sees("Behind it.")

    lives(story)
    assert values() == {"it": {"calm": "much", "warmth": "some", "courage": "some"}}


def test_the_way_to_it_is_told_only_where_it_is_needed() -> None:
    own("mine", SCAN)
    there, not_there = words.READING_KEYS_NARROW, words.READING_KEYS
    told = next(line for line in there.split("\n") if line not in not_there)

    async def story() -> None:
        async with at_home("mine", size=(80, 24)) as someone:
            await someone.until_sees(not_there)
            assert not someone.sees(told)
            await resizes(someone, 40, 24)
            await someone.until_sees(told)

    lives(story)


def test_nothing_is_lost_as_the_window_changes() -> None:
    own("mine", SCAN)

    async def story() -> None:
        async with at_home("mine", size=(80, 24)) as someone:
            await someone.until(lambda: shown(someone), "the wheel")
            await someone.press("3", "down", "1")
            await resizes(someone, *NARROW)
            await someone.until(lambda: not shown(someone), "no wheel")
            await someone.press("w")
            await someone.until(lambda: shown(someone), "the wheel")
            await someone.until_sees("▸ Warmth", "[none]")
            await resizes(someone, 80, 24)
            await someone.until_sees("Calm", "Warmth", "Courage", "[much]", "[none]")
            await someone.until(lambda: shown(someone), "the wheel")
            await resizes(someone, *NARROW)
            await someone.press("up", "enter")
            await someone.until_sees("Behind it.")

    lives(story)
    assert values() == {"it": {"calm": "much", "warmth": "none"}}
