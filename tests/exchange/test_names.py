"""Names of files: safe everywhere, and no two alike."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.exchange.names import part_names, session_names
from partswork.journal import KnownPart, SessionSummary

AT = "2026-11-22T08:30:00+01:00"
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def _parts(*names: str) -> list[KnownPart]:
    return [KnownPart(f"{n:032x}", name, None, {}, AT, AT, 1, ()) for n, name in enumerate(names, 0xABC)]


def _names(*names: str) -> list[str]:
    return list(part_names(_parts(*names)).values())


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The Watchman", "The Watchman"),
        ("the one\nwho\thides", "the one who hides"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows", "C Windows"),
        ("a|b#c^d[e]", "a b c d e"),
        ("CON", "part CON"),
        ("nul.txt", "part nul.txt"),
        ("...", "part"),
        (" ", "part"),
        ("\u200b", "part"),
        ("trailing. . ", "trailing"),
        ("Ö", "Ö"),
        ("O\u0308", "Ö"),
        ("🦔", "🦔"),
    ],
)
def test_a_part_has_a_name_that_every_system_takes(said: str, name: str) -> None:
    assert _names(said) == [name]


def test_parts_whose_names_are_alike_have_their_ids_behind_them() -> None:
    assert _names("The Watchman", "the watchman", "Other") == [
        f"The Watchman {0xABC:032x}",
        f"the watchman {0xABD:032x}",
        "Other",
    ]


def test_long_names_are_cut_to_what_systems_take() -> None:
    for name in _names("🦔" * 100, "🦔" * 99):
        assert len(f"{name}.md".encode()) <= 255


def test_a_name_made_to_look_like_another_with_its_id_does_not_take_its_place() -> None:
    names = _names("a", "A", f"a {0xABC:032x}")
    assert len({name.casefold() for name in names}) == 3


def test_a_session_is_named_by_its_day_its_practice_and_its_id() -> None:
    sessions = [
        SessionSummary(id, script, "", "2026-11-22T23:30:00-08:00", None, "paused", AT)
        for id, script in (("12345678" + "a" * 24, "../x"), ("12345678" + "b" * 24, "../x"), ("9" * 32, ""))
    ]
    assert list(session_names(sessions).values()) == [
        f"2026-11-22 x 12345678 12345678{'a' * 24}",
        f"2026-11-22 x 12345678 12345678{'b' * 24}",
        "2026-11-22 99999999",
    ]


@given(
    st.lists(st.text(max_size=80) | st.sampled_from(["aux", "COM1.x", "a", "A", "ａ", "ſ", "s"]), max_size=6)
)
def test_whatever_a_part_is_called_its_name_is_safe_and_its_own(said: list[str]) -> None:
    names = _names(*said)
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in names}) == len(said)
    for name in names:
        assert name
        assert name == name.strip(" .")
        assert not re.search(r'[\x00-\x1f\x7f<>:"/\\|?*\[\]#^]', name)
        assert not _RESERVED.fullmatch(name)
        assert len(f"{name}.md".encode()) <= 255
