"""A script and the shared scripts it reaches: what they give each other, and what each may ask."""

from __future__ import annotations

import pytest

from partswork.script.linking import link, needed, uses
from partswork.script.reader import read
from tests.script.scripts import (
    findings_of,
    library,
    marked,
    reading_of,
    script_of,
    shared_with,
    told,
    with_sections,
    with_steps,
)

GIVEN = """
- name_part: Who?
  save_as: guard
- ask: What?
  save_as: words
- rate: How near?
  save_as: near
"""


def another(id: str, steps: str, keys: str = "") -> str:
    return shared_with(steps, keys).replace("id: evening-sit", f"id: {id}")


MEETS = another(
    "meets", "- return: done", "takes:\n  - who: part\n  - why: text\n  - how: number\nreturns:\n  - done"
)


def test_a_script_is_joined_with_all_it_reaches() -> None:
    reading = reading_of(with_steps(f"{GIVEN}\n- use: unblending\n  with:\n    part: guard"))
    assert reading.script is not None
    assert list(needed(reading.script)) == ["grounding", "unblending"]
    assert [use.script.text for _, use in uses(reading.script)] == ["unblending"]
    bundle = link(reading, library(), library())
    assert bundle is not None
    assert bundle.if_they_stop.id == "grounding"
    assert "unblending" in bundle.shared


def test_with_an_error_there_is_nothing_to_run() -> None:
    reading = read(with_steps("- say: ${nobody}").encode())
    assert link(reading, library(), library()) is None
    assert len(reading.errors) == 1


def test_with_only_a_warning_there_is() -> None:
    reading = read(with_steps('- say: "Hello\\u202e."').encode())
    assert link(reading, library(), library()) is not None
    assert reading.errors == ()


def test_a_part_words_and_a_number_can_be_given() -> None:
    use = "- use: meets\n  with:\n    who: guard\n    why: words\n    how: near\n  save_as: met"
    script_of(with_steps(f"{GIVEN}\n{use}\n- if: met is done\n  then:\n    - say: Good."), MEETS)


def test_a_number_given_is_taken_as_0_to_100() -> None:
    steps = (
        "- if: how is at least 100\n  then:\n    - say: Far.\n- if: how is 101\n  then:\n    - say: Further."
    )
    assert told(shared_with(steps, "takes:\n  - how: number")) == [("PW036", "101")]


def test_inputs_can_be_shown_tested_and_remembered_of() -> None:
    steps = """
- say: Hello ${who}.
- ask: What is its job?
  save_as: job
  remember: job of who
- if: why is answered
  then:
    - say: ${why}
"""
    script_of(shared_with(steps, "takes:\n  - who: part\n  - why: text"))


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("- use: groundng", ("PW050", "groundng")),
        ("- use: unblending", ("PW061", "unblending")),
        ("- use: unblending\n  with:\n    prat: guard", ("PW060", "prat")),
        ("- use: unblending\n  with:\n    part: guard\n    more: guard", ("PW060", "more")),
        ("- use: unblending\n  with:\n    part: gaurd", ("PW032", "gaurd")),
        ("- use: unblending\n  with:\n    part: words", ("PW065", "words")),
        ("- use: unblending\n  with:\n    part: distress", ("PW065", "distress")),
        ("- use: grounding\n  save_as: done", ("PW062", "done")),
        ("- use: unblending\n  with:\n    part: guard\n  save_as: words", ("PW057", "words")),
        ("- use: not-shared", ("PW056", "not-shared")),
        ("- use: broken", ("PW052", "broken")),
        ("- use: release", ("PW063", "release")),
        ("- use: leads-there", ("PW063", "leads-there")),
        ("- ask: What is its job?\n  save_as: job\n  remember: job of gaurd", ("PW032", "gaurd")),
        ("- ask: What is its job?\n  save_as: job\n  remember: job of words", ("PW064", "words")),
        ("- ask: What is its job?\n  save_as: job\n  remember: jbo of guard", ("PW023", "jbo")),
        ("- ask: What is its job?\n  save_as: job\n  remember: guard", ("PW022", "guard")),
        ("- ask: What?\n  save_as: job\n  remember: |\n    jbo\n    of guard", ("PW023", "jbo")),
        ("- name_part: Who?\n  save_as: other\n  guarded_by: words", ("PW064", "words")),
        ("- name_part: Who?\n  save_as: other\n  opposed_to: gaurd", ("PW032", "gaurd")),
        ("- ask: Who?\n  save_as: guard", ("PW057", "guard")),
        ("- rate: How near?\n  save_as: near\n  to: 9", ("PW057", "near")),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(use: str, expected: tuple[str, str]) -> None:
    not_shared = with_steps("- say: Hello.").replace("evening-sit", "not-shared")
    broken = another("broken", "- say: ${nobody}")
    release = another("release", "- say: Hello.", "tags:\n  - unburdening")
    leads_there = another("leads-there", "- use: release")
    readings = {"broken": read(broken.encode())}
    link(readings["broken"], {}, ())
    reading = read(with_steps(f"{GIVEN}\n{use}").encode())
    for text in (not_shared, release, leads_there):
        other = read(text.encode())
        assert other.script is not None
        readings[other.script.id] = other
    link(reading, {**library(), **readings}, library())
    assert [(finding.code, marked(finding)) for finding in reading.findings.sorted()] == [expected]


def test_unburdening_is_reached_with_a_therapist_in_the_room() -> None:
    release = another("release", "- say: Hello.", "tags:\n  - unburdening")
    text = with_steps("- use: release")
    assert told(text, release) == [("PW063", "release")]
    script_of(text.replace("depth:", "company: therapist\ndepth:"), release)


def test_a_shared_script_may_not_come_back_to_itself() -> None:
    there = another("there", "- use: evening-sit")
    back = shared_with("- use: there")
    assert told(back, there, back) == [("PW051", "there")]
    itself = shared_with("- use: evening-sit")
    assert told(itself, itself) == [("PW051", "evening-sit")]


def test_company_that_is_misspelled_is_taken_as_it_seems_meant() -> None:
    release = another("release", "- say: Hello.", "tags:\n  - unburdening")
    text = with_steps("- use: release").replace("depth:", "company: terapist\ndepth:")
    assert told(text, release) == [("PW023", "terapist")]


@pytest.mark.parametrize("id", ["unblending", "asks-for-more", "only-speaks"])
def test_what_happens_when_they_stop_must_ground_and_take_nothing(id: str) -> None:
    takes = another("asks-for-more", "- say: Hello.", "grounds: yes\ntakes:\n  - who: part")
    text = with_steps("- say: Hello.").replace("if_they_stop: grounding", f"if_they_stop: {id}")
    speaks = another("only-speaks", "- say: Hello.")
    assert told(text, takes, speaks) == [("PW059", id)]


def test_what_happens_when_they_stop_must_exist() -> None:
    text = with_steps("- say: Hello.").replace("if_they_stop: grounding", "if_they_stop: groundin")
    (finding,) = findings_of(text)
    assert (finding.code, finding.suggestion) == ("PW050", 'Did you mean "grounding"?')


def test_what_grounds_uses_nothing_that_looks_inward() -> None:
    asks = another("asks", "- use: asks-within")
    within = another("asks-within", "- ask: What?\n  save_as: it")
    text = shared_with("- use: asks\n- use: asks", "grounds: yes")
    assert told(text, asks, within) == [("PW058", "asks")] * 2


def test_a_closing_section_uses_nothing_that_looks_inward() -> None:
    asks = another("asks", "- ask: What?\n  save_as: it")
    sections = "- id: closing\n  closing: yes\n  steps:\n    - use: asks\n    - use: grounding"
    assert told(with_sections(sections), asks) == [("PW074", "asks")]


def test_a_name_may_be_saved_twice_in_the_same_way() -> None:
    choose = "- choose: May I?\n  save_as: leave\n  options:\n    - given: Yes\n    - refused: No"
    other_order = "- choose: Again?\n  save_as: leave\n  options:\n    - refused: No\n    - given: Yes"
    script_of(with_steps(choose + "\n" + choose + "\n" + other_order))


@pytest.mark.parametrize(
    "again",
    [
        "- choose: Now?\n  save_as: leave\n  options:\n    - given: Yes\n    - later: Later",
        "- choose: Now?\n  save_as: leave\n  many: yes\n  options:\n    - given: Yes\n    - refused: No",
    ],
)
def test_a_name_saved_in_another_way_is_told(again: str) -> None:
    choose = "- choose: May I?\n  save_as: leave\n  options:\n    - given: Yes\n    - refused: No\n"
    (finding,) = findings_of(with_steps(choose + again))
    assert finding.code == "PW057"
    assert "line 12" in finding.message


def test_a_shared_script_knows_its_own_names_only() -> None:
    assert told(with_steps("- use: unblending\n  with:\n    part: guard")) == [("PW032", "guard")]
    steps = f"{GIVEN}\n- use: unblending\n  with:\n    part: guard\n- say: ${{feeling}}"
    assert told(with_steps(steps)) == [("PW032", "${feeling}")]
