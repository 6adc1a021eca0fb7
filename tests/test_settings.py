"""The settings: every key optional, and nothing wrong in them stops anything."""

from __future__ import annotations

import os
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
        ("colour", None),
        ("\\u001b[31m", None),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(tmp_path: Path, key: str, near: str | None) -> None:
    read = _read(tmp_path, f'"{key}" = 1\npeople = [{{ name = "Sam", phone = "555" }}]')
    (remark,) = read.remarks
    assert (f'Did you mean "{near}"?' in remark) == (near is not None)
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


keys = st.sampled_from(["country", "people", "name", "x"])
values = st.recursive(
    st.one_of(st.integers(0, 9), st.booleans(), st.sampled_from(["", "IE", "Sam"])),
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
