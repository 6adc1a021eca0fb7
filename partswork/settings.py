"""The person's settings: one small TOML file, every key optional."""

from __future__ import annotations

import stat
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
    unreadable = Settings(remarks=(words.unreadable(str(path)),))
    try:
        # A pipe would be waited for, and a device may never end.
        if not stat.S_ISREG(path.stat().st_mode):
            return unreadable
        # Some editors put a mark before the first letter.
        found = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return unreadable
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
        name, phone = (_line(one, "name"), _line(one, "phone")) if isinstance(one, dict) else ("", "")
        if name and phone:
            people.append(Person(name, phone))
        else:
            remarks.append(words.PERSON)
    return tuple(people), remarks


def _line(table: dict[str, Any], key: str) -> str:
    """Return the text at a key as one line, "" where there is none."""
    text = table.get(key)
    return " ".join(clean(text).split()) if isinstance(text, str) else ""
