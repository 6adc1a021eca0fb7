"""The parts a person has met."""

from __future__ import annotations

from partswork.journal import Journal, KnownPart, new_id
from tests.journal.sitting import AT, LATER, Sitting, record


def test_a_part_is_known_from_its_answer(journal: Journal) -> None:
    session = Sitting(journal)
    watchman = session.meet_new("The Watchman", role="manager")
    session.answer("job", "keeps watch", remember={"field": "job", "part": watchman}, at=LATER)
    assert journal.parts() == [
        KnownPart(watchman, "The Watchman", "manager", {"job": "keeps watch"}, AT, AT, 1, ()),
    ]


def test_meetings_are_counted_by_session_and_the_last_met_is_first(journal: Journal) -> None:
    first = Sitting(journal)
    watchman = first.meet_new("The Watchman")
    critic = first.meet_new("The Critic")
    assert [p.name for p in journal.parts()] == ["The Critic", "The Watchman"]
    first.meet(critic, "The Critic", at=LATER)
    second = Sitting(journal)
    second.meet(watchman, "The Watchman")
    second.meet(watchman, "The Watchman", at=LATER)
    assert [(p.id, p.first_met, p.last_met, p.sessions) for p in journal.parts()] == [
        (watchman, AT, LATER, 2),
        (critic, AT, LATER, 1),
    ]


def test_the_newest_remembered_text_stands(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman = first.meet_new("The Watchman")
    first.answer("job", "keeps watch", remember={"field": "job", "part": watchman})
    second.meet(watchman, "The Watchman")
    second.answer("job", "counts the doors", remember={"field": "job", "part": watchman})
    second.answer("fear", "a fire", remember={"field": "fear", "part": watchman})
    first.answer("fear", "that nobody wakes", remember={"field": "fear", "part": watchman})
    assert journal.parts()[0].fields == {"job": "counts the doors", "fear": "that nobody wakes"}


def test_what_is_remembered_is_told_in_words(journal: Journal) -> None:
    session = Sitting(journal)
    watchman = session.meet_new("The Watchman")

    def remember(field: str, value: object, **more: str) -> None:
        body = {"section": "main", "name": field, "visit": 1, "kind": "ask", "value": value}
        session.add("answered", body | {"remember": {"field": field, "part": watchman, **more}})  # type: ignore[arg-type]

    remember("place", ["chest", "throat"])
    remember("age", 7)
    remember("look", {"height": "tall", "colour": "grey"})
    remember("job", "guards", text="It stands guard")
    remember("wish", {"part": new_id(), "name": "The Child"})
    assert journal.parts()[0].fields == {
        "place": "chest, throat",
        "age": "7",
        "look": "height: tall, colour: grey",
        "job": "It stands guard",
        "wish": "The Child",
    }


def test_only_live_answers_count(journal: Journal) -> None:
    session = Sitting(journal)
    watchman = session.meet_new("The Watchman")
    kept = session.answer("job", "keeps watch", remember={"field": "job", "part": watchman})
    session.back(session.answer("job", "sleeps", remember={"field": "job", "part": watchman}))
    assert journal.parts()[0].fields == {"job": "keeps watch"}
    session.add("moved", {"pins": {}, "abandons": [kept]})
    assert journal.parts()[0].fields == {}
    other = Sitting(journal)
    other.back(other.meet(watchman, "The Watchman", at=LATER))
    assert (journal.parts()[0].sessions, journal.parts()[0].last_met) == (1, AT)


def test_a_part_whose_only_naming_was_taken_back_is_not_known(journal: Journal) -> None:
    session = Sitting(journal)
    session.meet_new("The Wachman")
    (answer,) = [r.id for r in journal.records(session.id) if r.kind == "answered"]
    session.back(answer)
    assert journal.parts() == []
    session.meet_new("The Watchman")
    assert [p.name for p in journal.parts()] == ["The Watchman"]


def test_a_naming_taken_back_still_names_a_part_met_elsewhere(journal: Journal) -> None:
    first, second = Sitting(journal), Sitting(journal)
    watchman = first.meet_new("The Watchman", "manager")
    second.meet(watchman, "The Watchman", at=LATER)
    first.back(next(r.id for r in journal.records(first.id) if r.kind == "answered"))
    assert journal.parts() == [KnownPart(watchman, "The Watchman", "manager", {}, LATER, LATER, 1, ())]


def test_a_part_can_be_named_anew_and_given_a_role(journal: Journal) -> None:
    session = Sitting(journal)
    watchman = session.meet_new("The Watchman")
    journal.append([record("part-changed", None, {"part": watchman, "name": "The Lookout"})])
    journal.append([record("part-changed", None, {"part": watchman, "role": "firefighter"})])
    assert (journal.parts()[0].name, journal.parts()[0].role) == ("The Lookout", "firefighter")
    journal.append([record("part-changed", None, {"part": watchman, "role": None})])
    assert (journal.parts()[0].name, journal.parts()[0].role) == ("The Lookout", None)
    # A session that began before still says the old name; that names nothing anew.
    session.meet(watchman, "The Watchman")
    assert journal.parts()[0].name == "The Lookout"
    assert [a.value for a in journal.answers(session.id)] == ["The Watchman", "The Watchman"]


def test_relations_are_told_by_the_other_parts_name(journal: Journal) -> None:
    session = Sitting(journal)
    watchman, child, rebel = (session.meet_new(name) for name in ("The Watchman", "The Child", "The Rebel"))
    for kind, other in (("guards", child), ("opposes", rebel), ("guards", child)):
        session.add("part-related", {"part": watchman, "kind": kind, "other": other})
    session.add("part-related", {"part": watchman, "kind": "guards", "other": new_id()})
    journal.append([record("part-changed", None, {"part": child, "name": "The Little One"})])
    relations = {p.id: p.relations for p in journal.parts()}
    assert relations == {
        watchman: (("guards", "The Little One"), ("opposes", "The Rebel")),
        child: (),
        rebel: (),
    }


def test_a_change_that_came_with_an_answer_goes_with_it(journal: Journal) -> None:
    before = Sitting(journal)
    watchman, rebel = before.meet_new("The Watchman", "manager"), before.meet_new("The Rebel")
    session = Sitting(journal)
    session.meet(watchman, "The Watchman")
    answer = session.meet(rebel, "The Rebel")
    session.add("part-related", {"part": rebel, "kind": "opposes", "other": watchman})
    session.add("part-changed", {"part": rebel, "role": "firefighter"})
    session.add("part-changed", {"part": watchman, "name": "The Lookout"})
    assert {p.name: (p.role, p.relations) for p in journal.parts()} == {
        "The Lookout": ("manager", ()),
        "The Rebel": ("firefighter", (("opposes", "The Lookout"),)),
    }
    session.back(answer)
    assert {p.name: (p.role, p.relations) for p in journal.parts()} == {
        "The Lookout": ("manager", ()),
        "The Rebel": (None, ()),
    }
    session.meet(rebel, "The Rebel")
    assert journal.parts()[0].relations == (("opposes", "The Lookout"),)


def test_a_part_without_its_naming_goes_by_the_name_in_the_answers(journal: Journal) -> None:
    part = new_id()
    Sitting(journal).meet(part, "The Watchman")
    Sitting(journal).meet(part, "The Lookout")
    assert [(p.name, p.sessions) for p in journal.parts()] == [("The Lookout", 2)]


def test_a_field_cannot_pose_as_the_name(journal: Journal) -> None:
    part = Sitting(journal).meet_new("The Watchman", "manager")
    session = Sitting(journal)
    session.answer("trick", "Mallory", remember={"field": "name", "part": part})
    session.answer("trick", "exile", remember={"field": "role", "part": part})
    assert [(p.name, p.role, p.fields) for p in journal.parts()] == [("The Watchman", "manager", {})]
