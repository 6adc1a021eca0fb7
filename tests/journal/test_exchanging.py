"""Journals that take in each other's records come to hold the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.errors import SessionElsewhere
from partswork.journal import Journal, NotTaken, Record, TakenIn, new_id
from tests.journal.homes import BEFORE, Happening, Home, again, happen, happenings, held
from tests.journal.sitting import AT, LATER, Sitting, record, tables

SOAK = int(os.environ.get("PARTSWORK_SOAK", "1"))


def _all(journal: Journal) -> list[Record]:
    return list(journal.everything())


@settings(max_examples=60 * SOAK)
@given(st.lists(happenings, max_size=40), st.randoms(use_true_random=False), st.booleans())
def test_two_homes_that_exchange_end_equal(steps: list[Happening], random: Random, crossed: bool) -> None:
    with Journal.in_memory() as one, Journal.in_memory() as other:
        happen([Home(one), Home(other)], [*BEFORE, *steps])
        ours, theirs = _all(one), _all(other)
        random.shuffle(ours)
        one.take_in(theirs)
        other.take_in(ours if crossed else _all(one))
        assert held(one) == held(other)
        before = held(one)
        assert one.take_in(_all(other)) == TakenIn(0, 0, 0)
        one.rebuild()
        assert held(one) == before


@pytest.fixture
def elsewhere() -> Iterator[Journal]:
    """The journal of another machine."""
    with Journal.in_memory() as opened:
        yield opened


def test_everything_is_there_in_order_however_much_it_is(journal: Journal) -> None:
    sitting = Sitting(journal)
    for number in range(1100):
        journal.append([record("answered", sitting.id, {"name": "words", "value": str(number)})])
    found = _all(journal)
    assert len(found) == 1102
    assert found == sorted(found, key=lambda one: (one.clock, one.id))


def test_records_that_share_their_place_are_all_there(journal: Journal) -> None:
    offered = [Record(new_id(), 7, AT, "dreamt", None, {}) for _ in range(1100)]
    journal.take_in(offered)
    assert _all(journal) == sorted(offered, key=lambda one: one.id)


def test_what_is_taken_in_is_what_was_there(journal: Journal, elsewhere: Journal) -> None:
    sitting = Sitting(elsewhere)
    sitting.meet_new("The Watchman", role="manager")
    sitting.add("dreamt", {"of": {"a newer": ["key", 1.5, None, True]}})
    assert journal.take_in(_all(elsewhere)) == TakenIn(records=5, sessions=1, deleted=0)
    assert held(journal) == held(elsewhere)
    assert journal.take_in(_all(elsewhere)) == TakenIn(0, 0, 0)


def test_what_comes_after_an_import_comes_after_it_in_the_order(journal: Journal, elsewhere: Journal) -> None:
    for _ in range(5):
        Sitting(elsewhere)
    journal.take_in(_all(elsewhere))
    newest = Sitting(journal)
    assert journal.sessions()[0].id == newest.id


def test_the_same_id_with_other_words_is_refused_and_nothing_taken(
    journal: Journal, elsewhere: Journal
) -> None:
    sitting = Sitting(journal)
    id = sitting.answer("words", "what was said")
    before = held(journal)
    Sitting(elsewhere)
    (ours,) = [one for one in _all(journal) if one.id == id]
    other = replace(ours, body={**ours.body, "value": "something else"})
    with pytest.raises(NotTaken) as refused:
        journal.take_in([*_all(elsewhere), other])
    assert refused.value.record == id
    for changed in (replace(ours, kind="skipped"), replace(ours, session=new_id())):
        with pytest.raises(NotTaken):
            journal.take_in([*_all(elsewhere), changed])
    assert held(journal) == before


def test_keys_in_another_order_say_the_same(journal: Journal) -> None:
    sitting = Sitting(journal)
    id = sitting.answer("words", "what was said")
    (ours,) = [one for one in _all(journal) if one.id == id]
    turned = replace(ours, body=dict(reversed(list(ours.body.items()))))
    assert journal.take_in([turned]).records == 0


def test_a_session_deleted_there_is_deleted_here(journal: Journal, elsewhere: Journal) -> None:
    sitting = Sitting(journal)
    sitting.answer("words", "something private")
    journal.keep_draft(sitting.id, "next", "something private")
    elsewhere.take_in(_all(journal))
    elsewhere.delete(sitting.id, at=LATER)
    assert journal.take_in(_all(elsewhere)) == TakenIn(records=1, sessions=0, deleted=1)
    assert journal.sessions() == []
    assert journal.draft(sitting.id, "next") is None
    assert "something private" not in repr(tables(journal, "record", "draft"))
    assert held(journal) == held(elsewhere)


def test_what_was_said_there_in_a_session_deleted_here_does_not_come_back(
    journal: Journal, elsewhere: Journal
) -> None:
    sitting = Sitting(journal)
    elsewhere.take_in(_all(journal))
    # Gone on with on the other machine, which has not heard of the deletion.
    there = again(elsewhere, sitting.id)
    there.meet_new("The Watchman")
    journal.delete(sitting.id, at=LATER)
    assert journal.take_in(_all(elsewhere)) == TakenIn(0, 0, 0)
    elsewhere.take_in(_all(journal))
    assert held(journal) == held(elsewhere)
    assert journal.sessions() == []
    assert "Watchman" not in repr(tables(journal, "record"))


def test_a_part_named_in_a_session_deleted_here_keeps_its_role_where_one_from_there_speaks_of_it(
    journal: Journal, elsewhere: Journal
) -> None:
    first = Sitting(elsewhere)
    watchman = first.meet_new("The Watchman", role="manager")
    Sitting(elsewhere).meet(watchman, "The Watchman")
    elsewhere.delete(first.id, at=LATER)
    journal.take_in(_all(elsewhere))
    assert [(part.name, part.role) for part in journal.parts()] == [("The Watchman", "manager")]


def test_what_was_said_here_of_a_part_outside_sessions_goes_with_its_last_session_deleted_there(
    journal: Journal, elsewhere: Journal
) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman, child = first.meet_new("The Watchman"), second.meet_new("The Child")
    elsewhere.take_in(_all(journal))
    journal.append(
        [
            record("part-changed", None, {"part": watchman, "name": "The Lookout"}),
            record("part-related", None, {"part": child, "kind": "guards", "other": watchman}),
            record("part-changed", None, {"part": child, "role": "exile"}),
        ]
    )
    elsewhere.delete(first.id, at=LATER)
    journal.take_in(_all(elsewhere))
    elsewhere.take_in(_all(journal))
    assert held(journal) == held(elsewhere)
    assert [(part.name, part.role, part.relations) for part in journal.parts()] == [
        ("The Child", "exile", ())
    ]
    assert "Lookout" not in repr(tables(journal, "record"))


def test_a_script_stays_while_a_session_that_is_left_ran_on_it(journal: Journal, elsewhere: Journal) -> None:
    gone, left = Sitting(journal), Sitting(journal)
    elsewhere.take_in([one for one in _all(journal) if one.session != left.id])
    elsewhere.delete(gone.id, at=LATER)
    journal.take_in(_all(elsewhere))
    pins = journal.records(left.id)[0].body["pins"]
    assert isinstance(pins, dict)
    assert journal.pinned(pins["check-in"]) == "id: check-in"
    elsewhere.take_in(_all(journal))
    assert held(journal) == held(elsewhere)


def test_a_home_that_was_copied_and_used_in_both_places_keeps_all_that_was_said(
    journal: Journal, elsewhere: Journal
) -> None:
    sitting = Sitting(journal)
    elsewhere.take_in(_all(journal))
    sitting.answer("words", "said here")
    again(elsewhere, sitting.id).answer("words", "said there")
    journal.take_in(_all(elsewhere))
    elsewhere.take_in(_all(journal))
    assert {entry.value for entry in journal.answers(sitting.id)} == {"said here", "said there"}
    assert held(journal) == held(elsewhere)


def test_a_session_without_the_script_it_ran_on_is_refused(journal: Journal, elsewhere: Journal) -> None:
    Sitting(elsewhere)
    without = [one for one in _all(elsewhere) if one.kind != "script"]
    with pytest.raises(NotTaken) as refused:
        journal.take_in(without)
    assert refused.value.record == without[0].id
    assert _all(journal) == []


def test_a_tombstone_takes_nothing_out_of_a_session_that_is_not_deleted(journal: Journal) -> None:
    sitting = Sitting(journal)
    id = sitting.answer("words", "what was said")
    before = held(journal)
    odd = Record(new_id(), 9, AT, "deleted", None, {"session": new_id(), "ids": [id]})
    with pytest.raises(NotTaken):
        journal.take_in([odd])
    assert held(journal) == before


def test_a_tombstone_that_names_a_stored_script_or_a_tombstone_leaves_them(journal: Journal) -> None:
    gone, sitting = Sitting(journal, script="eight-cs"), Sitting(journal)
    journal.delete(gone.id, at=LATER)
    kept = [one for one in _all(journal) if one.kind in ("script", "deleted")]
    odd = Record(new_id(), 9, AT, "deleted", None, {"session": new_id(), "ids": [one.id for one in kept]})
    journal.take_in([odd])
    assert [one for one in _all(journal) if one.kind in ("script", "deleted")] == sorted(
        [*kept, odd], key=lambda one: (one.clock, one.id)
    )
    assert [one.id for one in journal.sessions()] == [sitting.id]


def test_a_session_that_is_open_is_not_changed_from_outside(folder: Path, elsewhere: Journal) -> None:
    with Journal.open(folder) as here, Journal.open(folder) as window:
        sitting = Sitting(here)
        elsewhere.take_in(_all(here))
        again(elsewhere, sitting.id).answer("words", "said there")
        before = held(here)
        with window.lease(sitting.id):
            with pytest.raises(SessionElsewhere, match="Nothing was taken in"):
                here.take_in(_all(elsewhere))
            elsewhere.delete(sitting.id, at=LATER)
            with pytest.raises(SessionElsewhere):
                here.take_in(_all(elsewhere))
            assert held(here) == before
        here.take_in(_all(elsewhere))
        assert here.sessions() == []


def test_an_import_that_is_killed_is_whole_or_not_there(folder: Path, elsewhere: Journal) -> None:
    for _ in range(3):
        Sitting(elsewhere).end()
    offered = _all(elsewhere)

    def breaks_off() -> Iterator[Record]:
        yield from offered[:4]
        raise KeyboardInterrupt

    with Journal.open(folder) as journal:
        Sitting(journal)
        before = held(journal)
        with pytest.raises(KeyboardInterrupt):
            journal.take_in(breaks_off())
        assert held(journal) == before
        assert journal.take_in(offered).sessions == 3
