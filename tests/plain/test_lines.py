"""What leaves as lines is text and nothing else, whatever it is made of."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width as columns_of

from partswork.cleaning import clean
from partswork.plain import Lines
from partswork.plain.lines import NARROWEST, WIDEST
from partswork.script.words import Prose, Span
from tests.plain.hostile import C1, C1_CLEANED, ESCAPES, ESCAPES_CLEANED, SAID, unseen

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x07\x9b\x9d\u202e\t\r\n -日\u0301"))


def written(*texts: str, columns: int | None = None, indent: str = "") -> str:
    stream = StringIO()
    lines = Lines(stream, None if columns is None else lambda: columns)
    for text in texts:
        lines.write(text, indent)
    return stream.getvalue()


@given(ANY_TEXT, st.none() | st.integers(1, 200))
def test_no_character_that_acts_on_a_terminal_gets_through(text: str, columns: int | None) -> None:
    assert unseen(written(text, columns=columns)) == []


def test_the_known_ones_do_not_either() -> None:
    assert written(ESCAPES, C1) == f"{ESCAPES_CLEANED}\n{C1_CLEANED}\n"


@given(ANY_TEXT)
def test_where_there_is_no_terminal_lines_stay_whole(text: str) -> None:
    assert written(text) == clean(text).expandtabs(4) + "\n"


@given(ANY_TEXT | st.text("ab \t-日\n", max_size=400), st.integers(1, 200), st.sampled_from(["", "   "]))
def test_at_a_terminal_no_line_is_wider_than_it_and_no_word_is_lost(
    text: str, columns: int, indent: str
) -> None:
    out = written(text, columns=columns, indent=indent)
    most = max(min(columns, WIDEST), NARROWEST)
    assert [line for line in out.splitlines() if columns_of(line) > most] == []
    assert "".join(out.split()) == "".join(clean(text).split())


def test_a_window_made_narrower_meanwhile_is_seen() -> None:
    stream, widths = StringIO(), [60]
    lines = Lines(stream, lambda: widths[-1])
    lines.write("word " * 12)
    widths.append(30)
    lines.write("word " * 12)
    assert [len(line) for line in stream.getvalue().splitlines()] == [59, 29, 29]


def test_later_lines_of_a_broken_one_stand_under_its_first_word() -> None:
    out = written("1. Annoyed, afraid, ashamed, or wanting it gone", columns=30, indent="   ")
    assert out == "1. Annoyed, afraid, ashamed,\n   or wanting it gone\n"


@given(st.lists(st.sampled_from(["gap", "words", "paragraphs", SAID]), max_size=8))
def test_never_two_empty_lines_stand_together(acts: list[str]) -> None:
    stream = StringIO()
    lines = Lines(stream)
    for act in acts:
        if act == "gap":
            lines.gap()
        elif act == "paragraphs":
            lines.prose(Prose(((Span("one"), Span("two", strong=True)), (Span("three"),))))
        else:
            lines.write(act)
    assert "\n\n\n" not in stream.getvalue()
    assert not stream.getvalue().startswith("\n")
