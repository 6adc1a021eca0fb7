"""The settings: every key optional, and nothing wrong in them stops anything."""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.settings import Person, Settings, read_settings
from partswork.wording import settings as words


def _read(tmp_path: Path, text: str | bytes) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(path)


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()
    assert read_settings(tmp_path / "no" / "folder" / "settings.toml") == Settings()
    assert _read(tmp_path, "") == Settings()


def test_what_is_set_is_read(tmp_path: Path) -> None:
    text = """
        country = "ie"

        [[people]]
        name = "  Sam   Murphy "
        phone = "555 0100"

        [[people]]
        name = "Zoë"
        phone = "+353 555 0101"
        """
    people = (Person("Sam Murphy", "555 0100"), Person("Zoë", "+353 555 0101"))
    assert _read(tmp_path, text) == Settings("IE", people)
    # Some editors put a mark before the first letter.
    assert _read(tmp_path, b"\xef\xbb\xbf" + text.encode()) == Settings("IE", people)


def test_one_person_may_stand_alone(tmp_path: Path) -> None:
    people = (Person("Sam", "555"),)
    assert _read(tmp_path, 'people = { name = "Sam", phone = "555", note = "evenings" }') == Settings(
        None, people
    )


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("countri", "country"),
        ("Country", "country"),
        ("peeple", "people"),
        ("Theme", "theme"),
        ("reduced-motion", "reduced_motion"),
        ("bells", "bell"),
        ("shows", "show"),
        ("key", "keys"),
        ("colour", "country"),
        ("language", None),
        ("\\u001b[31m", None),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(tmp_path: Path, key: str, near: str | None) -> None:
    read = _read(tmp_path, f'"{key}" = 1\npeople = [{{ name = "Sam", phone = "555" }}]')
    (remark,) = read.remarks
    assert remark.partition(" Did you mean ")[2] == (f'"{near}"?' if near else "")
    assert read.people == (Person("Sam", "555"),)


@pytest.mark.parametrize("value", ['"Ireland"', '""', '"1E"', "353", '["IE"]', '"I\\n"'])
def test_a_country_is_two_letters(tmp_path: Path, value: str) -> None:
    assert _read(tmp_path, f"country = {value}") == Settings(remarks=(words.COUNTRY,))


@pytest.mark.parametrize(
    "one",
    [
        '{ name = "Sam" }',
        '{ phone = "555" }',
        '{ name = "Sam", phone = 555 }',
        '{ name = " ", phone = "555" }',
        '{ name = "\\u0007", phone = "555" }',
        '{ name = "Sam", phone = "\\u202e" }',
        '"Sam, 555"',
        "3",
    ],
)
def test_whoever_cannot_be_called_is_told_and_the_others_stay(tmp_path: Path, one: str) -> None:
    read = _read(tmp_path, f'people = [{{ name = "Ada", phone = "556" }}, {one}]')
    assert read == Settings(people=(Person("Ada", "556"),), remarks=(words.PERSON,))


def test_what_would_act_on_a_terminal_is_left_out(tmp_path: Path) -> None:
    read = _read(tmp_path, 'people = [{ name = "S\\u001b[2Jam\\nMurphy", phone = "55\\u202e5" }]')
    assert read.people == (Person("S[2Jam Murphy", "555"),)


@pytest.mark.parametrize(
    "content", [b"country = ", b"\xff\xfe", b"a = [" * 50_000, b"\x00", b"country = 'IE'\ncountry = 'GB'"]
)
def test_a_file_that_makes_no_sense_counts_for_nothing(tmp_path: Path, content: bytes) -> None:
    read = _read(tmp_path, content)
    assert read == Settings(remarks=(words.unreadable(str(tmp_path / "settings.toml")),))


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
@pytest.mark.parametrize("what", ["folder", "pipe", "endless", "loop"])
def test_what_is_no_file_counts_for_nothing(tmp_path: Path, what: str) -> None:
    path = tmp_path / "settings.toml"
    match what:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "endless":
            path.symlink_to("/dev/zero")
        case _:
            path.symlink_to(path)
    assert read_settings(path) == Settings(remarks=(words.unreadable(str(path)),))


def test_how_the_app_is_wanted_is_read(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        """
        theme = " gruv\\u001bbox "
        reduced_motion = true
        bell = true
        show = ["ketamine", "deep"]

        [keys]
        ground = "ctrl+r"
        leave = " f6,  f9\\u0007 "
        "nothing there is" = "x"
        """,
    )
    keys = {"ground": "ctrl+r", "leave": "f6, f9", "nothing there is": "x"}
    assert read == Settings(
        theme="gruvbox", reduced_motion=True, bell=True, show=frozenset({"deep", "ketamine"}), keys=keys
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("theme = 3", Settings(remarks=(words.THEME,))),
        ('theme = " \\u0007 "', Settings(remarks=(words.THEME,))),
        ('theme = ["nord"]', Settings(remarks=(words.THEME,))),
        ("reduced_motion = 1", Settings(remarks=(words.true_or_false("reduced_motion"),))),
        ('bell = "yes"', Settings(remarks=(words.true_or_false("bell"),))),
        ('show = "deep"', Settings(show=frozenset({"deep"}))),
        ("show = []", Settings()),
        ('show = ["deep", "all"]', Settings(show=frozenset({"deep"}), remarks=(words.SHOW,))),
        ("show = true", Settings(remarks=(words.SHOW,))),
        ("show = [[]]", Settings(remarks=(words.SHOW,))),
        ('keys = "ctrl+r"', Settings(remarks=(words.KEYS,))),
        ("keys = {}", Settings()),
        ('keys = { ground = 3, leave = "f6" }', Settings(keys={"leave": "f6"}, remarks=(words.KEYS,))),
        ('keys = { ground = "", leave = ["f6"] }', Settings(remarks=(words.KEYS,))),
    ],
)
def test_what_cannot_be_used_is_told_and_the_rest_counts(tmp_path: Path, text: str, left: Settings) -> None:
    assert _read(tmp_path, text) == left


def test_a_new_file_shows_what_can_be_set(tmp_path: Path) -> None:
    """Nothing in it counts, and whatever its lines show counts once they are uncommented."""
    assert _read(tmp_path, words.NEW_FILE) == Settings()
    shown = re.sub(r"^# (?=\w+ = |\[)", "", words.NEW_FILE, flags=re.MULTILINE)
    read = _read(tmp_path, shown)
    default = Settings()
    for field in fields(Settings):
        same = getattr(read, field.name) == getattr(default, field.name)
        assert same == (field.name == "remarks"), field.name


keys = st.sampled_from(["country", "people", "name", "theme", "reduced_motion", "bell", "show", "keys", "x"])
values = st.recursive(
    st.one_of(st.integers(0, 9), st.booleans(), st.sampled_from(["", "IE", "Sam", "deep"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)


@given(st.dictionaries(keys, values, max_size=4))
def test_no_settings_stop_anything(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings-of-any-kind.toml"
    path.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in table.items()), "utf-8")
    read = read_settings(path)
    assert words.unreadable(str(path)) not in read.remarks
    assert all(person.name and person.phone for person in read.people)
    assert read.show <= {"deep", "ketamine"}
    assert all(isinstance(yes, bool) for yes in (read.reduced_motion, read.bell))
    assert all(read.keys.values())


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case str():
            return f'"{value}"'
        case _:
            return str(value)
