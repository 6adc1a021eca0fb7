"""A readable summary of some sessions, in plain text, for one's therapist or somebody else one trusts.

It tells what was practised when, which parts came, and distress as it was said. Of the words it holds
only those that were meant for later or for somebody, unless every answer is asked for. It counts
nothing: no scores, no days missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partswork.cleaning import clean
from partswork.exchange.chapter import Chapter, chapter
from partswork.exchange.choosing import day_of
from partswork.journal import Journal, KnownPart, SessionSummary
from partswork.wording import exchange as words

FOR_SOMEONE = "for_someone"
"""The name under which a script keeps what one would like to take to somebody."""


def summary(journal: Journal, chosen: Sequence[SessionSummary], *, with_answers: bool) -> Iterator[str]:
    """Yield the summary in pieces of whole lines; `chosen` are the sessions, oldest first, at least one."""
    known = {part.id: part for part in journal.parts()}
    days = [day_of(one.started).isoformat() for one in chosen]
    yield f"{words.SUMMARY}, {words.between(min(days), max(days))}\n\n"
    yield f"{words.SUMMARY_ABOUT_ALL if with_answers else words.SUMMARY_ABOUT}\n"
    for one in chosen:
        told = chapter(journal, one, retold=with_answers)
        yield "\n".join(["", "", *_told(told, known, with_answers=with_answers), ""])


def _told(told: Chapter, known: dict[str, KnownPart], *, with_answers: bool) -> list[str]:
    session = told.summary
    state = "" if session.state == "complete" else f" ({words.STATES[session.state]})"
    lines = [f"{day_of(session.started).isoformat()}  {_in_a_line(session.title)}{state}"]
    parts = [_named(known[part]) for part in told.parts if part in known]
    if parts:
        lines.append(f"{words.PARTS_MET}: {', '.join(parts)}")
    if told.distress:
        lines.append(f"{words.DISTRESS}: {words.THEN.join(_in_a_line(str(one)) for one in told.distress)}")
    if with_answers:
        for one in told.told:
            # A line that was typed and not yet given is nobody else's.
            if one.words:
                lines += ["", *clean(str(one.words)).split("\n"), *_indented(one.answer or "")]
    else:
        for entry in told.entries:
            if entry.name == FOR_SOMEONE and isinstance(entry.value, str):
                lines += ["", *_indented(entry.value)]
    for line in told.lines:
        lines += ["", *_indented(line)]
    return lines


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in clean(text).split("\n")]


def _in_a_line(text: str) -> str:
    return " ".join(clean(text).split())


def _named(part: KnownPart) -> str:
    return _in_a_line(part.name) + (f" ({_in_a_line(part.role)})" if part.role is not None else "")
