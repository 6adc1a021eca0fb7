"""The person's settings: one small TOML file, every key optional."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partswork.cleaning import clean
from partswork.near import nearest
from partswork.wording import settings as words

KEYS = ("country", "people")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to call."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set.

    Attributes:
        country: two letters, for the emergency number; None to go by the language settings.
        people: whom to call, in their order.
        remarks: a sentence for each thing in the file that could not be used.
    """

    country: str | None = None
    people: tuple[Person, ...] = ()
    remarks: tuple[str, ...] = ()


def read_settings(path: Path) -> Settings:
    """Read the settings file. What is missing or wrong in it never stops anything.

    Args:
        path: the file, which need not exist.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return Settings(remarks=(words.unreadable(str(path)),))
    remarks = [words.unknown(key, nearest(key, KEYS)) for key in found if key not in KEYS]
    country = found.get("country")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isalpha()):
        remarks.append(words.COUNTRY)
        country = None
    people, wrong = _people(found.get("people", []))
    return Settings(country.upper() if country else None, people, (*remarks, *wrong))


def _people(found: Any) -> tuple[tuple[Person, ...], list[str]]:
    people = []
    remarks: list[str] = []
    for one in found if isinstance(found, list) else [found]:
        name, phone = (one.get("name"), one.get("phone")) if isinstance(one, dict) else (None, None)
        if isinstance(name, str) and isinstance(phone, str) and name.strip() and phone.strip():
            people.append(Person(_one_line(name), _one_line(phone)))
        else:
            remarks.append(words.PERSON)
    return tuple(people), remarks


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
