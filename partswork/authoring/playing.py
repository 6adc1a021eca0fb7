"""Going through a script at random, in the real guide, to see what is met and how often.

What only three right answers in a row lead to is to be met as well. So most answers are one of those
least given where one is, and most sessions go on from where some answer was given least, as the last
session that came there left it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Literal, assert_never

from partswork.authoring.walking import MOST_SCREENS, answer_name
from partswork.guide import (
    Answered,
    Beat,
    Brought,
    Ending,
    Impasse,
    PartGiven,
    Skipped,
    Stopped,
    Value,
    Walk,
    begin,
)
from partswork.script.distress import HIGH_FROM, RAISED_FROM, Band, band
from partswork.script.model import Bundle, Script, every_step
from partswork.script.steps import (
    Ask,
    Choose,
    Distress,
    Locate,
    NamePart,
    Question,
    Rate,
    Rotate,
    Scan,
    Shown,
    Step,
    may_skip,
)

STOPPING = 0.5
STOPS_WITHIN = 30
"""How likely they mean to stop, and at any of how many screens, if the session comes so far."""

SEEKING = 0.8
"""How likely a session begins where least is known, and an answer is the one least given there."""

ENOUGH = 3
"""How often every kind of answer was given everywhere when sessions begin at the beginning only."""

Place = tuple[str, int]
"""A screen: the id of its script, and the line its step begins at."""

Moment = tuple[Place, Band | None, Band, bool, bool]
"""A screen, the band of distress there, the band the lowest raised number would be in after those given,
whether it was ever high, and whether anything was refused."""

Close = Literal["complete", "people", "stopped", "refused", "high", "needs", "stuck", "left"]
"""How a session closed: as it ended, why the guide turned away, `stuck` where it could not go on, `left`
where it went on for more than `MOST_SCREENS`."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing someone did.

    Attributes:
        name: what tests call the answer; None where they stopped.
        value: the answer, None where they passed it over.
    """

    name: str | None
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Stuck:
    """A session that could not go on.

    Attributes:
        name: the answer that is shown or tested and was never given, None where it goes round too long.
        section: where; inside a shared script `meeting/unblending`.
        said: what leads there, in order.
    """

    name: str | None
    section: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it.

    Attributes:
        shown: how often each screen was shown, also those that never were.
        closes: how many sessions closed in which way.
        screens_most: the most screens of one session.
        stuck: each place where one could not go on, with the shortest way there that was met.
    """

    shown: Mapping[Place, int]
    closes: Mapping[Close, int]
    screens_most: int
    stuck: tuple[Stuck, ...]

    def of(self, script: str) -> dict[int, int]:
        """Return how often the steps of one script were shown, by the line each begins at."""
        return {line: count for (id, line), count in self.shown.items() if id == script}


def play(bundle: Bundle, times: int, seed: int) -> Played:
    """Go through a script so many times; the same seed gives the same sessions."""
    player = _Player(bundle, Random(seed))  # noqa: S311 - nothing secret hangs on it
    for _ in range(times):
        player.go_through()
    stuck = sorted(player.stuck.values(), key=lambda walk: (walk.state.section, len(walk.events)))
    return Played(
        player.shown, dict(player.closes.most_common()), player.screens_most, tuple(map(_stuck, stuck))
    )


def in_a_line(value: Value) -> str:
    """Return an answer in one line, much as a test would have it."""
    match value:
        case PartGiven():
            return value.name
        case tuple():
            return ", ".join(value)
        case Mapping():
            return ", ".join(f"{scale}: {word}" for scale, word in value.items())
        case _:
            return str(value)


class _Player:
    def __init__(self, bundle: Bundle, random: Random) -> None:
        self._bundle, self._random = bundle, random
        scripts = (bundle.script, *bundle.shared.values())
        steps = [(script.id, step) for script in scripts for step in _steps(script)]
        self._turned = {step.key: [0] * len(step.lists) for _, step in steps if isinstance(step, Rotate)}
        """For each rotate, how often each of its lists was gone through."""
        self._given: dict[Moment, list[int]] = {}
        """For each moment with a question, how often each kind of answer was given."""
        self._come_to: dict[Moment, tuple[Walk, list[Place], int]] = {}
        """How it stood there when it was last come to; the screens before are the first so many."""
        self.shown = Counter({(id, step.at.line): 0 for id, step in steps if isinstance(step, Shown)})
        self.closes: Counter[Close] = Counter()
        self.screens_most = 0
        self.stuck: dict[tuple[str | None, str], Walk] = {}

    def go_through(self) -> None:
        """Go through one session."""
        walk, screens = self._beginning()
        stops_at = None
        if self._random.random() < STOPPING:
            stops_at = len(screens) + self._random.randrange(STOPS_WITHIN)
        while isinstance(walk.beat, Beat) and len(screens) < MOST_SCREENS:
            beat, before = walk.beat, walk
            if len(screens) == stops_at:
                walk = walk.follow(walk.stopping())
            elif isinstance(beat.step, Question):
                walk = self._answered(walk, beat, beat.step, screens)
            else:
                walk = walk.passed()
            screens.append(_place(before, beat))
        for key in walk.state.facts.rotated:
            self._turned[key][walk.brought.turns[key]] += 1
        self.shown.update(screens)
        self.screens_most = max(self.screens_most, len(screens))
        self.closes[_close(walk)] += 1
        if isinstance(walk.beat, Impasse):
            where = (walk.beat.name, walk.beat.section)
            if where not in self.stuck or len(walk.events) < len(self.stuck[where].events):
                self.stuck[where] = walk

    def _beginning(self) -> tuple[Walk, list[Place]]:
        turns = {key: self._one_of(counts) for key, counts in self._turned.items()}
        fewest = min(map(min, self._given.values()), default=ENOUGH)
        if fewest >= ENOUGH or self._random.random() >= SEEKING:
            return begin(self._bundle, Brought(turns)), []
        least = [moment for moment, given in self._given.items() if min(given) == fewest]
        walk, screens, count = self._come_to[self._random.choice(least)]
        # What is still ahead can come out in another turn.
        turns |= {key: walk.brought.turns[key] for key in walk.state.facts.rotated}
        return replace(walk, brought=Brought(turns)), screens[:count]

    def _answered(self, walk: Walk, beat: Beat, question: Question, screens: list[Place]) -> Walk:
        """Answer a question; `screens` are those before it."""
        assert beat.asked is not None
        facts = walk.state.facts
        rising = band(RAISED_FROM, facts.lowest, deep=False)
        moment = (_place(walk, beat), facts.band, rising, facts.high, bool(facts.refused))
        self._come_to[moment] = (walk, screens, len(screens))
        answers = [*_answers(question, self._random), *([None] if may_skip(question) else [])]
        given = self._given.setdefault(moment, [0] * len(answers))
        n = self._one_of(given)
        given[n] += 1
        id, value = str(len(walk.events)), answers[n]
        return walk.follow(Skipped(id, beat.asked) if value is None else Answered(id, beat.asked, value))

    def _one_of(self, counts: list[int]) -> int:
        """Return one of several things, counted so far: any, or one of those with the least count."""
        if self._random.random() < SEEKING:
            return self._random.choice([n for n, count in enumerate(counts) if count == min(counts)])
        return self._random.randrange(len(counts))


def _answers(question: Question, random: Random) -> Iterator[Value | None]:
    """Yield one answer of each kind that a script may tell from the others; always as many."""
    match question:
        case Ask():
            yield "some words"
        case Locate():
            yield from (("chest",), ("chest", "hands"))
        case Distress():
            yield from (0, RAISED_FROM - 1, RAISED_FROM, HIGH_FROM - 1, HIGH_FROM, 10, "numb", "unsure")
        case Rate():
            yield from (question.least, question.most, random.randint(question.least, question.most))
        case Choose() if question.many:
            yield from ((key,) for key in question.keys)
            yield question.keys
            yield tuple(random.sample(question.keys, random.randint(1, len(question.keys))))
        case Choose():
            yield from question.keys
        case Scan():
            yield from ({scale.name: word for scale in question.scales} for word in question.scale_words)
            told = {scale.name: random.choice((None, *question.scale_words)) for scale in question.scales}
            yield {scale: word for scale, word in told.items() if word is not None} or None
        case NamePart():
            yield from (PartGiven(f"p{number}", f"Part {number}") for number in (1, 2, 3))
        case _:
            assert_never(question)


def _steps(script: Script) -> Iterator[Step]:
    for section in script.sections:
        yield from every_step(section.steps)


def _place(walk: Walk, beat: Beat) -> Place:
    return walk.state.scopes[-1].script.id, beat.step.at.line


def _close(walk: Walk) -> Close:
    match walk.beat:
        case Ending(how, turned):
            return turned or how
        case Impasse():
            return "stuck"
        case Beat():
            return "left"


def _stuck(walk: Walk) -> Stuck:
    """Tell how a session came to where it could not go on."""
    assert isinstance(walk.beat, Impasse)
    again, said = begin(walk.bundle, walk.brought), []
    for event in walk.events:
        if isinstance(event, Stopped):
            for _ in range(event.after):
                again = again.passed()
            said.append(Said(None))
            again = again.follow(event)
        elif isinstance(event, Answered | Skipped):
            while isinstance(again.beat, Beat) and again.beat.asked is None:
                again = again.passed()
            said.append(Said(answer_name(again), event.value if isinstance(event, Answered) else None))
            again = again.follow(event)
    return Stuck(walk.beat.name, walk.beat.section, tuple(said))
