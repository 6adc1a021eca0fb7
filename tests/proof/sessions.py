"""Sessions in the real guide: a story told again, a random one, and every one there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from random import Random

from partswork.guide import Brought, PartGiven, Value
from partswork.guide.beats import Beat
from partswork.proof import Part, Story
from partswork.proof.answering import Given
from partswork.script.model import Bundle, every_step
from partswork.script.steps import (
    Ask,
    Calm,
    Choose,
    Distress,
    Locate,
    NamePart,
    Question,
    Rate,
    Rotate,
    Scan,
    may_skip,
)
from tests.proof.watching import Broken, Watched, moment

PARTS = tuple(PartGiven(f"p{number}", f"Part {number}") for number in range(3))


def told_again(bundle: Bundle, story: Story) -> set[Broken]:
    """Do what a story tells in the real guide, then go on; return what is met on the way."""
    if story.stops is None:
        mover = Watched(bundle, Brought(dict(story.turns)))
        _answer_all(mover, story.answers)
        return set(mover.met)
    met: set[Broken] = set()
    # Where they stop, it is at one of the beats after the last answer before it.
    for beats in range(10_000):
        mover = Watched(bundle, Brought(dict(story.turns)))
        if not _comes_to(mover, story.answers[: story.stops], beats):
            return met
        mover.stop()
        _answer_all(mover, story.answers[story.stops :])
        met |= set(mover.met)
    return met


def walk(bundle: Bundle, random: Random, *, stops: bool = True) -> tuple[set[Broken], int]:
    """Go through a session at random; return what is met, and how many beats were shown."""
    mover = Watched(bundle, Brought(_turns(bundle, random)))
    beats = 0
    while not mover.over and beats < 2_000:
        beats += 1
        assert isinstance(mover.beat, Beat)
        if stops and random.random() < 0.02:
            mover.stop()
            beats += _to_the_end(mover, random)
        elif isinstance(mover.beat.step, Calm):
            mover.go_past()
        else:
            mover.answer("a", any_value(mover.beat.step, random))
    return set(mover.met), beats


def every_session(bundle: Bundle, most: int) -> tuple[set[Broken], int] | None:
    """Go through every session there is, each answer by itself; None where there are more moments than that.

    Returns:
        What is met, and how many different moments there are.
    """
    met: set[Broken] = set()
    moments = 0
    for turns in _every_turn(bundle):
        found = _every_session(bundle, Brought(turns), most - moments)
        if found is None:
            return None
        met |= found[0]
        moments += found[1]
    return met, moments


def _every_session(bundle: Bundle, brought: Brought, most: int) -> tuple[set[Broken], int] | None:
    first = Watched(bundle, brought)
    met = set(first.met)
    waiting, seen = [first] if not first.over else [], {moment(first)}
    while waiting:
        mover = waiting.pop()
        if len(seen) > most:
            return None
        beat = mover.beat
        assert isinstance(beat, Beat)
        for value in values(beat.step) if isinstance(beat.step, Question) else (None,):
            after = Watched(bundle, brought, (mover.state, beat), mover.owed)
            if isinstance(beat.step, Question):
                after.answer("a", value)
            else:
                after.go_past()
            met |= set(after.met)
            key = moment(after)
            if key not in seen and not after.over:
                seen.add(key)
                waiting.append(after)
    return met, len(seen)


def values(question: Question) -> Iterator[Value | None]:
    """Yield every answer to a question; of words, places and parts only some."""
    match question:
        case Ask():
            yield "words"
        case Locate():
            yield ("here",)
        case Distress():
            yield from (*range(11), "numb", "unsure")
        case Rate():
            yield from range(question.least, question.most + 1)
        case Choose() if question.many:
            counts = range(1, len(question.keys) + 1)
            yield from chain.from_iterable(combinations(question.keys, count) for count in counts)
        case Choose():
            yield from question.keys
        case Scan():
            words = (None, *question.scale_words)
            for readings in product(words, repeat=len(question.scales)):
                told = zip(question.scales, readings, strict=True)
                given = {scale.name: word for scale, word in told if word is not None}
                if given:
                    yield given
        case NamePart():
            yield from PARTS
    if may_skip(question):
        yield None


def any_value(question: Question, random: Random) -> Value | None:
    """Return some answer to a question."""
    if not isinstance(question, Scan):
        return random.choice(list(values(question)))
    told = {scale.name: random.choice((None, *question.scale_words)) for scale in question.scales}
    return {scale: word for scale, word in told.items() if word is not None} or None


def as_value(given: Given) -> Value | None:
    """Return an answer of a story as the guide takes it."""
    if isinstance(given, Part):
        return PartGiven(f"p{given.number}", f"Part {given.number}")
    return dict(given) if isinstance(given, Mapping) else given


def _answer_all(mover: Watched, answers: tuple[Given, ...]) -> None:
    for answer in answers:
        _go_on(mover)
        if mover.over:
            return
        mover.answer("a", as_value(answer))
    _go_on(mover)


def _comes_to(mover: Watched, answers: tuple[Given, ...], beats: int) -> bool:
    """Give answers and go so many beats further; say whether one stands at a beat there."""
    for answer in answers:
        _go_on(mover)
        mover.answer("a", as_value(answer))
    for _ in range(beats):
        if mover.over or not _is_calm(mover):
            return False
        mover.go_past()
    return not mover.over


def _to_the_end(mover: Watched, random: Random) -> int:
    beats = 0
    while isinstance(mover.beat, Beat):
        beats += 1
        if isinstance(mover.beat.step, Question):
            mover.answer("a", any_value(mover.beat.step, random))
        else:
            mover.go_past()
    return beats


def _go_on(mover: Watched) -> None:
    while not mover.turned and _is_calm(mover):
        mover.go_past()


def _is_calm(mover: Watched) -> bool:
    return isinstance(mover.beat, Beat) and isinstance(mover.beat.step, Calm)


def _turns(bundle: Bundle, random: Random) -> dict[str, int]:
    return {step.key: random.randrange(len(step.lists)) for step in _rotates(bundle)}


def _every_turn(bundle: Bundle) -> Iterator[dict[str, int]]:
    rotates = {step.key: len(step.lists) for step in _rotates(bundle)}
    for turns in product(*(range(count) for count in rotates.values())):
        yield dict(zip(rotates, turns, strict=True))


def _rotates(bundle: Bundle) -> Iterator[Rotate]:
    for script in (bundle.script, *bundle.shared.values()):
        for section in script.sections:
            for step in every_step(section.steps):
                if isinstance(step, Rotate):
                    yield step
