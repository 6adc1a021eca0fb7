"""What may be said to a question, one of each kind that the script goes on to tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from partswork.proof.classes import Classes
from partswork.proof.instructions import Program, Put
from partswork.proof.judging import Held
from partswork.proof.looks import DISTRESS_SAID, GIVEN, RISES, SKIPPED, Part, Value
from partswork.proof.variables import BAND, HIGH, LOWEST, OWED, REFUSED
from partswork.script.distress import Band, band
from partswork.script.steps import (
    Ask,
    Choose,
    Distress,
    Locate,
    NamePart,
    Question,
    Rate,
    Scan,
    may_skip,
)

Given = str | int | tuple[str, ...] | Mapping[str, str] | Part | None
"""What someone says to a question, as the guide takes it; a part is one's own to name, None skips."""

SOMETHING = "…"
"""What is written where any words do."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to a question; for a `rotate`, the number of the way that comes."""

    of: Question | str
    given: Given


class Answering:
    """Finds what may be said to the questions of one program."""

    def __init__(self, program: Program, classes: Classes) -> None:
        self._distinct, self._classes = program.distinct, classes
        self._answers: dict[int, list[str | int | tuple[str, ...]]] = {}
        self._known: dict[tuple[int | None, bool], list[tuple[Given, Band, int | None]]] = {}

    def answers(self, put: Put, held: Held) -> Iterator[tuple[Said, Held, int]]:
        """Yield what may be said to a question, what is held after it, and where it leads."""
        step = put.step
        if isinstance(step, Distress):
            yield from self._distress(put, step, held)
        elif isinstance(step, Scan):
            yield from self._scan(put, step, held)
        else:
            (number,) = put.saves
            for given, value in self._given(put, number, held):
                after: dict[int, Value] = {**held, number: value}
                if isinstance(step, Choose) and isinstance(given, str):
                    self._refuse(put, step, given, after)
                    yield Said(step, given), after, put.ways[given]
                else:
                    yield Said(step, given), after, put.next

    def parts(self, held: Held) -> list[Value]:
        """Return the parts that may be named: a new one, and those that make a difference."""
        if not self._distinct:
            return [GIVEN]
        known = {value for value in held.values() if isinstance(value, Part)}
        for entries in (value for value in held.values() if isinstance(value, tuple)):
            for parts in (entry[0] for entry in entries if isinstance(entry, tuple)):
                known |= {part for part in parts if isinstance(part, Part)}
        new = next(part for part in map(Part, range(len(known) + 1)) if part not in known)
        return [new, *sorted(known)]

    def _given(self, put: Put, number: int, held: Held) -> Iterator[tuple[Given, Value]]:
        step = put.step
        match step:
            case NamePart():
                for value in self.parts(held):
                    yield value if isinstance(value, Part) else Part(number), value
            case Ask():
                yield SOMETHING, GIVEN
            case Locate():
                yield (SOMETHING,), GIVEN
            case Choose() | Rate():
                for kind in self._kinds(put, step, number):
                    yield kind, kind
            case Distress() | Scan():
                raise TypeError(step)
        if may_skip(step):
            yield None, SKIPPED

    def _kinds(self, put: Put, step: Choose | Rate, number: int) -> list[str | int | tuple[str, ...]]:
        """Return one answer of each kind; the same whatever else is held."""
        known = self._answers.get(id(put))
        if known is None:
            match step:
                case Rate():
                    known = list(self._classes.apart(number, range(step.least, step.most + 1), put.next))
                case Choose() if step.many:
                    known = list(self._many(step, number, put.next))
                case Choose():
                    known = list(self._keys(put, step, number))
            self._answers[id(put)] = known
        return known

    def _keys(self, put: Put, step: Choose, number: int) -> Iterable[str]:
        """Return the keys to choose; of those that lead to the same place and mean the same, one."""
        kinds: dict[object, str] = {}
        for option in step.options:
            way = put.ways[option.key]
            kind = (way, option.refusal, self._classes.kind(number, option.key, way))
            kinds.setdefault(kind, option.key)
        return kinds.values()

    def _many(self, step: Choose, number: int, place: int) -> Iterator[tuple[str, ...]]:
        """Yield the keys to choose together; those that are never looked for make no difference."""
        sought = [key for key in step.keys if self._classes.sought(number, key, place)]
        others = [key for key in step.keys if key not in sought]
        for count in range(len(sought) + 1):
            for keys in combinations(sought, count):
                if keys or others:
                    yield keys or (others[0],)

    def _scan(self, put: Put, step: Scan, held: Held) -> Iterator[tuple[Said, Held, int]]:
        words = (*step.scale_words, SKIPPED)
        readings = [self._classes.apart(number, words, put.next) for number in put.saves]
        for values in product(*readings):
            told = zip(step.scales, values, strict=True)
            given = {scale.name: value for scale, value in told if value != SKIPPED}
            yield Said(step, given or None), {**held, **dict(zip(put.saves, values, strict=True))}, put.next

    def _distress(self, put: Put, step: Distress, held: Held) -> Iterator[tuple[Said, Held, int]]:
        lowest = held.get(LOWEST)
        deep = put.scene.section.deep and not put.scene.stopping
        met = set()
        for said, found, least in self._stirred(lowest if isinstance(lowest, int) else None, deep):
            after: dict[int, Value] = {**held, BAND: found}
            after.pop(OWED, None)
            if least is not None:
                after[LOWEST] = least
            if found == "high":
                after[HIGH] = True
            kept = self._classes.keep(put.next, after)
            if kept not in met or self._classes.all_apart:
                met.add(kept)
                yield Said(step, said), after, put.next

    def _stirred(self, lowest: int | None, deep: bool) -> list[tuple[Given, Band, int | None]]:
        """Return what may be said to distress, with its band and the lowest number after it."""
        known = self._known.get((lowest, deep))
        if known is not None:
            return known
        kinds: dict[object, tuple[Given, Band, int | None]] = {}
        for said in DISTRESS_SAID:
            found = band(said, lowest, deep=deep)
            least = min((one for one in (lowest, said) if isinstance(one, int)), default=None)
            kind = said if self._classes.all_apart else (found, RISES.of(least))
            kinds.setdefault(kind, (said, found, least))
        return self._known.setdefault((lowest, deep), list(kinds.values()))

    def _refuse(self, put: Put, step: Choose, key: str, held: dict[int, Value]) -> None:
        if not step.option(key).refusal or put.refusals is None:
            return
        parts = tuple(held.get(number) for number in put.scene.parts)
        before = held.get(put.refusals, ())
        held[put.refusals] = (*(before if isinstance(before, tuple) else ()), (parts, key))
        held[REFUSED] = True
