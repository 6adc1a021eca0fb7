"""Words that look like markup, commands of a terminal or fills are words: shown and stored as typed."""

from __future__ import annotations

import json

from tests.plain.hostile import (
    C1,
    C1_CLEANED,
    ESCAPES,
    ESCAPES_CLEANED,
    FILL,
    LONG,
    MARKUP,
    NAME,
    SHOWN,
    WIDE,
    hostile_script,
    unseen,
)
from tests.plain.kept import answers, sessions, values
from tests.plain.piping import runs
from tests.plain.scripts import TWO_WORDS, own

TYPED = f"{MARKUP} {FILL} {WIDE} {ESCAPES} {C1}"
KEPT = f"{MARKUP} {FILL} {WIDE} {ESCAPES_CLEANED} {C1_CLEANED}"


def test_every_word_is_shown_and_stored_as_it_was_typed() -> None:
    hostile_script("mine")
    told = runs("run", "mine", said=["3", f"{TYPED} {LONG}", "4", SHOWN, SHOWN, SHOWN, TYPED, TYPED])
    assert (told.code, told.errors) == (0, "")
    assert unseen(told.out) == []
    shown = told.out.splitlines()
    assert shown.count(SHOWN) >= 10
    assert {f"Said: {KEPT} {LONG}", f"Near: {KEPT}", LONG, f"1. {SHOWN}"} <= set(shown)
    told = runs("journal", "show", "--json", sessions()[0].id)
    assert {one["name"]: one["value"] for one in json.loads(told.out)["answers"]} == {
        "distress": 3,
        "word": f"{KEPT} {LONG}",
        "far": 4,
        "weather": {"calm": SHOWN},
        "way": "this",
        "colours": ["red"],
        "near": KEPT,
        "place": [KEPT],
    }
    told = runs("journal", "show", sessions()[0].id)
    assert unseen(told.out) == []
    assert f"{KEPT} {LONG}" in told.out


def test_a_part_of_such_a_name_is_known_again() -> None:
    own("mine", "- name_part: Who?\n  save_as: who\n- end: complete\n")
    runs("run", "mine", said=[NAME])
    told = runs("run", "mine", said=[NAME])
    assert NAME in [line.strip() for line in told.out.splitlines()]
    assert values() == {"who": NAME}


def test_what_is_no_text_at_all_stops_nothing() -> None:
    own("mine", TWO_WORDS)
    told = runs("run", "mine", said=b"\xef\xbb\xbfcaf\xe9 \xff\x00\xc0\xaf\r\n\x07\x1b\n")
    assert told.code == 0
    assert [one.value for one in answers()] == ["caf\ufffd \ufffd\ufffd\ufffd", None]


def test_words_of_control_codes_alone_are_no_words() -> None:
    own("mine", TWO_WORDS)
    told = runs("run", "mine", said=["\x07\x1b", "one"])
    assert (told.code, values()) == (1, {"first": "one"})
    again = runs("run", "mine", "--continue", said=["two"])
    assert (again.code, values()) == (0, {"first": "one", "second": "two"})


def test_a_name_that_cannot_be_written_here_is_written_with_question_marks() -> None:
    own("mine", TWO_WORDS, title="日本")
    told = runs("run", "mine", said=["é", "日本"], PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (told.code, told.out.splitlines().count("??")) == (0, 1)
    assert values() == {"first": "é", "second": "日本"}
