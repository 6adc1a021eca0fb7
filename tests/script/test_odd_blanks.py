"""Blanks that are no spaces: told once where YAML needs a space, and let be among words."""

from __future__ import annotations

import pytest

from tests.script.scripts import findings_of, marked, told, with_steps

ODD = ("\u00a0", "\u2007", "\u202f", "\u3000", "\u200b")
GOOD = with_steps("- ask: |\n    What?\n  save_as: it\n- say: |\n    Hello.")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    save_as: it", "  {odd} save_as: it"),
        ("    save_as: it", "    save_as:{odd}it"),
        ("    save_as: it", "    save_as{odd}: it"),
        ("  - ask: |", "  -{odd}ask: |"),
        ("  - ask: |", "  - ask: {odd}|"),
        ("      What?", "{odd}{odd}{odd}{odd}{odd}{odd}What?"),
        ("version: 1.0", "version:{odd}1.0"),
    ],
)
def test_a_blank_that_is_no_space_is_told_once_with_its_place(odd: str, before: str, after: str) -> None:
    (finding,) = findings_of(GOOD.replace(before, after.format(odd=odd)))
    assert (finding.code, marked(finding)) == ("PW086", odd)
    assert f"U+{ord(odd):04X}" in finding.message


@pytest.mark.parametrize("odd", ODD)
def test_among_words_it_is_as_good_as_any(odd: str) -> None:
    words = f"Toi{odd}: «{odd}oui{odd}»\n    Moi:{odd}non\n    {odd}{odd}Hello.\n\n    {odd}\n    - a:{odd}b"
    assert told(GOOD.replace("Hello.", f"Hello.\n      {words}".replace("\n    ", "\n      "))) == []
    assert told(GOOD.replace("title: Evening sit", f"title: Evening{odd}sit")) == []


def test_many_such_lines_are_read_once() -> None:
    text = GOOD.replace("      Hello.", "      Moi:\u00a0non\n" * 5_000)
    assert told(text) == []
