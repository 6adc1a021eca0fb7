"""The keys of a whole script and of its sections."""

from __future__ import annotations

import pytest

from partswork.script.reader import read
from partswork.script.words import plain_text
from tests.script.scripts import (
    HEAD,
    findings_of,
    script_of,
    shared_with,
    told,
    with_sections,
    with_steps,
)

WHOLE = """\
partswork: 1
id: evening-sit
title: Evening sit
version: 1.0
language: de-AT
depth: deep
company: therapist
about: |
  A minute of quiet.
if_they_stop: grounding
tags:
  - evening
  - short
note:
  say: Together.
sections:
  - id: arriving
    title: Arriving
    note: Slowly.
    opening: yes
    steps:
      - distress: How stirred up?
  - id: inside
    deep: yes
    needs: distress is low
    steps:
      - say: Nearer.
  - id: closing
    closing: yes
    steps:
      - end: complete
"""


def test_every_key_of_a_script_and_its_sections() -> None:
    script = script_of(WHOLE)
    assert (script.id, script.title, script.language) == ("evening-sit", "Evening sit", "de-AT")
    assert (script.depth, script.company, script.if_they_stop) == ("deep", "therapist", "grounding")
    assert script.tags == ("evening", "short")
    assert plain_text(script.about) == "A minute of quiet."
    assert script.note is not None
    assert script.note.say is not None
    arriving, inside, closing = script.sections
    assert arriving.title is not None
    assert plain_text(arriving.title) == "Arriving"
    assert arriving.note is not None
    assert (arriving.opening, inside.deep, closing.closing) == (True, True, True)
    assert inside.needs is not None
    assert script.section("closing") == 2


def test_a_version_is_the_authors_own_text() -> None:
    assert script_of(WHOLE).version == "1.0"
    assert script_of(WHOLE.replace("1.0", "2024-03-01")).version == "2024-03-01"
    assert script_of(WHOLE.replace("1.0", "1_000")).version == "1_000"


def test_alone_and_settling_unless_told() -> None:
    script = script_of(with_steps("- say: Hello.").replace("depth: meeting", "depth: settling"))
    assert (script.company, script.shared, script.grounds) == ("alone", False, False)
    assert script.depth == "settling"


def test_steps_alone_are_one_section_called_main() -> None:
    (main,) = script_of(with_steps("- say: Hello.")).sections
    assert main.id == "main"


def test_a_shared_script() -> None:
    takes = "takes:\n  - who: part\n  - what: text\n  - near: number"
    keys = f"grounds: yes\n{takes}\nreturns:\n  - done\n  - not_yet"
    script = script_of(shared_with("- return: done", keys))
    assert script.shared
    assert script.grounds
    assert script.takes == {"who": "part", "what": "text", "near": "number"}
    assert tuple(script.returns) == ("done", "not_yet")


@pytest.mark.parametrize("key", ["partswork", "id", "title", "version", "language", "about"])
def test_what_every_script_must_have(key: str) -> None:
    lines = HEAD.replace("about: |\n  A minute of quiet.", "about: A minute.").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(key))
    findings = findings_of(text + "depth: settling\nif_they_stop: grounding\nsteps:\n  - say: Hello.\n")
    assert [finding.code for finding in findings] == ["PW021"]
    assert f'"{key}"' in findings[0].message


def test_each_missing_key_is_told() -> None:
    findings = findings_of("partswork: 1\nsteps:\n  - say: Hello.\n")
    missing = ["about", "depth", "id", "if_they_stop", "language", "title", "version"]
    assert {finding.code for finding in findings} == {"PW021"}
    assert sorted(finding.message.split('"')[1] for finding in findings) == missing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WHOLE.replace("id: evening-sit", "id: evening sit"), ("PW024", "evening sit")),
        (WHOLE.replace("id: evening-sit", "id: 8-parts"), ("PW024", "8-parts")),
        (WHOLE.replace("id: evening-sit", "id: " + "a" * 65), ("PW024", "a" * 65)),
        (WHOLE.replace("de-AT", "German, please"), ("PW023", "German, please")),
        (WHOLE.replace("depth: deep", "depth: abyss"), ("PW023", "abyss")),
        (WHOLE.replace("company: therapist", "company: cat"), ("PW023", "cat")),
        (WHOLE.replace("partswork: 1", "partswork: one"), ("PW029", "one")),
        (WHOLE.replace("partswork: 1", "partswork: 0"), ("PW029", "0")),
        (WHOLE.replace("partswork: 1", "partswork: 2"), ("PW025", "2")),
        (WHOLE.replace("partswork: 1", "partswork: " + "9" * 5000), ("PW025", "9" * 5000)),
        (WHOLE.replace("partswork: 1", "partswork: " + "0" * 5000 + "1"), ("PW029", "0" * 5000 + "1")),
        (WHOLE.replace("id: inside", "id: arriving"), ("PW017", "arriving")),
        (WHOLE.replace("    needs: distress is low\n", ""), ("PW047", "inside")),
        (WHOLE.replace("    deep: yes\n", ""), ("PW046", "inside")),
        (WHOLE.replace("depth: deep", "depth: meeting"), ("PW048", "inside")),
        (WHOLE.replace("    deep: yes\n", "    deep: yes\n    closing: yes\n"), ("PW027", "inside")),
        (WHOLE.replace("    opening: yes\n", "    closing: yes\n"), ("PW049", "arriving")),
        (WHOLE.replace("    closing: yes\n", "    opening: yes\n"), ("PW049", "closing")),
        (WHOLE.replace("  - evening\n  - short", "  evening"), ("PW022", "evening")),
        (WHOLE.replace("      - end: complete", "      - ask: Who?\n        save_as: who"), ("PW074", "ask")),
        (WHOLE + "grounds: yes\n", ("PW055", "grounds")),
        (WHOLE + "steps:\n  - say: Hello.\n", ("PW027", "steps")),
        (WHOLE.replace("      - end: complete", "      - return: done"), ("PW055", "return")),
        (WHOLE.replace("      - end: complete", "      - go_to: inside"), ("PW042", "inside")),
        (WHOLE.replace("      - end: complete", "      - go_to: closing"), ("PW042", "closing")),
        (WHOLE.replace("      - say: Nearer.", "      - go_to: end"), ("PW040", "end")),
        (WHOLE.replace("  - id: arriving", "  - arriving\n  - id: arriving"), ("PW022", "arriving")),
        (HEAD + "depth: settling\nif_they_stop: grounding\n", ("PW021", "partswork")),
        (HEAD + "shared: yes\n", ("PW021", "partswork")),
        (shared_with("- end: complete"), ("PW054", "end")),
        (shared_with("- say: Hello.", "depth: settling"), ("PW054", "depth")),
        (shared_with("- say: Hello.", "takes:\n  - who: person"), ("PW023", "person")),
        (shared_with("- say: Hello.", "takes:\n  - who"), ("PW022", "who")),
        (shared_with("- say: Hello.", "takes:\n  - who: part\n  - who: text"), ("PW017", "who")),
        (shared_with("- say: Hello.", "returns:\n  - done\n  - done"), ("PW017", "done")),
        (shared_with("- return: doen", "returns:\n  - done"), ("PW053", "doen")),
        (shared_with("- ask: Who?\n  save_as: who", "grounds: yes"), ("PW058", "ask")),
    ],
)
def test_what_a_script_cannot_be_is_told_with_its_place(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_only_later_sections_are_suggested() -> None:
    text = WHOLE.replace("      - say: Nearer.", "      - go_to: nowhere")
    (finding,) = findings_of(text)
    assert (finding.code, finding.suggestion) == ("PW040", "What can stand here: closing.")


def test_a_go_to_in_a_shared_script_is_told() -> None:
    assert told(shared_with("- go_to: there")) == [("PW054", "go_to")]


def test_a_closing_section_of_a_settling_script_may_ask() -> None:
    script_of(
        with_sections("- id: a\n  closing: yes\n  steps:\n    - ask: What?\n      save_as: it", "settling")
    )


def test_the_first_of_two_is_named_by_its_line() -> None:
    (finding,) = findings_of(
        shared_with("- say: Hello.", "takes:\n  - who: part\n  - a: text\n  - who: part")
    )
    assert "line 10" in finding.message


def test_the_id_must_be_the_name_of_the_file() -> None:
    assert told(WHOLE, stem="evening-sit") == []
    assert told(WHOLE, stem="morning-sit") == [("PW019", "evening-sit")]


def test_a_script_of_a_newer_language_is_not_judged_further() -> None:
    reading = read(b"partswork: 2\ninvented: later\n")
    assert reading.script is None
    assert [finding.code for finding in reading.findings.sorted()] == ["PW025"]


def test_findings_say_which_section_they_are_in() -> None:
    text = WHOLE.replace("    title: Arriving", "    titel: Arriving").replace("Nearer.", "${nobody}")
    assert [(finding.code, finding.section) for finding in findings_of(text)] == [
        ("PW020", "arriving"),
        ("PW032", "inside"),
    ]
