"""Reading the settings file."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path
from typing import Any, get_args

from partswork.cleaning import clean
from partswork.near import nearest
from partswork.settings.model import Hidden, Person, Settings
from partswork.wording import settings as words

KEYS = ("country", "people", "theme", "reduced_motion", "bell", "show", "keys")
HIDDEN: tuple[Hidden, ...] = get_args(Hidden)


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
    return Settings(
        country=_country(found.get("country"), remarks),
        people=_people(found.get("people", []), remarks),
        theme=_theme(found.get("theme"), remarks),
        reduced_motion=_yes(found, "reduced_motion", remarks),
        bell=_yes(found, "bell", remarks),
        show=_shown(found.get("show", []), remarks),
        keys=_keys(found.get("keys", {}), remarks),
        remarks=tuple(remarks),
    )


def _country(found: Any, remarks: list[str]) -> str | None:
    if found is None:
        return None
    if isinstance(found, str) and len(found) == 2 and found.isalpha():
        return found.upper()
    remarks.append(words.COUNTRY)
    return None


def _people(found: Any, remarks: list[str]) -> tuple[Person, ...]:
    people = []
    for one in found if isinstance(found, list) else [found]:
        name, phone = (
            (_line(one.get(key)) for key in ("name", "phone")) if isinstance(one, dict) else ("", "")
        )
        if name and phone:
            people.append(Person(name, phone))
        else:
            remarks.append(words.PERSON)
    return tuple(people)


def _theme(found: Any, remarks: list[str]) -> str | None:
    if found is None:
        return None
    theme = _line(found)
    if not theme:
        remarks.append(words.THEME)
    return theme or None


def _yes(found: dict[str, Any], key: str, remarks: list[str]) -> bool:
    value = found.get(key, False)
    if isinstance(value, bool):
        return value
    remarks.append(words.true_or_false(key))
    return False


def _shown(found: Any, remarks: list[str]) -> frozenset[Hidden]:
    wanted = found if isinstance(found, list) else [found]
    shown = frozenset(one for one in HIDDEN if one in wanted)
    if len(shown) < len(wanted):
        remarks.append(words.SHOW)
    return shown


def _keys(found: Any, remarks: list[str]) -> dict[str, str]:
    if not isinstance(found, dict):
        remarks.append(words.KEYS)
        return {}
    keys = {_line(id): _line(key) for id, key in found.items()}
    if any(not key for key in keys.values()):
        remarks.append(words.KEYS)
    return {id: key for id, key in keys.items() if key}


def _line(text: Any) -> str:
    """Return a text as one line, "" for anything else."""
    return " ".join(clean(text).split()) if isinstance(text, str) else ""
