"""How each beat reads as plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.guide import Beat, Ending
from partswork.plain.lines import Lines
from partswork.script.steps import Ask, Breathe, Choose, Distress, NamePart, Pause, Question, Rate, may_skip
from partswork.session import KnownPart, Session
from partswork.wording import plain as words
from partswork.wording import session as shared_words

MOST_PARTS = 12


def show_quiet(beat: Beat, lines: Lines, waits: bool) -> None:
    """Write a beat that asks nothing."""
    lines.prose(beat.words)
    match beat.step:
        case Pause(seconds=seconds):
            lines.write(words.quiet(seconds, waits))
            lines.gap()
        case Breathe(pattern=pattern, rounds=rounds):
            lines.write(words.breathing(pattern, rounds, waits))
            lines.gap()
        case _:
            pass


def show_question(session: Session, beat: Beat, lines: Lines, waits: bool) -> None:
    """Write a question with all that may be answered."""
    step = beat.step
    lines.write(words.question(session.number))
    lines.prose(beat.words)
    lines.prose(beat.help)
    match step:
        case Choose():
            for number, label in enumerate(beat.labels.values(), 1):
                lines.write(f"{number}. {label}", indent="   ")
        case Distress():
            lines.write(words.DISTRESS)
        case Rate(least=least, most=most):
            lines.write(words.rating(least, str(beat.low), most, str(beat.high)))
        case NamePart():
            _show_parts(session.known_parts[:MOST_PARTS], lines)
        case Ask():
            if beat.placeholder:
                lines.write(words.example(str(beat.placeholder)))
            lines.write(words.nobody_is_reading(kept=session.kept, waits=waits))
        case _:
            pass
    if waits and beat.asked is not None and isinstance(step, Question):
        lines.write(words.hint(beat.asked.kind, may_skip(step)))


def _show_parts(parts: Sequence[KnownPart], lines: Lines) -> None:
    if parts:
        lines.write(words.KNOWN_PARTS)
    for part in parts:
        lines.write(part.name, indent="   ")


def show_interlude(before: str | None, now: str | None, lines: Lines) -> None:
    """Say why grounding comes in between, or that it is over."""
    sentence = shared_words.INTERLUDES.get(now, "") if now else shared_words.returned(before)
    if sentence:
        lines.write(sentence)
        lines.gap()


def show_ending(ending: Ending, lines: Lines, people: Sequence[str], *, kept: bool) -> None:
    """Write how a session closes."""
    lines.gap()
    if ending.turned == "high":
        lines.write(shared_words.TURNED_BY_HIGH)
    if ending.people:
        lines.write(shared_words.PEOPLE)
        for line in people:
            lines.write(line)
        lines.gap()
    lines.write(words.ended(stopped=ending.how == "stopped", kept=kept, people=ending.people))
