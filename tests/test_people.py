"""Who to call: one's own people, and the number of where one is."""

from __future__ import annotations

import pytest

from partswork.people import EMERGENCY, to_call
from partswork.settings import Person, Settings
from partswork.wording import people as words

SAM = Person("Sam", "555 0100")


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_every_number_is_one_that_can_be_dialled() -> None:
    assert all(len(country) == 2 and country.isupper() for country in EMERGENCY)
    assert all(number.isdigit() and 3 <= len(number) <= 4 for number in EMERGENCY.values())


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("IE", "112"),
        ("GB", "999"),
        ("US", "911"),
        ("CA", "911"),
        ("AU", "000"),
        ("NZ", "111"),
        ("DE", "112"),
        ("JP", "119"),
    ],
)
def test_the_number_goes_by_the_country_that_is_set(country: str, number: str) -> None:
    who = to_call(Settings(country))
    assert (who.number, who.country, who.guessed) == (number, country, False)
    assert words.emergency(number, country) in who.lines()


@pytest.mark.parametrize(
    ("name", "language", "country"),
    [
        ("LANG", "en_IE.UTF-8", "IE"),
        ("LANG", "de_AT", "AT"),
        ("LC_MESSAGES", "fil_PH@euro", "PH"),
        ("LC_ALL", "en_US.UTF-8", "US"),
    ],
)
def test_where_none_is_set_the_language_may_tell(
    monkeypatch: pytest.MonkeyPatch, name: str, language: str, country: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv(name, language)
    who = to_call(Settings())
    assert (who.number, who.country, who.guessed) == (EMERGENCY[country], country, True)
    # A guess is told as one, with what works elsewhere.
    assert words.emergency_guessed(EMERGENCY[country], country) in who.lines()
    assert to_call(Settings("JP")).number == "119"


@pytest.mark.parametrize(
    "language", ["", "C", "C.UTF-8", "POSIX", "en", "en_XX.UTF-8", "EN_ie", "\x1b[31m", "_IE"]
)
def test_where_nothing_tells_what_works_nearly_everywhere_is_told(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANG", language)
    who = to_call(Settings())
    assert (who.number, who.country) == (None, None)
    assert words.EMERGENCY_ANYWHERE in who.lines()


def test_a_country_without_a_known_number_has_what_works_nearly_everywhere() -> None:
    who = to_call(Settings("XX"))
    assert (who.number, who.country) == (None, None)
    assert words.EMERGENCY_ANYWHERE in who.lines()


def test_ones_own_people_are_told_in_their_order() -> None:
    ada = Person("Ada", "555 0101")
    lines = to_call(Settings("IE", (SAM, ada))).lines()
    assert [line for line in lines if "555" in line] == ["Sam: 555 0100", "Ada: 555 0101"]
    assert words.ANYONE not in lines


def test_who_has_nobody_is_not_left_with_a_number_alone() -> None:
    assert words.ANYONE in to_call(Settings("IE")).lines()
