"""At a terminal: every byte of a run is text, or readline's own moving along its line."""

from __future__ import annotations

from tests.plain.hostile import (
    ESCAPES,
    ESCAPES_CLEANED,
    FILL,
    LONG,
    MARKUP,
    NAME,
    SHOWN,
    WIDE,
    hostile_script,
)
from tests.plain.kept import values
from tests.plain.piping import runs
from tests.plain.scripts import own
from tests.terminal.person import Person

# Without the control codes from U+0080: pasted, readline writes them back as any line editor does.
PASTED = f"{MARKUP} {FILL} {WIDE} {ESCAPES}"
KEPT = f"{MARKUP} {FILL} {WIDE} {ESCAPES_CLEANED}"


def test_every_word_is_shown_and_stored_as_it_was_typed() -> None:
    own("before", "- name_part: Who?\n  save_as: who\n- end: complete\n")
    runs("run", "before", said=[NAME])
    hostile_script("mine")
    with Person("run", "--plain", "mine") as person:
        person.sees(SHOWN).answers().sees(LONG).answers().sees(SHOWN, "in, 1").enters().sees(
            "Quiet for"
        ).enters()
        person.sees("Question 1", SHOWN, SHOWN).answers("3")
        person.sees("Question 2", SHOWN, SHOWN, SHOWN).is_asked()
        person.pastes(PASTED).enters().is_asked().pastes(LONG).enters().answers()
        person.sees("Question 3", SHOWN, SHOWN, SHOWN).answers("4")
        person.sees("Question 4", SHOWN, SHOWN, SHOWN).is_asked().pastes(SHOWN).enters()
        person.sees("Question 5", SHOWN, f"1. {SHOWN}").is_asked().pastes(SHOWN).enters()
        person.sees("Question 6", SHOWN, f"1. {SHOWN}").is_asked().pastes(SHOWN).enters()
        person.sees("Question 7", SHOWN, NAME).is_asked().pastes(PASTED).enters()
        person.sees("Question 8", SHOWN).is_asked().pastes(PASTED).enters()
        person.sees(f"Said: {KEPT}", LONG).answers().sees(f"Near: {KEPT}").answers("/back")
        person.is_asked().enters().sees("Said:").answers().answers()
        assert person.left_with() == 0
        assert person.unknown == []
    assert values() == {
        "distress": 3,
        "word": f"{KEPT}\n{LONG}",
        "far": 4,
        "weather": {"calm": SHOWN},
        "way": "this",
        "colours": ["red"],
        "near": KEPT,
        "place": [KEPT],
    }
