"""What a person means to do at each question, decided by a seed: the same in whatever they sit at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from partswork.guide import Beat
from partswork.script.steps import Ask, Choose, Distress, Locate, NamePart, Question, Rate, Scan, may_skip
from partswork.session import Session
from partswork.wording.app import PLACES

Meant = str | int | tuple[str, ...] | dict[str, str]
"""An answer as a person means it; a part by its name."""

MOST = 90
"""Questions after which a plan only goes straight on."""

TEXTS = ("some words", "  spaced ", "*starry* ${word} $${ {x}", "[/ [b]x[/b]", "日本語 e\u0301 👩‍👧", "ok")
NAMES = ("the Watchman", "[/ [Manager]", "小さい子", "a *small* one")
OWN_PLACES = ("left knee", "over there [/b]")


@dataclass(frozen=True)
class Deed:
    """One thing done at a question."""

    what: Literal["answer", "skip", "back", "ground", "stop"]
    value: Meant = ""


class Plan:
    """What is done at the first question that comes, the second, and so on."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._met = 0

    def next(self, session: Session) -> Deed:
        """Return what is done at the question at hand."""
        self._met += 1
        dice = Random(f"{self._seed} {self._met}")  # noqa: S311 - nothing here is secret
        beat = session.beat
        assert isinstance(beat, Beat), beat
        assert isinstance(beat.step, Question), beat
        if self._met < MOST:
            roll = dice.random()
            if roll < 0.03:
                return Deed("stop")
            if roll < 0.07 and session.can_ground:
                return Deed("ground")
            if roll < 0.15 and session.can_go_back:
                return Deed("back")
            if roll < 0.3 and may_skip(beat.step):
                return Deed("skip")
        return Deed("answer", meant(beat.step, dice))


class Fixed(Plan):
    """These deeds, one after the other."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        super().__init__("")
        self._deeds = list(deeds)

    def next(self, session: Session) -> Deed:
        """Return the next."""
        return self._deeds.pop(0)


def meant(step: Question, dice: Random) -> Meant:
    """Return some answer that a question takes."""
    match step:
        case Ask():
            return dice.choice(TEXTS)
        case Distress():
            numbers: tuple[Meant, ...] = (*range(7), 0, 1, 2, 3, 10)
            return dice.choice((*numbers, "numb", "unsure"))
        case Rate():
            return dice.randint(step.least, step.most)
        case Choose() if step.many:
            return tuple(key for key in step.keys if dice.random() < 0.5) or (dice.choice(step.keys),)
        case Choose():
            return dice.choice(step.keys)
        case Scan():
            read = [scale.name for scale in step.scales if dice.random() < 0.8] or [step.scales[0].name]
            return {scale: dice.choice(step.scale_words) for scale in read}
        case NamePart():
            return dice.choice(NAMES)
        case Locate():
            listed = [place for place in PLACES if dice.random() < 0.2] or [PLACES[3]]
            return (*listed, dice.choice(OWN_PLACES)) if dice.random() < 0.5 else tuple(listed)
