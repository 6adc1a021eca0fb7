"""What a person does in a session, one thing after another, at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from partswork.guide import (
    Answered,
    Back,
    Beat,
    Brought,
    Ending,
    Event,
    Impasse,
    PartGiven,
    Paused,
    Skipped,
    Value,
    Walk,
    begin,
    replay,
)
from partswork.script.model import Bundle
from partswork.script.steps import (
    Ask,
    Calm,
    Choose,
    Distress,
    Locate,
    NamePart,
    Question,
    Rate,
    Scan,
    may_skip,
)
from tests.guide.tape import Tape

Act = Event | Literal["past", "killed"]
"""An event that someone brings about; going past a calm beat; or a crash, after which the session is
taken up again from its events."""

PARTS = (PartGiven("p1", "the Watchman"), PartGiven("p2", "a *small* one"), PartGiven("p3", "${guard}"))
DISTRESS: tuple[Value, ...] = (2, 0, 1, 3, 4, 2, 1, 0, 5, 6, 5, "unsure", 7, "numb")
TEXTS = ("some words", "*starry* ${job} $${", "  spaced ", "leave is given")

MOST_MOVES = 5_000


@dataclass
class Life:
    """One session as it went.

    Attributes:
        walks: where it stood, at first and after each act.
    """

    bundle: Bundle
    brought: Brought
    walks: list[Walk]
    acts: list[Act] = field(default_factory=list)

    @property
    def walk(self) -> Walk:
        """Where it stands now."""
        return self.walks[-1]

    def act(self, act: Act) -> None:
        """Do one thing more."""
        self.walks.append(after(self.walk, act))
        self.acts.append(act)

    def moves(self) -> Iterator[tuple[Walk, Act, Walk]]:
        """Yield each act with where one stood before and after it."""
        yield from zip(self.walks[:-1], self.acts, self.walks[1:], strict=True)


def live_through(bundle: Bundle, brought: Brought, told: bytes) -> Life:
    """Live a session as a tape tells; once it has run out, straight on to the end."""
    tape = Tape(told)
    life = Life(bundle, brought, [begin(bundle, brought)])
    while not isinstance(life.walk.beat, Ending) and len(life.acts) < MOST_MOVES:
        if isinstance(life.walk.beat, Impasse) and tape.over:
            break
        for act in _next_acts(life.walk, tape):
            life.act(act)
    return life


def after(walk: Walk, act: Act) -> Walk:
    """Return the walk after an act."""
    if act == "past":
        return walk.passed()
    if act == "killed":
        return replay(walk.bundle, walk.brought, walk.events)
    assert not isinstance(act, str)
    return walk.follow(act)


def taken_up(walk: Walk) -> Walk:
    """Return a session taken up from its events, the calm beats that come again gone past."""
    again = replay(walk.bundle, walk.brought, walk.events)
    while not alike(again, walk):
        assert isinstance(again.beat, Beat)
        assert isinstance(again.beat.step, Calm), (again.beat, walk.beat)
        again = again.passed()
    return again


def alike(one: Walk, other: Walk) -> bool:
    """Whether two walks stand at the same place; whether a question is pre-filled may differ."""
    if isinstance(one.beat, Beat) and isinstance(other.beat, Beat):
        return one.state == other.state and replace(one.beat, before=None) == replace(other.beat, before=None)
    return one.state == other.state and one.beat == other.beat


def _next_acts(walk: Walk, tape: Tape) -> list[Act]:
    """Return what is done next; nothing where what came to mind is not possible here."""
    back = walk.can_go_back
    match tape.below(20):
        case 19:
            stops, left = tape.chance(2), tape.chance(5)
            return [walk.stopping()] if stops else [Paused("asked"), "killed"] if left else [Paused("asked")]
        case 18:
            return ["killed"]
        case 17:
            return [walk.grounding("asked")] if walk.between is None else []
        case 14 | 15 | 16 if back is not None:
            return [Back(back)]
        case roll:
            return _onward(walk, tape, skips=roll in (12, 13))


def _onward(walk: Walk, tape: Tape, *, skips: bool) -> list[Act]:
    beat = walk.beat
    if not isinstance(beat, Beat):
        return [walk.stopping()] if tape.chance(3) else []
    if isinstance(beat.step, Calm):
        return ["past"]
    assert beat.asked is not None
    id = f"a{len(walk.events)}"
    if skips and may_skip(beat.step):
        return [Skipped(id, beat.asked)]
    return [Answered(id, beat.asked, fitting(beat.step, tape))]


def fitting(question: Question, tape: Tape) -> Value:
    """Return some answer that a question takes."""
    match question:
        case Ask():
            return tape.pick(TEXTS)
        case Distress():
            return tape.pick(DISTRESS)
        case Rate():
            return question.least + tape.below(question.most - question.least + 1)
        case Choose() if question.many:
            return tape.some(question.keys)
        case Choose():
            refusing = [option.key for option in question.options if option.refusal]
            return tape.pick((question.keys[0], *question.keys, *refusing))
        case Scan():
            scales = tape.some([scale.name for scale in question.scales])
            return {scale: tape.pick(question.scale_words) for scale in scales}
        case NamePart():
            return tape.pick(PARTS)
        case Locate():
            return tape.some(("chest", "behind me"))
