"""A finding in its five parts, as the design page shows one; and the caret under what is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.cli.telling import told
from partswork.script.finding import Finding, Mark
from tests.cli.conftest import Call
from tests.practices import practice

# The excerpt, the caret and the code at the right edge are those of the page on the language.
SAMPLE = """\
beside-the-guard.yaml, line 76, column 15 (section "asking")            PW032
   76 |       - if: leaf is not given
      |             ^^^^
Nothing in this script saves an answer called "leaf".
Did you mean "leave"?  (saved at line 56)
More: partswork explain PW032"""


def finding(
    excerpt: str, column: int, length: int = 1, *, line: int = 7, section: str | None = "main"
) -> Finding:
    return Finding(
        code="PW032",
        severity="error",
        promise=None,
        mark=Mark(line, column, length),
        section=section,
        message="What is wrong.",
        excerpt=excerpt,
    )


def caret(excerpt: str, column: int, length: int = 1) -> tuple[str, str]:
    """Return the excerpt and the line with the caret under it."""
    _, shown, pointer, *_ = told(finding(excerpt, column, length), "a.yaml").split("\n")
    return shown, pointer


def test_a_finding_looks_as_the_page_shows_it() -> None:
    sample = Finding(
        code="PW032",
        severity="error",
        promise=None,
        mark=Mark(76, 13, 4),
        section="asking",
        message='Nothing in this script saves an answer called "leaf".',
        excerpt="      - if: leaf is not given",
        suggestion='Did you mean "leave"?  (saved at line 56)',
    )
    # The page counts the column from further left than it draws the caret.
    assert told(sample, "beside-the-guard.yaml") == SAMPLE.replace("column 15", "column 13")


def test_a_script_with_that_mistake_is_told_so(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = """\
        - choose: |
            Is it all right?
          save_as: leave
          options:
            - given: Yes
            - refused: No
        - if: leaf is not given
          then:
            - end: complete
        """
    text = practice("guard", steps).replace("if_they_stop: settle", "if_they_stop: grounding")
    (tmp_path / "guard.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    said = call("check", "guard.yaml")
    line = 1 + text.split("\n").index("  - if: leaf is not given")
    saved = 1 + text.split("\n").index("    save_as: leave")
    assert said.code == 1
    assert said.err == ""
    assert said.out.split("\n") == [
        f'guard.yaml, line {line}, column 9 (section "main")'.ljust(72) + "PW032",
        f"   {line} |   - if: leaf is not given",
        "      |         ^^^^",
        'Nothing in this script saves an answer called "leaf".',
        f'Did you mean "leave"?  (saved at line {saved})',
        "More: partswork explain PW032",
        "",
        "1 script read, 1 finding.",
        "",
    ]


def test_outside_sections_none_is_named() -> None:
    head = told(finding("title: A", 1, section=None), "a.yaml").split("\n")[0]
    assert head == "a.yaml, line 7, column 1".ljust(72) + "PW032"


def test_where_the_place_is_long_the_code_still_stands_behind_it() -> None:
    file = "a" * 90 + ".yaml"
    assert told(finding("title: A", 1), file).split("\n")[0].endswith('(section "main")  PW032')


def test_where_there_is_no_line_to_show_there_is_none() -> None:
    assert told(finding("", 1), "a.yaml").split("\n")[1:] == [
        "What is wrong.",
        "More: partswork explain PW032",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "pointer"),
    [
        ("abc def", 5, 3, "      |     ^^^"),
        # Behind the end: what is missing there.
        ("abc", 4, 1, "      |    ^"),
        ("abc", 9, 5, "      |    ^"),
        # Longer than what is there to point at.
        ("abc def", 5, 30, "      |     ^^^"),
        # Each of these takes two columns.
        ("見張り is given", 5, 2, "      |        ^^"),
        ("say 見張り", 5, 3, "      |     ^^^^^^"),
        ("👩‍👩‍👧 x", 7, 1, "      |    ^"),
        # These take none of their own.
        ("Zoe\u0308 x", 6, 1, "      |     ^"),
        ("Zoe\u0308 x", 4, 1, "      |    ^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(excerpt: str, column: int, length: int, pointer: str) -> None:
    assert caret(excerpt, column, length) == (f"    7 | {excerpt}", pointer)


def test_of_a_long_line_as_much_is_shown_as_helps() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    shown, pointer = caret(line, 501, 4)
    assert len(shown) == len("    7 | ") + 102
    assert shown.startswith("    7 | …x")
    assert shown.endswith("y…")
    assert shown[pointer.index("^") : pointer.rindex("^") + 1] == "HERE"


def test_the_beginning_of_a_long_line_is_shown_from_its_beginning() -> None:
    shown, pointer = caret("HERE" + "y" * 500, 1, 4)
    assert shown == "    7 | HERE" + "y" * 96 + "…"
    assert pointer == "      | ^^^^"


def test_a_long_line_of_wide_letters_still_has_the_caret_below_them() -> None:
    from wcwidth import width

    shown, pointer = caret("見" * 300 + "張" + "り" * 300, 301, 1)
    at = width(pointer[: pointer.index("^")])
    assert width(shown[: shown.index("張")]) == at


def test_a_line_far_down_pushes_nothing_out_of_place() -> None:
    _, shown, pointer, *_ = told(finding("abc def", 5, 3, line=1_234_567), "a.yaml").split("\n")
    assert shown == "1234567 | abc def"
    assert pointer == "        |     ^^^"


def test_a_story_comes_before_what_to_do() -> None:
    told_all = told(
        Finding("PW045", "warning", "G5", Mark(1, 1), None, "What.", "x", "Do this.", "Someone does that."),
        "a.yaml",
    )
    assert told_all.split("\n")[3:] == [
        "What.",
        "Someone does that.",
        "Do this.",
        "More: partswork explain PW045",
    ]
