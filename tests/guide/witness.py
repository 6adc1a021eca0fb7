"""What must hold, worked out a second time from what was shown and said, and not by the guide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partswork.guide import Answered, Back, Beat, EnteredDeep, Event, Grounded, Skipped, Value, Walk
from partswork.script.conditions import (
    Compares,
    Condition,
    Conjunction,
    Disjunction,
    Includes,
    IsAnswered,
    Negation,
)
from partswork.script.model import Bundle, Script, Section, every_step
from partswork.script.steps import Calm, Choose, Distress, Scan, Step, Use
from tests.guide.living import Life

Key = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Where:
    """Where a beat is: its section, None for grounding in between, and the shared scripts it is inside of."""

    section: Section | None
    inside: tuple[Script, ...]

    @property
    def grounding(self) -> bool:
        return any(script.grounds for script in self.inside)

    @property
    def deep(self) -> bool:
        return self.section is not None and self.section.deep and not self.grounding


def where(bundle: Bundle, beat: Beat) -> Where:
    """Return where a beat is, read off its path."""
    first, *rest = beat.section.split("/")
    if beat.interlude is not None:
        return Where(None, tuple(bundle.shared[id] for id in (first, *rest)))
    section = next(section for section in bundle.script.sections if section.id == first)
    return Where(section, tuple(bundle.shared[id] for id in rest))


def inward(bundle: Bundle, beat: Beat) -> bool:
    """Return whether a beat looks inward, as the design page has it."""
    at = where(bundle, beat)
    if at.grounding or at.section is None:
        return False
    if at.section.deep:
        return True
    if isinstance(beat.step, Calm | Distress) or at.section.closing:
        return False
    return not (at.section.opening and isinstance(beat.step, Choose))


@dataclass(frozen=True)
class Said:
    """One thing said to a question."""

    key: Key
    beat: Beat
    value: Value | None
    deep: bool
    main: bool

    @property
    def refuses(self) -> bool:
        step, value = self.beat.step, self.value
        return isinstance(step, Choose) and isinstance(value, str) and step.option(value).refusal


@dataclass(frozen=True)
class Known:
    """What the answers that were not taken back come to, oldest first."""

    said: tuple[Said, ...]

    @property
    def refused(self) -> frozenset[Key]:
        return frozenset(said.key for said in self.said if said.refuses)

    @property
    def bands(self) -> tuple[str, ...]:
        bands: list[str] = []
        numbers: list[int] = []
        for said in self.said:
            if not isinstance(said.beat.step, Distress):
                continue
            match said.value:
                case int(number):
                    risen = any(number - before >= 3 for before in numbers) and number >= 5
                    bands.append("high" if number >= 7 or risen else "raised" if number >= 5 else "low")
                    numbers.append(number)
                case "numb":
                    bands.append("high")
                case _:
                    bands.append("high" if said.deep else "raised")
        return tuple(bands)

    @property
    def band(self) -> str | None:
        return self.bands[-1] if self.bands else None

    @property
    def answers(self) -> dict[str, Said]:
        """The newest thing said under each name of the script itself."""
        return {said.beat.asked.name: said for said in self.said if said.main and said.beat.asked}


class Witness:
    """Keeps what was said, by the ids of its events, and tells what was known at each moment."""

    def __init__(self, life: Life) -> None:
        self._bundle = life.bundle
        self._said: dict[str, Said] = {}
        for before, act, _ in life.moves():
            if isinstance(act, Answered | Skipped):
                self._said[act.id] = self._heard(before, act)

    def _heard(self, walk: Walk, event: Answered | Skipped) -> Said:
        beat = walk.beat
        assert isinstance(beat, Beat)
        value = event.value if isinstance(event, Answered) else None
        at = where(self._bundle, beat)
        main = not at.inside
        return Said(question(self._bundle, walk), beat, value, at.deep, main)

    def known(self, walk: Walk) -> Known:
        """Return what is known at a moment."""
        withdrawn = {event.withdraws for event in walk.events if isinstance(event, Back)}
        given = (event for event in walk.events if isinstance(event, Answered | Skipped))
        return Known(tuple(self._said[event.id] for event in given if event.id not in withdrawn))

    def settled(self, walk: Walk, id: str) -> bool:
        """Return whether an answer refused or said high, and another was given since, taken back or not."""
        given = [event.id for event in walk.events if isinstance(event, Answered | Skipped)]
        known = self.known(walk)
        said = self._said[id]
        high = isinstance(said.beat.step, Distress) and known.bands[-1:] == ("high",)
        return (said.refuses or high) and given[-1] != id


def question(bundle: Bundle, walk: Walk) -> Key:
    """Return what makes the question at hand the same one: its shared script, name and given parts."""
    beat = walk.beat
    assert isinstance(beat, Beat)
    assert beat.asked is not None
    inside = where(bundle, beat).inside
    if not inside:
        return ("", beat.asked.name, ())
    parts = tuple(name for name, kind in inside[-1].takes.items() if kind == "part")
    return (inside[-1].id, beat.asked.name, tuple(part.id for name in parts if (part := walk.part(name))))


def owes_grounding(events: Iterable[Event]) -> bool:
    """Return whether something deep was entered and not grounded since."""
    deciding = [event for event in events if isinstance(event, EnteredDeep | Grounded)]
    return bool(deciding) and isinstance(deciding[-1], EnteredDeep)


def needs_hold(section: Section, known: Known, results: dict[str, str]) -> bool:
    """Return whether what a deep section needs holds; an answer that is not there means no."""
    try:
        return section.needs is not None and _holds(section.needs, known, results)
    except LookupError:
        return False


def _holds(condition: Condition, known: Known, results: dict[str, str]) -> bool:
    match condition:
        case Conjunction(parts):
            return all(_holds(part, known, results) for part in parts)
        case Disjunction(parts):
            return any(_holds(part, known, results) for part in parts)
        case Negation(part):
            return not _holds(part, known, results)
        case IsAnswered(ref, negated):
            try:
                _value(known, results, ref.name, ref.scale)
            except LookupError:
                return negated
            return not negated
        case Includes(ref, value):
            held = _value(known, results, ref.name, None)
            return isinstance(held, tuple) and value.text in held
        case Compares(ref, how, value):
            said, other = _value(known, results, ref.name, ref.scale), value.text
            if ref.scale is None:
                assert isinstance(said, int)
                distance = said - int(other)
            else:
                step = known.answers[ref.name].beat.step
                assert isinstance(step, Scan)
                distance = step.scale_words.index(str(said)) - step.scale_words.index(other)
            return {">=": distance >= 0, "<=": distance <= 0, ">": distance > 0, "<": distance < 0}[how]
        case _:
            held = _value(known, results, condition.ref.name, condition.ref.scale)
            return (str(held) in [value.text for value in condition.values]) != condition.negated


def _value(known: Known, results: dict[str, str], name: str, scale: str | None) -> Value:
    """Return an answer.

    Raises:
        LookupError: it was not asked or passed over.
    """
    value: Value | None = known.band if name == "distress" else results.get(name)
    if value is None and name in known.answers:
        value = known.answers[name].value
    if value is None:
        raise LookupError(name)
    return value[scale] if isinstance(value, Mapping) and scale is not None else value


def said_on_refusing(bundle: Bundle) -> list[Step]:
    """Return what options that refuse say for themselves, in shared scripts they use too."""
    scripts = (bundle.script, *bundle.shared.values())
    every = [step for script in scripts for section in script.sections for step in every_step(section.steps)]
    options = [option for step in every if isinstance(step, Choose) for option in step.options]
    waiting = [step for option in options if option.refusal for step in every_step(option.then)]
    found: list[Step] = []
    while waiting:
        step = waiting.pop()
        if isinstance(step, Use) and step not in found:
            waiting += every_step(bundle.shared[step.script.text].sections[0].steps)
        found.append(step)
    return found
