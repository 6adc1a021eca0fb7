"""Reading steps: one method a kind, each by the keys of the step table."""

from __future__ import annotations

from collections.abc import Callable

from partswork.near import nearest
from partswork.script.durations import parse_breath, parse_pause
from partswork.script.finding import Findings
from partswork.script.keys import Keys
from partswork.script.question_reader import QuestionReader
from partswork.script.shapes import STEPS
from partswork.script.slips import in_line
from partswork.script.steps import (
    Breath,
    Breathe,
    End,
    GoTo,
    If,
    Name,
    Pause,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Step,
    Use,
)
from partswork.script.tree import Items, Table, Text, Tree


class StepReader:
    """Reads the steps of one section."""

    def __init__(self, findings: Findings, script: str, section: str, unclear: list[Name]) -> None:
        """Begin reading.

        Args:
            findings: told all that is wrong.
            script: the id of the script.
            section: the id of the section.
            unclear: given the names that steps of no known kind would save.
        """
        self._findings, self._unclear = findings, unclear
        self._place = f"{script}:{section}"
        self._rotations = 0
        self._kinds: dict[str, Callable[[Keys], Step]] = {
            "say": self._say,
            "pause": self._pause,
            "breathe": self._breathe,
            **QuestionReader(findings, self.steps).kinds,
            "rotate": self._rotate,
            "if": self._if,
            "repeat_until": self._repeat_until,
            "use": self._use,
            "go_to": self._go_to,
            "end": self._end,
            "return": self._return,
        }

    def steps(self, keys: Keys, key: str) -> tuple[Step, ...]:
        """Return the steps listed under `key`."""
        if not keys.has(key):
            return ()
        value = keys.value(key)
        if not isinstance(value, Items):
            keys.expected(key, value.at, "steps")
            return ()
        return tuple(step for item in value.items if (step := self._step(item)) is not None)

    def _step(self, item: Tree) -> Step | None:
        if not isinstance(item, Table) or not item.entries:
            written = item.value.split(" ")[0] if isinstance(item, Text) else ""
            amiss = in_line(self._findings.lines[item.at.line - 1]) if written else None
            self._findings.add(
                "PW018",
                item.at,
                near=None if amiss is not None else (written, STEPS),
                suggestion=amiss[0] if amiss is not None else None,
            )
            return None
        first = next(iter(item.entries.values()))[0]
        if first.value in STEPS:
            return self._kinds[first.value](Keys(item, STEPS[first.value], self._findings))
        later = next((word for word in item.entries if word in STEPS), None)
        if later is not None:
            self._findings.add("PW038", item.entries[later][0].at, kind=later, first=first.value)
            return self._kinds[later](Keys(item, STEPS[later], self._findings))
        self._findings.add("PW010", first.at, kind=first.value, near=(first.value, STEPS))
        meant = None if self._findings.full else nearest(first.value, STEPS)
        if meant is not None:
            keys = Keys(item, STEPS[meant], self._findings, own=first.value, means=meant)
            return self._kinds[meant](keys)
        _, name = item.entries.get("save_as", (None, None))
        if isinstance(name, Text):
            self._unclear.append(Name(name.value.strip(), name.at))
        return None

    def _say(self, keys: Keys) -> Step:
        return Say(at=keys.first, words=keys.words("say"), note=keys.note())

    def _pause(self, keys: Keys) -> Step:
        text = keys.text("pause", "pause")
        seconds: int | None = 1
        if text is not None:
            try:
                seconds = parse_pause(text.value)
            except ValueError:
                keys.expected("pause", text.at, "pause")
        return Pause(at=keys.first, seconds=seconds, text=keys.maybe_words("text"), note=keys.note())

    def _breathe(self, keys: Keys) -> Step:
        text = keys.text("breathe", "breath")
        pattern: tuple[tuple[Breath, int], ...] = ()
        if text is not None:
            try:
                pattern = parse_breath(text.value)
            except ValueError:
                keys.expected("breathe", text.at, "breath")
        return Breathe(
            at=keys.first,
            pattern=pattern,
            rounds=keys.number("rounds", 1),
            text=keys.maybe_words("text"),
            note=keys.note(),
        )

    def _rotate(self, keys: Keys) -> Step:
        self._rotations += 1
        key = f"{self._place}:{self._rotations}"
        lists = []
        for item in keys.items("rotate", "rotate"):
            if isinstance(item, Table) and "steps" in item.entries:
                inner = Keys(item, {"steps": STEPS["repeat_until"]["steps"]}, self._findings)
                lists.append(self.steps(inner, "steps"))
            else:
                keys.expected("rotate", item.at, "rotate")
        return Rotate(at=keys.first, key=key, lists=tuple(lists), note=keys.note())

    def _if(self, keys: Keys) -> Step:
        return If(
            at=keys.first,
            condition=keys.condition("if"),
            then=self.steps(keys, "then"),
            otherwise=self.steps(keys, "otherwise"),
            note=keys.note(),
        )

    def _repeat_until(self, keys: Keys) -> Step:
        return RepeatUntil(
            at=keys.first,
            condition=keys.condition("repeat_until"),
            at_most=keys.number("at_most", 1),
            steps=self.steps(keys, "steps"),
            note=keys.note(),
        )

    def _use(self, keys: Keys) -> Step:
        pairs = keys.pairs("with")
        return Use(
            at=keys.first,
            script=keys.id("use"),
            given={word: Name(text.value.strip(), text.at) for word, (_, text) in pairs.items()},
            given_at={word: key.at for word, (key, _) in pairs.items()},
            save_as=keys.maybe_name("save_as"),
            note=keys.note(),
        )

    def _go_to(self, keys: Keys) -> Step:
        return GoTo(at=keys.first, section=keys.id("go_to"), note=keys.note())

    def _end(self, keys: Keys) -> Step:
        people = keys.one_of("end", "complete") == "people"
        return End(at=keys.first, how="people" if people else "complete", note=keys.note())

    def _return(self, keys: Keys) -> Step:
        return Return(at=keys.first, result=keys.name("return"), note=keys.note())
