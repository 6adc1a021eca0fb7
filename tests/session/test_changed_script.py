"""A script that changed meanwhile: as begun, or moved, with what no longer fits kept and marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.catalogue import Catalogue
from partswork.guide import Beat, Ending
from partswork.journal import Journal
from partswork.session import Session, begin, resume, unfinished
from partswork.session.retelling import retell
from tests.guide.generating import generate
from tests.guide.tape import Tape, tapes
from tests.practices import ACROSS, SETTLE, Own, practice
from tests.session.living import found as as_found
from tests.session.living import live
from tests.session.sitting import Clock, asked, bodies, give, kinds, live_values, to_end, words

THREE = practice(
    "three",
    """\
    - ask: |
        One?
      save_as: one_said
      optional: yes
    - choose: |
        Two?
      save_as: two_said
      options:
        - left: Left
        - right: Right
    - ask: |
        Three?
      save_as: three_said
      optional: yes
    - ask: |
        Four?
      save_as: four_said
      optional: yes
    """,
)
# The second question is another one now.
NEWER = THREE.replace("- left: Left", "- port: Port")
# It asks something else to begin with.
NEWEST = THREE.replace("one_said", "other_said")

# Permission is given in another way.
OTHER_LEAVE = ACROSS.replace("- given: Yes", "- willing: Yes").replace("leave is given", "leave is willing")


def _moved(journal: Journal, own: Own, now: Clock, into: str, id: str = "three") -> Session:
    """Continue what is left of a script in a newer version of it."""
    newer = own.put(id, into)
    left = unfinished(journal, newer, now)
    assert left is not None
    assert left.changed
    return resume(journal, left, now, into=newer)


def _abandoned(journal: Journal, session: str) -> list[object]:
    return [one.value for one in journal.answers(session) if one.abandoned]


def test_a_session_goes_on_as_it_began_whatever_the_file_says_now(
    journal: Journal, own: Own, now: Clock
) -> None:
    with begin(journal, own.put("three", THREE), now) as session:
        give(session, "a", "left")
    newer = own.put("three", NEWEST)
    left = unfinished(journal, newer, now)
    assert left is not None
    assert left.changed
    with resume(journal, left, now) as session:
        assert asked(session) == "three_said"
        give(session, "b", "c")
        assert isinstance(session.beat, Ending)
    with begin(journal, newer, now) as session:
        assert asked(session) == "other_said"


def test_a_shared_script_that_changed_counts_as_a_change(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("three", THREE), now) as session:
        give(session, "a")
    left = unfinished(memory, own.find("three"), now)
    assert left is not None
    assert not left.changed
    own.put_shared("settle", SETTLE.replace("Look around", "Look slowly around"))
    left = unfinished(memory, own.find("three"), now)
    assert left is not None
    assert left.changed
    with resume(memory, left, now, into=own.find("three")) as session:
        assert asked(session) == "two_said"
        session.stop()
        assert words(session) == "Look slowly around the room."
    left = unfinished(memory, own.find("three"), now)
    assert left is not None
    assert not left.changed


def test_what_fits_is_kept_and_what_comes_after_it_abandoned(journal: Journal, own: Own, now: Clock) -> None:
    with begin(journal, own.put("three", THREE), now) as session:
        give(session, "a", "left", "c")
    with _moved(journal, own, now, NEWER) as session:
        assert asked(session) == "two_said"
        give(session, "port", "d", "e")
        assert isinstance(session.beat, Ending)
    assert live_values(journal, session.id) == [
        ("one_said", "a"),
        ("two_said", "port"),
        ("three_said", "d"),
        ("four_said", "e"),
    ]
    assert _abandoned(journal, session.id) == ["left", "c"]
    (moved,) = bodies(journal, session.id, "moved")
    answered = [record.id for record in journal.records(session.id) if record.kind == "answered"]
    assert moved["abandons"] == answered[1:3]
    assert set(moved["pins"]) == {"three", "settle"}  # type: ignore[arg-type]


def test_where_everything_fits_nothing_is_abandoned(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("three", THREE), now) as session:
        give(session, "a", "right")
    with _moved(memory, own, now, NEWER.replace("Three?", "And three?")) as session:
        assert words(session) == "And three?"
    assert _abandoned(memory, session.id) == []


def test_a_script_can_change_twice(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("three", THREE), now) as session:
        give(session, "a", "left", "c")
    with _moved(memory, own, now, NEWER) as session:
        give(session, "port", "d")
        session.back()
        give(session, "e")
    with _moved(memory, own, now, NEWEST) as session:
        assert asked(session) == "other_said"
        give(session, "f", "right")
    with _moved(memory, own, now, NEWEST.replace("Three?", "And three?")) as session:
        assert words(session) == "And three?"
    assert live_values(memory, session.id) == [("other_said", "f"), ("two_said", "right")]
    assert _abandoned(memory, session.id) == ["a", "left", "c", "port", "d", "e"]


def test_a_back_that_is_abandoned_takes_nothing_back(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("three", THREE), now) as session:
        give(session, "a", "left")
        session.back()
        session.back()
        give(session, "b", "left")
    with _moved(memory, own, now, NEWER) as session:
        # The first answer was taken back behind the one that does not fit.
        assert asked(session) == "two_said"
        give(session, "right")
    assert live_values(memory, session.id) == [("one_said", "a"), ("two_said", "right")]
    left = unfinished(memory, own.find("three"), now)
    assert left is not None
    with resume(memory, left, now) as session:
        assert asked(session) == "three_said"


def test_a_part_named_in_what_was_abandoned_is_not_met(memory: Journal, own: Own, now: Clock) -> None:
    names = """\
        - ask: |
            One?
          save_as: one_said
        - name_part: |
            Who is near?
          save_as: near
        - ask: |
            What does it do?
          save_as: job
          remember: job of near
        - ask: |
            More?
          save_as: further
        """
    with begin(memory, own.put("names", practice("names", names)), now) as session:
        give(session, "a", session.part_called("Watchman"), "watches")
    assert [part.name for part in memory.parts()] == ["Watchman"]
    with _moved(memory, own, now, practice("names", names).replace("one_said", "said"), "names") as session:
        assert session.known_parts == []
        give(session, "a", session.part_called("Watchman"))
        (part,) = session.known_parts
        assert part.fields == {}


def test_what_was_entered_deep_is_still_owed_after_a_move(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2, "given", "a door")
    with _moved(memory, own, now, OTHER_LEAVE, "across") as session:
        assert isinstance(session.beat, Beat)
        assert session.beat.interlude == "owed"
        session.go_past()
        assert asked(session) == "leave"
    assert kinds(memory, session.id)[-3:] == ["moved", "grounding", "grounded"]
    assert live_values(memory, session.id) == [("distress", 2)]


def test_grounding_that_was_gone_through_is_not_owed_again(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2, "given", "a door", None)
        # The closing section has grounded by now.
        assert asked(session) == "distress"
    with _moved(memory, own, now, OTHER_LEAVE, "across") as session:
        assert isinstance(session.beat, Beat)
        assert session.beat.interlude is None
        assert asked(session) == "leave"


@pytest.mark.parametrize("said", [[2, "a", "refused"], [9], [2, "a", "unclear", "numb"]])
def test_a_no_that_would_be_forgotten_in_the_newer_version_ends_it_gently(
    memory: Journal, own: Own, now: Clock, said: list[int | str]
) -> None:
    steps = """\
        sections:
          - id: main
            steps:
              - distress: |
                  How stirred up are you?
              - ask: |
                  What brings you?
                save_as: brings
                optional: yes
              - repeat_until: leave is not unclear
                at_most: 3
                steps:
                  - choose: |
                      Is it all right?
                    save_as: leave
                    options:
                      - given: Yes
                      - unclear: I can't tell
                      - refused: No
                        refusal: yes
                  - distress: |
                      And now?
          - id: closing
            closing: yes
            steps:
              - distress: |
                  And at the end?
        """
    text = practice("asking", steps, depth="meeting")
    with begin(memory, own.put("asking", text), now) as session:
        give(session, *said)
    newer = text.replace("save_as: brings", "save_as: reason").replace("How stirred up", "How upset")
    with _moved(memory, own, now, newer, "asking") as session:
        assert isinstance(session.beat, Beat)
        assert session.beat.interlude in ("stopping", "high")
        to_end(session)
    assert memory.session(session.id).state == "stopped"


def test_a_no_that_still_stands_in_the_newer_version_is_gone_on_from(
    memory: Journal, own: Own, now: Clock
) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2, "refused")
    with _moved(memory, own, now, ACROSS.replace("Is it all right?", "May you look?"), "across") as session:
        assert isinstance(session.beat, Beat)
        assert session.beat.interlude == "refused"


def test_who_stopped_is_not_led_back_in_by_a_newer_version(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("three", THREE), now) as session:
        give(session, "a", "left")
        session.stop()
    with _moved(memory, own, now, NEWER) as session:
        assert words(session) == "Look around the room."
        session.go_past()
        assert isinstance(session.beat, Ending)
    assert _abandoned(memory, session.id) == ["left"]
    assert memory.session(session.id).state == "stopped"


def test_what_is_stale_stays_so_in_a_newer_version(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2)
    now.wait(31)
    with _moved(memory, own, now, ACROSS.replace("Look across.", "Look."), "across") as session:
        assert isinstance(session.beat, Beat)
        assert session.beat.interlude == "stopping"


@settings(max_examples=25)
@given(
    tapes(200),
    tapes(80),
    st.lists(st.tuples(st.integers(0, 199), st.integers(1, 255)), min_size=1, max_size=2),
)
def test_in_any_newer_version_a_session_stands_where_one_can_go_on_from(
    written: bytes, told: bytes, changes: list[tuple[int, int]]
) -> None:
    script, now = bytearray(written.ljust(200, b"\0")), Clock()
    with Journal.in_memory() as journal:
        with begin(journal, as_found(generate(bytes(script))), now) as session:
            live(session, Tape(told), to_end=False)
        said = [one.value for one in journal.answers(session.id)]
        for at, change in changes:
            script[at] = (script[at] + change) % 256
            newer = as_found(generate(bytes(script)))
            left = unfinished(journal, newer, now)
            if left is None:
                return
            with resume(journal, left, now, into=newer) as session:
                moved = session.beat
            # What was said is all there still, and what counts leads to where one is.
            assert [one.value for one in journal.answers(session.id)][: len(said)] == said
            again = unfinished(journal, newer, now)
            assert (again is None) == (journal.session(session.id).state != "paused")
            assert len(retell(journal, session.id)) == len(
                [record for record in journal.records(session.id) if record.kind in ("answered", "skipped")]
            )
            if again is not None:
                assert not again.changed
                with resume(journal, again, now) as session:
                    assert session.beat == moved


UNKIND = practice("three", "- say: Here.\n- ask: What is there?\n  save_as: what\n", depth="meeting")
KIND = practice("three", "- say: Here.\n- ask: What is there?\n  save_as: what\n")


def test_what_began_on_something_unkind_can_only_be_closed(journal: Journal, own: Own, now: Clock) -> None:
    """As when a newer checker finds what an older one did not; the one installed is mended by now."""
    with begin(journal, own.put("three", UNKIND), now) as session:
        session.go_past()
        session.pause("asked")
    own.put("three", KIND)
    mended = Catalogue(own.folder).find("three")
    left = unfinished(journal, mended, now)
    assert left is not None
    assert (left.broken, left.stale, left.only_closes) == (True, False, True)
    with resume(journal, left, now) as session:
        assert session.stopping
        to_end(session)
        assert isinstance(session.beat, Ending)
        assert session.beat.how == "stopped"


def test_what_began_on_something_kind_goes_on(journal: Journal, own: Own, now: Clock) -> None:
    with begin(journal, own.put("three", KIND), now) as session:
        session.go_past()
        session.pause("asked")
    left = unfinished(journal, Catalogue(own.folder).find("three"), now)
    assert left is not None
    assert not left.only_closes
