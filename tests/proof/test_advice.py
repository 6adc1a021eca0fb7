"""What the proof adds to a broken promise where it knows the cause."""

from __future__ import annotations

from tests.script.scripts import with_sections, with_steps
from tests.script.test_finding_pages import findings_of

BEFORE = "- distress: H?\n- if: distress is high\n  then:\n    - end: people\n"
AFTER = "- distress: H?\n- end: complete"
CHOOSE = "- choose: L?\n  save_as: l\n%s  options:\n    - a: A\n    - b: B\n"


def message(text: str, code: str) -> str:
    (finding,) = findings_of(text)
    assert finding.code == code
    return finding.message


def test_a_practical_choice_may_come_in_an_opening_section() -> None:
    told = message(with_steps(CHOOSE.replace("%s", "") + BEFORE + AFTER), "PW140")
    assert told.endswith("If it is practical, put it in a section of its own with opening: yes.")
    told = message(with_steps("- ask: L?\n  save_as: l\n" + BEFORE + AFTER), "PW140")
    assert told.endswith("make it a choose, in a section of its own with opening: yes.")
    assert "practical" not in message(with_steps("- name_part: L?\n  save_as: l\n" + BEFORE + AFTER), "PW140")


def test_where_a_question_may_be_skipped_its_line_is_told() -> None:
    skipped = " It is asked, but it may be skipped at line 15."
    ask = BEFORE + "- ask: L?\n  save_as: l\n  optional: yes\n"
    assert message(with_steps(ask + "- say: ${l}\n" + AFTER), "PW110").endswith(skipped)
    choose = BEFORE + CHOOSE.replace("%s", "  optional: yes\n")
    tested = "- if: l is a\n  then:\n    - say: Hello.\n"
    assert message(with_steps(choose + tested + AFTER), "PW111").endswith(skipped)
    part = BEFORE + "- name_part: L?\n  save_as: l\n  optional: yes\n"
    given = "- use: unblending\n  with:\n    part: l\n"
    assert message(with_steps(part + given + AFTER), "PW132").endswith(skipped)


def test_what_was_never_asked_was_not_skipped() -> None:
    later = BEFORE + "- say: ${l}\n- ask: L?\n  save_as: l\n  optional: yes\n" + AFTER
    assert "skipped" not in message(with_steps(later), "PW110")


def test_whoever_leads_everybody_elsewhere_is_named() -> None:
    led = "- id: a\n  steps:\n    - say: Hi.\n    - go_to: c\n- id: b\n  steps:\n    - say: Hi.\n"
    led += "- id: c\n  steps:\n    - end: complete"
    assert message(with_sections(led, "settling"), "PW107").endswith(
        " Everybody leaves at line 14 (go_to: c)."
    )
    ended = "- say: Hi.\n- end: complete\n- say: Hello."
    told = message(with_steps(ended), "PW105")
    assert told.endswith(" Everybody leaves at line 12 (end: complete).")


def test_where_each_leaves_in_their_own_way_nobody_is_named() -> None:
    both = CHOOSE.replace("%s", "").replace("A\n", "A\n      then:\n        - end: complete\n")
    both = both.replace("b: B\n", "b: B\n      then:\n        - end: people\n")
    text = with_steps(both + "- say: Hi.\n- end: complete").replace("depth: meeting", "depth: settling")
    assert "Everybody leaves" not in message(text, "PW105")
