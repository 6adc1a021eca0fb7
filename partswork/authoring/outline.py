"""A script as an outline: every word people may see, in an order that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partswork.guide.showing import KINDS
from partswork.script.condition_text import condition_text
from partswork.script.model import Bundle, Script, Section
from partswork.script.notes import Note
from partswork.script.steps import (
    Breathe,
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Pause,
    Question,
    Rate,
    RepeatUntil,
    Return,
    Rotate,
    SavedQuestion,
    Say,
    Scan,
    Step,
    Use,
    may_skip,
)
from partswork.script.words import Words, as_written
from partswork.wording import drawing as words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline.

    Attributes:
        deep: how far it is indented; 0 for headings.
        text: what it says; empty for a gap.
        at: the line of the script it tells of, None where there is none.
    """

    deep: int
    text: str
    at: int | None = None


def outline(bundle: Bundle, minutes: tuple[int, int] | None, *, with_shared: bool = True) -> Iterator[Line]:
    """Yield the outline of a script, then of each shared script it reaches.

    Args:
        bundle: the script.
        minutes: how long it takes, None where that is not known.
        with_shared: whether the shared scripts are told as well.
    """
    script = bundle.script
    yield Line(0, script.title)
    if not script.shared:
        yield Line(0, words.facts(script.depth, script.company, script.version, minutes))
        yield Line(0, words.STOPS.format(id=bundle.if_they_stop.title))
    yield from _script(script, bundle)
    for one in bundle.shared.values() if with_shared else ():
        yield Line(0, "")
        yield Line(0, words.SHARED.format(title=one.title))
        yield from _script(one, bundle)


def _script(script: Script, bundle: Bundle) -> Iterator[Line]:
    if script.takes:
        yield Line(0, words.INPUTS.format(names=", ".join(script.takes)))
    if script.returns:
        yield Line(0, words.RESULTS.format(names=", ".join(script.returns)))
    if script.grounds:
        yield Line(0, words.GROUNDS)
    yield Line(0, "")
    yield from _paragraphs(0, as_written(script.about))
    yield from _note(0, script.note)
    for section in script.sections:
        yield Line(0, "")
        if not script.shared:
            yield from _heading(section)
        yield from _steps(section.steps, 1, bundle)


def _heading(section: Section) -> Iterator[Line]:
    kinds = [
        kind
        for kind, holds in (
            (words.OPENING, section.opening),
            (words.DEEP, section.deep),
            (words.CLOSING, section.closing),
        )
        if holds
    ]
    title = f": {as_written(section.title)}" if section.title is not None else ""
    yield Line(0, f"[{section.id}]{title}" + "".join(f" ({kind})" for kind in kinds), section.at.line)
    if section.needs is not None:
        yield Line(1, words.NEEDS.format(condition=condition_text(section.needs)))
    yield from _note(1, section.note)


def _steps(steps: tuple[Step, ...], deep: int, bundle: Bundle) -> Iterator[Line]:
    for step in steps:
        yield from _head(step, deep, bundle)
        yield from _note(deep + 1, step.note)
        yield from _within(step, deep, bundle)


def _head(step: Step, deep: int, bundle: Bundle) -> Iterator[Line]:
    """Yield what is said of a step itself."""
    at = step.at.line
    match step:
        case Say():
            yield from _paragraphs(deep, as_written(step.words), at)
        case Pause():
            yield Line(deep, words.quiet(step.seconds), at)
            yield from _more(deep + 1, words.SAYS, step.text)
        case Breathe():
            yield Line(deep, words.breath(step.pattern, step.rounds), at)
            yield from _more(deep + 1, words.SAYS, step.text)
        case Rotate():
            yield Line(deep, words.IN_TURN, at)
        case If():
            yield Line(deep, words.IF.format(condition=condition_text(step.condition)), at)
        case RepeatUntil():
            condition, times = condition_text(step.condition), words.at_most(step.at_most)
            yield Line(deep, words.REPEAT.format(condition=condition, times=times), at)
        case Use():
            yield Line(deep, _use(step, bundle), at)
        case GoTo():
            yield Line(deep, words.GOES_TO.format(section=f"[{step.section.text}]"), at)
        case End():
            yield Line(deep, words.ENDS[step.how], at)
        case Return():
            yield Line(deep, words.RETURNS.format(result=step.result.text), at)
        case _:
            yield from _paragraphs(deep, _asks(step), at)
            yield from _more(deep + 1, words.HELP, step.help)
            if may_skip(step) and not isinstance(step, Distress):
                yield Line(deep + 1, words.SKIPPABLE)


def _within(step: Step, deep: int, bundle: Bundle) -> Iterator[Line]:
    """Yield what stands inside a step: options, readings, other steps."""
    match step:
        case Scan():
            yield Line(deep + 1, words.SCALE_WORDS.format(words=", ".join(step.scale_words)))
            for scale in step.scales:
                meaning = f": {as_written(scale.meaning)}" if scale.meaning is not None else ""
                yield Line(deep + 1, f"· {as_written(scale.label)}{meaning}", scale.at.line)
        case Choose():
            for option in step.options:
                form = words.REFUSES if option.refusal else words.OPTION
                told = form.format(key=option.key, label=as_written(option.label))
                yield Line(deep + 1, f"· {told}", option.at.line)
                yield from _steps(option.then, deep + 2, bundle)
        case Rotate():
            for number, steps in enumerate(step.lists, 1):
                yield Line(deep + 1, words.TURN.format(number=number))
                yield from _steps(steps, deep + 2, bundle)
        case If():
            yield from _steps(step.then, deep + 1, bundle)
            if step.otherwise:
                yield Line(deep, words.OTHERWISE)
                yield from _steps(step.otherwise, deep + 1, bundle)
        case RepeatUntil():
            yield from _steps(step.steps, deep + 1, bundle)
        case _:
            return


def _use(step: Use, bundle: Bundle) -> str:
    given = [(name, value.text) for name, value in step.given.items()]
    saves = step.save_as.text if step.save_as is not None else None
    title = bundle.shared[step.script.text].title
    return words.USES.format(title=title, given=words.given(given), saves=words.keeps(saves))


def _asks(step: Question) -> str:
    asked = as_written(step.words)
    if isinstance(step, Distress):
        return words.DISTRESS.format(words=asked)
    least, most = (step.least, step.most) if isinstance(step, Rate) else (0, 0)
    return words.QUESTIONS[_kind(step)].format(name=step.save_as.text, words=asked, least=least, most=most)


def _kind(step: SavedQuestion) -> str:
    return "many" if isinstance(step, Choose) and step.many else KINDS[type(step)]


def _note(deep: int, note: Note | None) -> Iterator[Line]:
    if note is not None:
        yield from _more(deep, words.NOTE, note.say)
        yield from _more(deep, words.WATCH_FOR, note.watch_for)
        yield from _more(deep, words.IF_STUCK, note.if_stuck)


def _more(deep: int, form: str, said: Words | None) -> Iterator[Line]:
    if said is not None:
        yield from _paragraphs(deep, form.format(words=as_written(said)))


def _paragraphs(deep: int, text: str, at: int | None = None) -> Iterator[Line]:
    first, *others = text.split("\n\n")
    yield Line(deep, first, at)
    for other in others:
        yield Line(deep, other)
