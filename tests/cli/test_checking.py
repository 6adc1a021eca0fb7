"""How `partswork check` tells: for workflows, after each save, and where more is found than is told."""

from __future__ import annotations

import json
import os

import pytest

from partswork.cli.annotating import annotation
from partswork.script.finding import MOST_FINDINGS, Finding, Mark
from tests.cli.conftest import Call
from tests.practices import TWO_QUESTIONS, Own, practice, shared

SLIPPED = TWO_QUESTIONS.replace("${mind|", "${mint|")


def finding(message: str, severity: str = "error") -> Finding:
    return Finding("PW032", severity, None, Mark(3, 5), "main", message)  # type: ignore[arg-type]


# For workflows.


def test_each_finding_is_one_annotation_with_the_path_as_it_was_given(
    call: Call, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own.folder / "two.yaml").write_text(SLIPPED, "utf-8")
    monkeypatch.chdir(own.folder)
    said = call("check", "./two.yaml", "--format", "github")
    assert (said.code, said.err) == (1, "")
    told, summary = said.out.splitlines()
    assert told == (
        "::error file=./two.yaml,line=18,col=17,title=PW032::"
        'Nothing in this script saves an answer called "mint".%0A'
        'Did you mean "mind"?  (saved at line 15)%0AMore: partswork explain PW032'
    )
    assert summary == "1 script read, 1 finding."


def test_nothing_found_is_no_annotation(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    assert call("check", "two", "--format", "github") == (0, "1 script read, nothing found.\n", "")


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("hint", "notice")]
)
def test_each_severity_has_its_level(severity: str, level: str) -> None:
    assert annotation(finding("x", severity), "a.yaml").startswith(f"::{level} file=a.yaml,line=3,col=5,")


def test_nothing_in_a_message_or_a_path_is_taken_for_a_command() -> None:
    told = annotation(finding("50%\r\n::error::a, b"), "c:\\a,b%0A\n.yaml")
    assert "\n" not in told
    assert told.startswith("::error file=c%3A\\a%2Cb%250A%0A.yaml,line=3,col=5,title=PW032::")
    assert told.partition("title=PW032::")[2].startswith("50%25%0D%0A::error::a, b%0AMore: ")


def test_json_is_a_format_too(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    assert call("check", "two", "--format", "json") == call("check", "two", "--json")


# What is no script, what is let pass, what is left out.


@pytest.mark.parametrize("name", ["two.test.yaml", "no/two.test.yml"])
def test_a_file_that_tests_a_script_is_not_checked(call: Call, own: Own, name: str) -> None:
    own.put("two", TWO_QUESTIONS)
    said = call("check", "two", name)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"{name} tests a script and is none itself. To run it: partswork test {name}\n"


def _too_many_ways(own: Own) -> str:
    """Put shared scripts that each use the next, and return a script that uses the first of them."""
    for n in range(30):
        own.put_shared(f"link-{n}", shared(f"link-{n}", f"- use: link-{n + 1}\n"))
    own.put_shared("link-30", shared("link-30", "- say: Here.\n"))
    return practice("many", "- use: link-0\n")


@pytest.mark.parametrize(
    ("first_line", "codes"),
    [
        ("partswork: 1", ["PW190"]),
        ("partswork: 1  # partswork: allow PW190", []),
        ("# partswork: allow PW190\npartswork: 1", []),
        ("partswork: 1  # partswork: allow PW016", ["PW190"]),
        ("# Not this one.\npartswork: 1  # partswork: allow PW190", ["PW190"]),
    ],
)
def test_a_warning_of_the_proof_is_let_pass_where_its_line_says_so(
    call: Call, own: Own, first_line: str, codes: list[str]
) -> None:
    path = own.folder / "many.yaml"
    path.write_text(_too_many_ways(own).replace("partswork: 1", first_line, 1), "utf-8")
    (told,) = json.loads(call("check", str(path), "--json").out)["files"]
    assert [one["code"] for one in told["findings"]] == codes
    # What is not proved stays so, told or not.
    assert told["proof"]["promises"]["G1"] == "not proved"
    assert ("PW190" in call("check", str(path)).out) == bool(codes)


@pytest.mark.parametrize(
    ("steps", "code"), [("- go_to: nowhere", "PW040"), ("- end: complete\n- end: complete", "PW105")]
)
def test_an_error_is_never_let_pass(call: Call, own: Own, steps: str, code: str) -> None:
    allowed = f"{steps}  # partswork: allow {code}\n- end: people\n"
    (own.folder / "kept.yaml").write_text(practice("kept", allowed), "utf-8")
    said = call("check", "kept")
    assert said.code == 1
    assert f" {code}\n" in said.out


def test_where_no_more_is_told_it_is_said(call: Call, own: Own) -> None:
    slips = "".join(f"- say: |\n    {n}: ${{mint}}\n" for n in range(MOST_FINDINGS + 10))
    path = own.folder / "slips.yaml"
    path.write_text(practice("slips", slips), "utf-8")
    own.put("two", TWO_QUESTIONS)
    said = call("check", str(path), "two")
    assert said.out.count("More: ") == MOST_FINDINGS
    assert said.out.count("no more are told of one file") == 1
    assert f"\n{path}: these are {MOST_FINDINGS} findings, and no more are told of one file." in said.out


def test_where_all_is_told_it_is_not(call: Call, own: Own) -> None:
    (own.folder / "two.yaml").write_text(SLIPPED, "utf-8")
    assert "no more are told" not in call("check", "two.yaml").out


# After each save.


@pytest.mark.parametrize("form", [["--json"], ["--format", "github"], ["--format", "json"]])
def test_watching_is_for_people(call: Call, form: list[str]) -> None:
    said = call("check", "--watch", *form)
    assert (said.code, said.out) == (2, "")
    assert said.err == "--watch is for people: it goes with no other format than text.\n"


def test_watching_what_there_is_not_ends_at_once(call: Call) -> None:
    said = call("check", "--watch", "xyzzy")
    assert (said.code, said.out) == (1, "")


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
@pytest.mark.parametrize("named", [True, False])
def test_each_save_is_checked_until_an_interrupt(own: Own, named: bool) -> None:
    from tests.terminal.person import Person

    path = own.folder / "two.yaml"
    path.write_text(SLIPPED, "utf-8")
    settle = own.folder / "shared" / "settle.yaml"
    whole = settle.read_text("utf-8")
    files = ["two", str(own.folder / "later.yaml")] if named else []
    clean, slipped = ("1 finding.", "2 findings.") if named else ("nothing found.", "1 finding.")
    clock = {"PARTSWORK_NOW": "2026-11-22T08:30:12+00:00", "TZ": "UTC"}
    with Person("check", "--watch", *files, environment=clock) as person:
        person.sees("── 08:30:12 ──", slipped)
        path.write_text(TWO_QUESTIONS, "utf-8")
        person.sees("── 08:30:12 ──", clean)
        # A shared script that is used is watched as well, also while it is away.
        settle.unlink()
        person.sees("── 08:30:12 ──", 'no shared script called "settle"', " read, ")
        settle.write_text(whole, "utf-8")
        person.sees("── 08:30:12 ──", clean).types(b"\x03")
        assert person.left_with() == 130
        # Nothing is cleared: what was told before can be read again.
        assert person.unknown == []
        assert "Traceback" not in person.text
