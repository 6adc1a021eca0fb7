"""Parts: known by name, remembered from session to session, and only as live answers tell."""

from __future__ import annotations

import pytest

from partswork.guide import PartGiven
from partswork.journal import Journal, KnownPart
from partswork.session import Session, begin
from tests.practices import Own, practice, shared
from tests.session.sitting import Clock, bodies, give, to_end

MEETING = practice(
    "meeting",
    """\
    - name_part: |
        Who is near?
      save_as: near
      role: protector
    - ask: |
        What does it do?
      save_as: job
      remember: job of near
      optional: yes
    - choose: |
        How near would it like to be?
      save_as: nearness
      remember: place of near
      optional: yes
      options:
        - here: Just where it is
        - nearer: A little nearer
    - choose: |
        What is it like?
      save_as: like
      remember: look of near
      many: yes
      optional: yes
      options:
        - small: Small
        - grey: Grey, like rain
        - loud: Loud
    - scan: |
        What does it hope for?
      save_as: hopes
      remember: wish of near
      optional: yes
      words:
        - little
        - some
        - much
      scales:
        - rest: Rest
        - company: Company
    - rate: |
        How old does it seem?
      save_as: years
      to: 100
      remember: age of near
      optional: yes
    """,
)

PAIR = practice(
    "pair",
    """\
    - name_part: |
        Who is near?
      save_as: near
    - name_part: |
        Whom does it guard?
      save_as: guarded
      guarded_by: near
      role: exile
      optional: yes
    - name_part: |
        Who is at odds with it?
      save_as: against
      opposed_to: near
      optional: yes
    """,
)


def name(session: Session, called: str) -> PartGiven:
    """Name a part, as a front end does."""
    part = session.part_called(called)
    give(session, part)
    return part


def _only(journal: Journal) -> KnownPart:
    (part,) = journal.parts()
    return part


def test_the_same_name_again_is_the_same_part(journal: Journal, own: Own, now: Clock) -> None:
    found = own.put("meeting", MEETING)
    with begin(journal, found, now) as first:
        known = name(first, "  The   Watchman ")
        now.wait(60)
    with begin(journal, found, now) as second:
        assert name(second, "the watchman") == PartGiven(known.id, "The Watchman")
    part = _only(journal)
    assert (part.id, part.name, part.role, part.sessions) == (known.id, "The Watchman", "protector", 2)
    assert part.first_met < part.last_met
    assert len(bodies(journal, first.id, "part-named")) == 1
    assert bodies(journal, second.id, "part-named") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zo\u00eb", "Zoe\u0308"), ("STRASSE", "straße"), ("見張り", "見張り"), ("a\x07b", "ab")],
)
def test_names_that_look_alike_are_one(memory: Journal, own: Own, now: Clock, one: str, other: str) -> None:
    found = own.put("meeting", MEETING)
    first = name(begin(memory, found, now), one)
    assert begin(memory, found, now).part_called(other).id == first.id
    assert begin(memory, found, now).part_called(other + "!").id != first.id


def test_a_new_part_is_named_in_the_commit_of_its_answer(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("meeting", MEETING), now)
    part = name(session, "The Watchman")
    assert bodies(memory, session.id, "part-named") == [
        {"part": part.id, "name": "The Watchman", "role": "protector"}
    ]
    assert [record.clock for record in memory.records(session.id)][-2:] == [4, 5]


def test_a_part_of_no_role_has_none(memory: Journal, own: Own, now: Clock) -> None:
    name(begin(memory, own.put("pair", PAIR), now), "Somebody")
    assert _only(memory).role is None


def test_who_guards_and_who_is_at_odds_is_drawn(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("pair", PAIR), now)
    watchman, child, critic = (name(session, called) for called in ("Watchman", "Child", "Critic"))
    assert bodies(memory, session.id, "part-related") == [
        {"part": watchman.id, "kind": "guards", "other": child.id},
        {"part": watchman.id, "kind": "opposes", "other": critic.id},
    ]
    relations = {part.name: part.relations for part in memory.parts()}
    assert relations == {"Watchman": (("guards", "Child"), ("opposes", "Critic")), "Child": (), "Critic": ()}


def test_no_part_guards_itself(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("pair", PAIR), now)
    give(session, session.part_called("One"), None)
    give(session, session.part_called("one"))
    assert bodies(memory, session.id, "part-related") == []


def test_what_is_remembered_goes_to_the_part_in_words(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("meeting", MEETING), now)
    name(session, "Watchman")
    give(session, "It keeps watch.", "nearer", ("loud", "grey"), {"company": "much", "rest": "some"}, 42)
    assert _only(memory).fields == {
        "job": "It keeps watch.",
        "place": "A little nearer",
        "look": "Grey, like rain and Loud",
        "wish": "Company: much\nRest: some",
        "age": "42",
    }


def test_the_newest_live_answer_is_what_is_remembered(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("meeting", MEETING)
    for job in ("It watches.", "It keeps watch."):
        session = begin(memory, found, now)
        name(session, "Watchman")
        give(session, job)
    assert _only(memory).fields == {"job": "It keeps watch."}
    session.back()
    assert _only(memory).fields == {"job": "It watches."}
    give(session, None)
    assert _only(memory).fields == {"job": "It watches."}


def test_a_part_taken_back_is_not_met(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("pair", PAIR), now)
    name(session, "Watchman")
    name(session, "Child")
    session.back()
    assert [(part.name, part.relations) for part in memory.parts()] == [("Watchman", ())]
    session.back()
    assert memory.parts() == []
    # And its name is free again.
    name(session, "child")
    assert [part.name for part in memory.parts()] == ["child"]


def test_taking_a_part_back_and_giving_it_again_keeps_it(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("meeting", MEETING), now)
    part = name(session, "Watchman")
    session.back()
    beat = session.beat
    assert getattr(beat, "before", None) == part
    session.answer(part)
    assert (_only(memory).id, _only(memory).sessions) == (part.id, 1)


def test_a_shared_script_remembers_of_the_part_it_was_given(memory: Journal, own: Own, now: Clock) -> None:
    asks = """\
        - ask: |
            What is ${part} afraid of?
          save_as: worry
          remember: fear of part
        """
    own.put_shared("asking", shared("asking", asks, more="takes:\n  - part: part\n"))
    uses = """\
        - name_part: |
            Who is near?
          save_as: near
        - use: asking
          with:
            part: near
        """
    session = begin(memory, own.put("uses", practice("uses", uses)), now)
    name(session, "Watchman")
    give(session, "Mornings.")
    assert _only(memory).fields == {"fear": "Mornings."}
    assert bodies(memory, session.id, "answered")[-1]["section"] == "main/asking"


def test_a_session_begun_and_stopped_forgets_no_part(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("meeting", MEETING)
    name(begin(memory, found, now), "Watchman")
    session = begin(memory, found, now)
    session.stop()
    to_end(session)
    assert [part.name for part in session.known_parts] == ["Watchman"]


def test_the_part_met_last_comes_first(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("meeting", MEETING)
    for called in ("One", "Other", "One"):
        session = begin(memory, found, now)
        name(session, called)
    assert [part.name for part in session.known_parts] == ["One", "Other"]
