"""The table, the summary, and the lines of some sessions only."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest

from partswork.errors import PartsworkError
from partswork.exchange.choosing import Wanted, chosen
from partswork.exchange.escaping import cell
from partswork.exchange.lines import lines
from partswork.exchange.summary import summary
from partswork.exchange.tables import table
from partswork.journal import Journal, Record
from tests.journal.homes import held
from tests.journal.sitting import LATER, Sitting, record


def _table(journal: Journal) -> list[list[str]]:
    return list(csv.reader("".join(table(journal, chosen(journal, Wanted()))).splitlines()))


def _summary(journal: Journal, *, with_answers: bool = False) -> str:
    return "".join(summary(journal, chosen(journal, Wanted()), with_answers=with_answers))


def test_the_table_has_ratings_scans_and_distress_and_no_words(journal: Journal) -> None:
    sitting = Sitting(journal, script="eight-cs")
    sitting.answer("words", "something private")
    sitting.back(sitting.answer("warmth", 5, kind="rate"))
    sitting.answer("warmth", -2, kind="rate")
    sitting.answer("weather", {"calm": "near", "clear": "far"}, kind="scan")
    sitting.answer("distress", "numb", kind="distress")
    sitting.answer("distress", 3, kind="distress")
    sitting.skip("distress", kind="distress")
    head, *rows = _table(journal)
    assert head == ["session", "started", "script", "name", "value"]
    assert {tuple(row[:3]) for row in rows} == {(sitting.id, "2026-11-22T08:30:00+01:00", "eight-cs")}
    assert [row[3:] for row in rows] == [
        ["warmth", "-2"],
        ["weather.calm", "near"],
        ["weather.clear", "far"],
        ["distress", "numb"],
        ["distress", "3"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "\n=", "＝"])
def test_no_cell_is_a_formula(journal: Journal, start: str) -> None:
    formula = f"{start}cmd|' /C calc'!A0"
    assert cell(formula) == f"'{formula}"
    sitting = Sitting(journal, script=formula)
    sitting.answer(formula, {formula: formula}, kind="scan")
    sitting.answer(formula, 1, kind="rate")
    for row in _table(journal)[1:]:
        assert all(not text.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "＝")) for text in row)


def test_an_ordinary_cell_is_left_alone() -> None:
    assert [cell(text) for text in ("near", "a=b", "", "1-2", "'quoted'")] == [
        "near",
        "a=b",
        "",
        "1-2",
        "'quoted'",
    ]


def test_a_summary_holds_what_was_meant_for_somebody_and_nothing_else(journal: Journal) -> None:
    sitting = Sitting(journal, title="The loud part")
    sitting.answer("distress", 7, kind="distress")
    sitting.meet_new("The Watchman", role="manager")
    sitting.answer("words", "something private")
    sitting.back(sitting.answer("for_someone", "better not"))
    sitting.answer("for_someone", "that I slept")
    sitting.answer("distress", "unsure", kind="distress")
    sitting.answer("warmth", 4, kind="rate")
    sitting.end("stopped")
    sitting.add("line", {"text": "Ask about Thursday.\nReally."})
    journal.keep_draft(sitting.id, "line", "half typed")
    assert _summary(journal).split("\n\n\n", 1)[1] == (
        "2026-11-22  The loud part (stopped early)\n"
        "Parts met: The Watchman (manager)\n"
        "Distress, as said: 7, then unsure\n"
        "\n"
        "    that I slept\n"
        "\n"
        "    Ask about Thursday.\n"
        "    Really.\n"
    )


def test_a_summary_with_answers_has_them_all_but_none_half_typed(journal: Journal) -> None:
    sitting = Sitting(journal)
    sitting.answer("words", "something private")
    sitting.back(sitting.answer("more", "better not"))
    sitting.end()
    sitting.add("line", {"text": "for later"})
    journal.keep_draft(sitting.id, "line", "half typed")
    told = _summary(journal, with_answers=True)
    assert "\nwords\n    something private\n" in told
    assert "\n    for later\n" in told
    assert "better not" not in told
    assert "half typed" not in told


def test_sessions_are_chosen_by_day_practice_and_part(journal: Journal) -> None:
    first = Sitting(journal, at="2026-11-01T23:30:00-08:00")
    second = Sitting(journal, script="eight-cs", at="2026-11-02T08:00:00+01:00")
    third = Sitting(journal, at="2026-11-03T08:00:00+01:00")
    watchman = first.meet_new("The  Watchmän")
    second.back(second.meet(watchman, "The Watchmän"))
    third.meet(watchman, "An older name")

    def ids(wanted: Wanted) -> list[str]:
        return [one.id for one in chosen(journal, wanted)]

    assert ids(Wanted()) == [first.id, second.id, third.id]
    assert ids(Wanted(since=date(2026, 11, 2))) == [second.id, third.id]
    assert ids(Wanted(until=date(2026, 11, 1))) == [first.id]
    assert ids(Wanted(since=date(2026, 11, 2), until=date(2026, 11, 2))) == [second.id]
    assert ids(Wanted(script="eight-cs")) == [second.id]
    assert ids(Wanted(part=" the watchma\u0308n ")) == [first.id, third.id]
    with pytest.raises(PartsworkError, match="No part"):
        ids(Wanted(part="something private"))


def test_the_lines_of_some_sessions_stand_on_their_own(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal, script="eight-cs")
    watchman, other = first.meet_new("The Watchman", role="manager"), first.meet_new("The Child")
    second.meet(watchman, "The Watchman")
    journal.append([record("part-changed", None, {"part": watchman, "name": "The Lookout"})])
    journal.append([record("part-related", None, {"part": watchman, "kind": "guards", "other": other})])
    gone = Sitting(journal, script="arriving")
    journal.delete(gone.id, at=LATER)
    head, *told = map(json.loads, lines(journal, [journal.session(second.id)]))
    assert head == {"partswork-export": 1}
    assert [one["kind"] for one in told] == [
        *("script", "begun", "part-named", "answered", "part-changed", "deleted")
    ]
    assert "The Child" not in repr(told)
    with Journal.in_memory() as elsewhere:
        elsewhere.take_in([Record(**one) for one in told])
        assert [(part.name, part.role) for part in elsewhere.parts()] == [("The Lookout", "manager")]
        elsewhere.take_in(list(journal.everything()))
        assert held(elsewhere) == held(journal)
