"""Whose turn it is moves on from session to session, but only where it was reached."""

from __future__ import annotations

from partswork.journal import Journal
from partswork.session import begin, demonstrate, resume, unfinished
from tests.practices import Own, practice, shared
from tests.session.sitting import Clock, bodies, give, to_end, to_question, words

TURNS = practice(
    "turns",
    """\
    - choose: |
        On?
      save_as: further
      options:
        - on: On
        - off: Off
    - if: further is on
      then:
        - rotate:
            - steps:
                - say: |
                    First.
            - steps:
                - say: |
                    Second.
            - steps:
                - say: |
                    Third.
    - say: |
        The end.
    """,
)


def _sit(journal: Journal, own: Own, now: Clock, answer: str = "on") -> str:
    """Sit through a session and return the first words after the question."""
    with begin(journal, own.find("turns"), now) as session:
        give(session, answer)
        shown = words(session)
        to_end(session)
    return shown


def test_the_turn_moves_on_and_comes_round(journal: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    assert [_sit(journal, own, now) for _ in range(4)] == ["First.", "Second.", "Third.", "First."]


def test_a_turn_not_reached_is_still_the_next(memory: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    shown = [_sit(memory, own, now, answer) for answer in ("on", "off", "on", "off", "off", "on")]
    assert shown == ["First.", "The end.", "Second.", "The end.", "The end.", "Third."]


def test_the_turn_is_pinned_when_a_session_begins(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("turns", TURNS)
    _sit(memory, own, now)
    with begin(memory, found, now) as session:
        to_question(session)
    (begun,) = bodies(memory, session.id, "begun")
    (turn,) = begun["brought"]["turns"].values()  # type: ignore[call-overload,index,union-attr]
    assert turn == 1
    left = unfinished(memory, found, now)
    assert left is not None
    with resume(memory, left, now) as session:
        give(session, "on")
        assert words(session) == "Second."


def test_a_turn_taken_back_was_not_reached(memory: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    with begin(memory, own.find("turns"), now) as session:
        give(session, "on")
        session.back()
        give(session, "off")
        to_end(session)
    assert _sit(memory, own, now) == "First."


def test_a_session_that_was_only_left_counts_too(memory: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    with begin(memory, own.find("turns"), now) as session:
        give(session, "on")
    assert _sit(memory, own, now) == "Second."


def test_a_demonstration_takes_the_first_and_moves_nothing_on(memory: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    _sit(memory, own, now)
    with demonstrate(own.find("turns"), now) as session:
        give(session, "on")
        assert words(session) == "First."
    assert _sit(memory, own, now) == "Second."


def test_a_rotate_in_a_shared_script_has_its_turn_too(memory: Journal, own: Own, now: Clock) -> None:
    steps = "\n".join(
        ["- rotate:", *(f"    - steps:\n        - say: |\n            {said}" for said in ("One.", "Two."))]
    )
    own.put_shared("weather", shared("weather", steps + "\n"))
    found = own.put("outside", practice("outside", "- use: weather\n"))
    shown = []
    for _ in range(3):
        with begin(memory, found, now) as session:
            shown.append(words(session))
            to_end(session)
    assert shown == ["One.", "Two.", "One."]


def test_each_script_has_its_own_turn(memory: Journal, own: Own, now: Clock) -> None:
    own.put("turns", TURNS)
    _sit(memory, own, now)
    other = own.put("other", TURNS.replace("id: turns", "id: other"))
    with begin(memory, other, now) as session:
        give(session, "on")
        assert words(session) == "First."
