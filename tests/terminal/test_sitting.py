"""A session at a terminal: silence and breath take their time, and what one says can be taken back."""

from __future__ import annotations

from partswork.wording import people as people_words
from partswork.wording import plain as words
from partswork.wording import session as session_words
from tests.plain.kept import answers, state, values
from tests.plain.scripts import EVERY_KIND, LOOKING, TWO_WORDS, own
from tests.terminal.person import Person

THEN = """
- ask: What is there?
  save_as: word
  optional: yes
- end: complete
"""


def sits(*arguments: str) -> Person:
    return Person("run", "--plain", "mine", *arguments)


def goes_on(person: Person) -> None:
    """Answer what comes next; a line too many before it would have left it out."""
    person.sees("What is there?").answers("a stone").answers()
    assert person.left_with() == 0
    assert values() == {"word": "a stone"}


def test_silence_ends_by_itself_or_is_skipped_or_stretched_or_has_no_end() -> None:
    silence = "- pause: 1 seconds\n- pause: 10 minutes\n- pause: as long as you like\n  text: Sit."
    own("mine", silence + THEN)
    with sits() as person:
        person.sees("Quiet for 1 second.", "Quiet for 10 minutes.", "as long again.")
        person.enters("+").enters(" + ").enters()
        person.sees("Sit.", "as long as you like", "Enter goes on.").enters()
        goes_on(person)


def test_a_breath_is_told_phase_by_phase_and_can_be_left() -> None:
    own("mine", "- breathe: 1 in, 1 out\n- breathe: 20 in, 20 out\n  rounds: 20" + THEN)
    with sits() as person:
        person.sees(words.breathing([("in", 1), ("out", 1)], 1, True))
        person.sees(words.breath("in", 1, 1, 1), words.breath("out", 1, 1, 1))
        goes_on(person.sees(words.breath("in", 20, 1, 20)).enters())


def test_commands_are_heard_in_silence_and_where_a_line_goes_on() -> None:
    own("mine", "- say: Welcome.\n- pause: 10 minutes" + THEN)
    with sits() as person:
        person.sees("Welcome.").answers("/ground").sees(LOOKING).answers().sees("How is it now?").answers("0")
        person.sees(session_words.returned("asked"), "Welcome.").answers().sees("Quiet for").enters("/ground")
        person.sees(LOOKING).answers().answers("0").sees("Quiet for").enters("/stop")
        person.sees(session_words.INTERLUDES["stopping"] or "", LOOKING).answers("/stop")
        assert person.left_with() == 0
    assert state() == "stopped"


def test_help_shows_people_and_loses_nothing() -> None:
    own("mine", TWO_WORDS)
    with sits() as person:
        person.answers("one").answers("/help").sees(people_words.ANYONE, "The first?", words.WRITTEN + "one")
        person.answers("more").answers().answers("partswork help-now").sees(people_words.ANYONE)
        person.answers().left_with()
    assert values() == {"first": "one\nmore", "second": None}


def takes_back(person: Person, after: str, offered: str) -> None:
    """Go back from the question that came after, and give the answer that is offered once more."""
    person.sees(after).answers("/back").is_asked().has_typed(offered).enters()


def test_back_offers_the_old_answer_to_be_given_again() -> None:
    own("mine", EVERY_KIND)
    with sits() as person:
        person.sees("Welcome.").answers().enters().sees("A moment.").enters()
        takes_back(person.answers("numb"), "What is there?", "numb")
        takes_back(person.answers("//stop").answers(), "And what else?", "//stop")
        takes_back(person.answers().answers().answers("3"), "The weather.", "3")
        person.sees("Calm").answers("much").sees("Warmth").answers("none")
        person.sees("Which one?").answers("/back").sees("Calm").is_asked().has_typed("much").enters()
        person.sees("Warmth").is_asked().has_typed("none").types("\x15").enters("a little")
        takes_back(person.answers("2"), "Which ones?", "Go, for now")
        takes_back(person.answers("1, green"), "Who is near?", "1, 3")
        takes_back(person.answers("the  Watchman"), "Where is the Watchman?", "the Watchman")
        takes_back(person.answers("chest,left hand"), "Said: /stop", "chest, left hand")
        person.sees("Said: /stop").answers()
        assert person.left_with() == 0
    assert values() == {
        "distress": "numb",
        "word": "/stop",
        "rest": None,
        "far": 3,
        "weather": {"calm": "much", "warmth": "a little"},
        "way": "leave",
        "colours": ["red", "green"],
        "near": "the Watchman",
        "place": ["chest", "left hand"],
    }
    assert sum(one.abandoned for one in answers()) == 8


def test_back_to_several_lines_shows_them_and_offers_the_last() -> None:
    own("mine", TWO_WORDS)
    with sits() as person:
        person.answers("one").answers("two").answers().sees("The second?").answers("/back")
        person.sees(words.WRITTEN + "one").is_asked().has_typed("two").enters(" and").answers(
            "three"
        ).answers()
        person.sees("The second?").answers()
        assert person.left_with() == 0
    assert values()["first"] == "one\ntwo and\nthree"


def test_what_does_not_fit_can_be_mended_where_it_is_words() -> None:
    own("mine", "- name_part: Who?\n  save_as: who\n- end: complete\n")
    with sits() as person:
        person.answers("x" * 201).sees(session_words.misfit("part")).is_asked().types("\x7f\r")
        assert person.left_with() == 0
    assert values() == {"who": "x" * 200}


def test_a_demonstration_leaves_nothing_behind() -> None:
    own("mine", "- name_part: Who?\n  save_as: who\n- ask: What?\n  save_as: what\n- end: complete\n")
    with sits() as person:
        person.answers("The Watchman").answers("one").answers()
        assert person.left_with() == 0
    with sits("--demo") as person:
        person.sees(words.DEMONSTRATION, "Who?").answers("Somebody").answers("two").answers()
        assert person.left_with() == 0
        assert "The Watchman" not in person.text
        assert person.text.splitlines()[-1] == words.NOT_SAVED
    assert values() == {"who": "The Watchman", "what": "one"}
