"""A script that turns to a part is most likely more than settling; that is a warning, and can be allowed."""

from __future__ import annotations

import pytest

from tests.script.scripts import HEAD, findings_of, marked, told, with_sections, with_steps

ASKS = "- name_part: Who?\n  save_as: guest\n- name_part: And who?\n  save_as: other"


def settling(steps: str) -> str:
    return with_steps(steps).replace("depth: meeting", "depth: settling")


def test_the_first_step_that_asks_for_a_part_is_told() -> None:
    (finding,) = findings_of(settling(ASKS))
    assert (finding.code, finding.severity, marked(finding)) == ("PW085", "warning", "name_part")
    assert finding.section == "main"
    assert "meeting" in finding.message


def test_it_can_be_allowed() -> None:
    allowed = "- name_part: |  # partswork: allow PW085\n    Who?\n  save_as: guest\n"
    assert told(settling(allowed + "- use: unblending\n  with:\n    part: guest")) == []


@pytest.mark.parametrize("depth", ["meeting", "deep"])
def test_deeper_scripts_owe_it_and_need_no_telling(depth: str) -> None:
    assert told(with_sections("- id: a\n  steps:\n    - name_part: Who?\n      save_as: guest", depth)) == []


def test_it_waits_for_what_is_wrong() -> None:
    assert told(settling(ASKS).replace("depth: settling\n", "")) == [("PW021", "partswork")]
    assert HEAD in settling(ASKS)
