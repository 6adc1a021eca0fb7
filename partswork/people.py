"""Who to call: the emergency number of where one is, and one's own people. Needs no network."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from partswork.settings import Person, Settings
from partswork.wording import people as words

_112 = (
    "AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GE GR HR HU IE IN IS IT LI LT LU LV MC MD ME MK "
    "MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK ZA"
)
_911 = "AG AR BB BM BS BZ CA CR DM DO EC GD GT GY HN JM KN KY LC MX PA PE PH PR PY SV TT US UY VC VE"
EMERGENCY: dict[str, str] = {
    **dict.fromkeys(_112.split(), "112"),
    **dict.fromkeys(_911.split(), "911"),
    "AU": "000",
    "BR": "192",
    "CL": "131",
    "CN": "120",
    "CO": "123",
    "GB": "999",
    "HK": "999",
    "IL": "101",
    "JP": "119",
    "KE": "999",
    "KR": "119",
    "MY": "999",
    "NZ": "111",
    "SG": "995",
    "TH": "1669",
    "TW": "119",
}
"""The number that brings an ambulance, by country (ISO 3166-1)."""


@dataclass(frozen=True, slots=True)
class ToCall:
    """Who can be called.

    Attributes:
        number: the emergency number, None where the country is not known.
        country: the country it is for, None where it is not known.
        guessed: the country is only what the language settings say.
        people: their own, in their order.
    """

    number: str | None
    country: str | None
    guessed: bool
    people: tuple[Person, ...]

    def lines(self) -> list[str]:
        """Return it as lines to show."""
        return [*self.by_number(), *([] if self.people else [words.ANYONE])]

    def by_number(self) -> list[str]:
        """Return only whom a number reaches."""
        return [self._emergency(), *(words.person(person.name, person.phone) for person in self.people)]

    def _emergency(self) -> str:
        if self.number is None or self.country is None:
            return words.EMERGENCY_ANYWHERE
        told = words.emergency_guessed if self.guessed else words.emergency
        return told(self.number, self.country)


def to_call(settings: Settings) -> ToCall:
    """Return who can be called from here."""
    country = settings.country or _country_of_the_language()
    number = EMERGENCY.get(country or "")
    return ToCall(number, country if number else None, settings.country is None, settings.people)


def _country_of_the_language() -> str | None:
    """Return the country in the language settings: `en_IE.UTF-8` is in IE."""
    told = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    found = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", told)
    return found.group(1) if found else None
