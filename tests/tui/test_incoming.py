"""What a terminal sends: pasted words stay words, typed keys stay keys, and no byte is a fault."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from partswork.tui.terminal import Incoming

BEGIN, END = b"\x1b[200~", b"\x1b[201~"

bits = st.sampled_from(
    [BEGIN, END, b"\x1b", b"\x1b[A", b"\x1b[20", b"[200~", b"x", "é".encode(), b"\xe9", b"\r"]
)


def in_pieces(sent: bytes, cuts: list[int]) -> str:
    """Return what is told where the same comes bit by bit."""
    incoming, told, at = Incoming(), "", 0
    for cut in cuts:
        told += incoming.decode(sent[at : at + cut])
        at += cut
    return told + incoming.decode(sent[at:])


@given(st.lists(bits, max_size=12).map(b"".join), st.lists(st.integers(1, 5), max_size=20))
@example(b"a" + BEGIN + b"b\x1b[31mc" + END + b"\x1b[A", [3, 3, 3, 3])
def test_it_is_the_same_however_it_comes(sent: bytes, cuts: list[int]) -> None:
    assert in_pieces(sent, cuts) == Incoming().decode(sent)


def test_an_escape_within_a_paste_is_no_key() -> None:
    sent = b"a\x1b[A" + BEGIN + b"b \x1b]52;c;aGk=\x07 \x1b[31mred" + END + b"\x1b"
    assert Incoming().decode(sent) == "a\x1b[A\x1b[200~b ]52;c;aGk=\x07 [31mred\x1b[201~\x1b"


def test_a_key_is_not_held_back() -> None:
    incoming = Incoming()
    assert incoming.decode(b"\x1b") == "\x1b"
    assert incoming.decode(b"[200~x") == "[200~x"
    assert incoming.decode(b"\x1b[31m" + END) == "[31m\x1b[201~"


def test_a_byte_of_other_letters_is_one_that_cannot_be_told() -> None:
    assert Incoming().decode(b"caf\xe9 noir") == "caf\ufffd noir"
