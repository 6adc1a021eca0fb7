"""Small slips of YAML are told by what they are, where they are: a blank, a colon, a dash, a bar."""

from __future__ import annotations

import pytest

from tests.script.scripts import findings_of, told, with_sections, with_steps

CHOICE = """\
- choose: |
    When would be good?
  save_as: when
  options:
    - today: Today
    - later: Later
"""
HI = "- say: |\n    Hello.\n"
THEN = "  then:\n    - say: Hello.\n"


@pytest.mark.parametrize(
    ("steps", "line", "says"),
    [
        ("- ask: |\n    What?\n  save_as:it\n- say: ${it}", "    save_as:it", "Write: save_as: it"),
        ("- ask: |\n    What?\n  save_as: it\n  optional:yes", "    optional:yes", "Write: optional: yes"),
        ("- say |\n    Hello you\n" + HI, "  - say |", "Write: - say: |"),
        ("- say:|\n    Hello you\n" + HI, "  - say:|", "Write: - say: |"),
        (CHOICE.replace("- choose", "-choose"), "  -choose: |", "Write: - choose: |"),
        (HI + CHOICE.replace("- choose", "-choose"), "  -choose: |", "Write: - choose: |"),
        (CHOICE.replace("- choose", "– choose"), "  – choose: |", "another sign"),
        (HI + CHOICE.replace("- choose", "— choose"), "  — choose: |", "another sign"),
        (CHOICE.replace("today: T", "today:T"), "      - today:Today", "Write: - today: Today"),
        (HI + "- end", "  - end", "- end: complete, or: - end: people"),
        (HI + "- end:", "  - end:", "complete, people"),
        (CHOICE + "- if when is today\n" + THEN, "  - if when is today", "Write: - if: when is today"),
        (CHOICE + "- if: when is today\n  then\n    - say: Hello.", "    then", "Write: then:"),
        (CHOICE + "- if: when is today:\n" + THEN, "  - if: when is today:", "Write: - if: when is today"),
        (HI + "say: |\n  Hello", "  say: |", "A dash is missing"),
        ("say: |\n  Hello\n" + HI, "  say: |", "A dash is missing"),
        ("- say:\n    Hello there\n    and this: words", "  - say:", "without a |"),
        ("- say: Hello there\n    and this: words", "  - say: Hello there", "without a |"),
        ("- ask:\n    What?\n    save_as: it", "      save_as: it", "further in than"),
    ],
)
def test_a_slip_is_told_by_what_it_is_and_where(steps: str, line: str, says: str) -> None:
    (finding,) = findings_of(with_steps(steps))
    assert finding.excerpt == line
    assert says in finding.message + (finding.suggestion or "")


def test_a_key_of_the_script_needs_its_blank_too() -> None:
    (finding,) = findings_of(with_steps(HI).replace("version: 1.0", "version:1.0"))
    assert (finding.mark.line, finding.code) == (4, "PW001")
    assert "Write: version: 1.0" in finding.message


def test_what_looks_like_a_slip_among_words_is_let_be() -> None:
    words = "    say:|\n    - end\n    – choose: this\n    if when is today\n"
    assert told(with_steps("- say: |\n" + words)) == []
    (finding,) = findings_of(with_steps("- say: |\n" + words + '- say: "Hello'))
    assert "quotation mark" in finding.message


@pytest.mark.parametrize(
    ("steps", "line", "key"),
    [
        ("- ask: |\n    What?\n    save_as: it\n- say: ${it}", 13, "save_as"),
        (
            "- choose: |\n    What?\n    save_as: it\n  options:\n    - a: A\n    - b: B\n- say: ${it}",
            13,
            "save_as",
        ),
        (
            "- choose: |\n    What?\n    options:\n      - a: A\n      - b: B\n  save_as: it\n- say: ${it}",
            13,
            "options",
        ),
    ],
)
def test_a_key_among_the_words_above_it_is_pointed_out_once(steps: str, line: int, key: str) -> None:
    (finding,) = findings_of(with_steps(steps))
    assert finding.code == "PW021"
    assert finding.message == f'The key "{key}" is missing here.'
    assert finding.suggestion is not None
    assert f"Line {line} looks like it" in finding.suggestion


def test_a_key_of_a_section_at_the_top_belongs_into_one() -> None:
    for key in ("opening", "deep", "closing", "needs"):
        (finding,) = findings_of(with_steps(HI).replace("steps:", f"{key}: yes\nsteps:"))
        assert finding.code == "PW020"
        assert "into a section" in (finding.suggestion or "")
    text = with_sections("- id: a\n  depht: deep\n  steps:\n    - end: complete", "settling")
    assert "into a section" not in (findings_of(text)[0].suggestion or "")
