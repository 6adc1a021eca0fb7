"""Cleaning: what could act on a terminal goes, what a person can see stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partswork.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("plain words\n\tand more", "plain words\n\tand more"),
        # What sets a title, clears the screen, colours or writes to the clipboard loses its beginning.
        ("\x1b]0;title\x07a", "]0;titlea"),
        ("\x1b[2J\x1b[31mred", "[2J[31mred"),
        ("\x9b31mred\x90dcs\x9c", "31mreddcs"),
        ("\x1b]52;c;cHduZWQ=\x1b\\", "]52;c;cHduZWQ=\\"),
        ("a\x00b\x7fc\x08d", "abcd"),
        # Every line end is a newline.
        ("a\r\nb\rc\u2028d\u2029e\n", "a\nb\nc\nd\ne\n"),
        # Nothing is shown in another order than it was typed in.
        ("a\u202eb\u2066c\u2069d", "abcd"),
        # Half a letter is none.
        ("a\ud83db\udc00c", "abc"),
        # Joiners and selectors belong to what is seen.
        ("👩‍👩‍👧 ❤️ 🫧", "👩‍👩‍👧 ❤️ 🫧"),
        ("می‌خواهم", "می‌خواهم"),
        ("見張り", "見張り"),
        ("Zoe\u0308", "Zoe\u0308"),
        ("[/ [Manager] [@click=app.quit]x", "[/ [Manager] [@click=app.quit]x"),
    ],
)
def test_what_acts_on_a_terminal_goes_and_the_rest_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_nothing_clean_acts_on_a_terminal(text: str) -> None:
    for letter in clean(text):
        assert letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(letter) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_what_can_be_seen_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text
