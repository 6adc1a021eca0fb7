"""Reading steps: one method a kind, each by the keys of the step table."""

from __future__ import annotations

from collections.abc import Callable

from partswork.script.durations import parse_breath, parse_pause
from partswork.script.finding import Findings
from partswork.script.keys import Keys, read_name, read_words
from partswork.script.model import Note
from partswork.script.shapes import NOTE, OPTION, SCALE, STEPS
from partswork.script.steps import (
    Ask,
    Breath,
    Breathe,
    Choose,
    Distress,
    End,
    GoTo,
    If,
    Locate,
    Name,
    NamePart,
    Option,
    Pause,
    Rate,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Scale,
    Scan,
    Step,
    Use,
)
from partswork.script.tree import Items, Table, Text, Tree
from partswork.wording.findings import EXPECTED


class StepReader:
    """Reads the steps of one section."""

    def __init__(self, findings: Findings, script: str, section: str) -> None:
        self._findings = findings
        self._place = f"{script}:{section}"
        self._rotations = 0
        self._kinds: dict[str, Callable[[Keys], Step]] = {
            "say": self._say,
            "pause": self._pause,
            "breathe": self._breathe,
            "distress": self._distress,
            "ask": self._ask,
            "rate": self._rate,
            "scan": self._scan,
            "choose": self._choose,
            "name_part": self._name_part,
            "locate": self._locate,
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
        value = keys.table.entries[key][1]
        if not isinstance(value, Items):
            self._findings.add("PW022", value.at, key=key, expected=EXPECTED["steps"])
            return ()
        return tuple(step for item in value.items if (step := self._step(item)) is not None)

    def _step(self, item: Tree) -> Step | None:
        if not isinstance(item, Table) or not item.entries:
            written = item.value.split(" ")[0] if isinstance(item, Text) else ""
            self._findings.add("PW018", item.at, near=(written, STEPS))
            return None
        first = next(iter(item.entries.values()))[0]
        if first.value not in STEPS:
            later = next((word for word in item.entries if word in STEPS), None)
            if later is None:
                self._findings.add("PW010", first.at, kind=first.value, near=(first.value, STEPS))
            else:
                self._findings.add("PW038", item.entries[later][0].at, kind=later, first=first.value)
            return None
        return self._kinds[first.value](Keys(item, STEPS[first.value], self._findings))

    def _say(self, keys: Keys) -> Step:
        return Say(at=keys.first.at, words=keys.words("say"), note=read_note(keys))

    def _pause(self, keys: Keys) -> Step:
        text = keys.text("pause", "pause")
        seconds: int | None = 1
        if text is not None:
            try:
                seconds = parse_pause(text.value)
            except ValueError:
                self._findings.add("PW022", text.at, key="pause", expected=EXPECTED["pause"])
        return Pause(at=keys.first.at, seconds=seconds, text=keys.maybe_words("text"), note=read_note(keys))

    def _breathe(self, keys: Keys) -> Step:
        text = keys.text("breathe", "breath")
        pattern: tuple[tuple[Breath, int], ...] = ()
        if text is not None:
            try:
                pattern = parse_breath(text.value)
            except ValueError:
                self._findings.add("PW022", text.at, key="breathe", expected=EXPECTED["breath"])
        return Breathe(
            at=keys.first.at,
            pattern=pattern,
            rounds=keys.number("rounds", 1),
            text=keys.maybe_words("text"),
            note=read_note(keys),
        )

    def _distress(self, keys: Keys) -> Step:
        return Distress(
            at=keys.first.at,
            words=keys.words("distress"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _ask(self, keys: Keys) -> Step:
        return Ask(
            at=keys.first.at,
            words=keys.words("ask"),
            save_as=keys.name("save_as"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            placeholder=keys.maybe_words("placeholder"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _rate(self, keys: Keys) -> Step:
        least, most = keys.number("from", 0), keys.number("to", 10)
        if least >= most:
            self._findings.add("PW029", keys.at("from"), key="from", value=least, least=0, most=most - 1)
        return Rate(
            at=keys.first.at,
            words=keys.words("rate"),
            save_as=keys.name("save_as"),
            least=least,
            most=most,
            low=keys.maybe_words("low"),
            high=keys.maybe_words("high"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _scan(self, keys: Keys) -> Step:
        words = keys.texts("words", seen=True)
        said = tuple(" ".join(text.value.split()) for text in words)
        for n, text in enumerate(words):
            if said[n] in said[:n]:
                self._findings.add("PW017", text.at, what=said[n], line=words[said.index(said[n])].at.line)
        return Scan(
            at=keys.first.at,
            words=keys.words("scan"),
            save_as=keys.name("save_as"),
            scale_words=said,
            scales=self._scales(keys),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _scales(self, keys: Keys) -> tuple[Scale, ...]:
        scales: dict[str, Scale] = {}
        for item in keys.items("scales", "scales"):
            labelled = self._labelled(item, "scales")
            if labelled is None:
                continue
            written, label, table = labelled
            inner = Keys(table, SCALE, self._findings, own=written.value)
            name = read_name(written, self._findings)
            if name.text in scales:
                line = scales[name.text].at.line
                self._findings.add("PW017", name.at, what=name.text, line=line)
                continue
            words = read_words(label, self._findings)
            scales[name.text] = Scale(name.text, words, inner.maybe_words("meaning"), name.at)
        return tuple(scales.values())

    def _choose(self, keys: Keys) -> Step:
        many = keys.yes("many")
        return Choose(
            at=keys.first.at,
            words=keys.words("choose"),
            save_as=keys.name("save_as"),
            options=self._options(keys, many),
            many=many,
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _options(self, keys: Keys, many: bool) -> tuple[Option, ...]:
        options: dict[str, Option] = {}
        labels: dict[str, int] = {}
        for item in keys.items("options", "options"):
            labelled = self._labelled(item, "options")
            if labelled is None:
                continue
            written, label, table = labelled
            inner = Keys(table, OPTION, self._findings, own=written.value)
            key = read_name(written, self._findings)
            if many:
                for word in ("refusal", "then"):
                    if inner.has(word):
                        at = table.entries[word][0].at
                        self._findings.add("PW027", at, key=word, other="many")
            said = " ".join(label.value.split())
            if said.casefold() in labels:
                self._findings.add("PW017", label.at, what=said, line=labels[said.casefold()])
            labels.setdefault(said.casefold(), label.at.line)
            words = read_words(label, self._findings)
            option = Option(key.text, words, key.at, inner.yes("refusal"), self.steps(inner, "then"))
            if not key.text:
                continue
            if key.text in options:
                self._findings.add("PW017", key.at, what=key.text, line=options[key.text].at.line)
            else:
                options[key.text] = option
        return tuple(options.values())

    def _labelled(self, item: Tree, where: str) -> tuple[Text, Text, Table] | None:
        """Return the `key: label` that an option or a scale begins with."""
        if isinstance(item, Table) and item.entries:
            key, label = next(iter(item.entries.values()))
            if isinstance(label, Text) and label.value.strip() and key.value not in OPTION | SCALE:
                return key, label, item
        self._findings.add("PW022", item.at, key=where, expected=EXPECTED[where])
        return None

    def _name_part(self, keys: Keys) -> Step:
        return NamePart(
            at=keys.first.at,
            words=keys.words("name_part"),
            save_as=keys.name("save_as"),
            role=keys.line("role") or None,
            guarded_by=keys.maybe_name("guarded_by"),
            opposed_to=keys.maybe_name("opposed_to"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
        )

    def _locate(self, keys: Keys) -> Step:
        return Locate(
            at=keys.first.at,
            words=keys.words("locate"),
            save_as=keys.name("save_as"),
            optional=keys.yes("optional"),
            remember=keys.remember("remember"),
            help=keys.maybe_words("help"),
            note=read_note(keys),
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
                self._findings.add("PW022", item.at, key="rotate", expected=EXPECTED["rotate"])
        return Rotate(at=keys.first.at, key=key, lists=tuple(lists), note=read_note(keys))

    def _if(self, keys: Keys) -> Step:
        return If(
            at=keys.first.at,
            condition=keys.condition("if"),
            then=self.steps(keys, "then"),
            otherwise=self.steps(keys, "otherwise"),
            note=read_note(keys),
        )

    def _repeat_until(self, keys: Keys) -> Step:
        return RepeatUntil(
            at=keys.first.at,
            condition=keys.condition("repeat_until"),
            at_most=keys.number("at_most", 1),
            steps=self.steps(keys, "steps"),
            note=read_note(keys),
        )

    def _use(self, keys: Keys) -> Step:
        given = {word: Name(text.value.strip(), text.at) for word, (_, text) in keys.pairs("with").items()}
        return Use(
            at=keys.first.at,
            script=keys.id("use"),
            given=given,
            save_as=keys.maybe_name("save_as"),
            note=read_note(keys),
        )

    def _go_to(self, keys: Keys) -> Step:
        return GoTo(at=keys.first.at, section=keys.id("go_to"), note=read_note(keys))

    def _end(self, keys: Keys) -> Step:
        people = keys.one_of("end", "complete") == "people"
        return End(at=keys.first.at, how="people" if people else "complete", note=read_note(keys))

    def _return(self, keys: Keys) -> Step:
        return Return(at=keys.first.at, result=keys.name("return"), note=read_note(keys))


def read_note(keys: Keys) -> Note | None:
    """Return the words for the person guiding: one text, or `say`, `watch_for`, `if_stuck`."""
    if not keys.has("note"):
        return None
    value = keys.table.entries["note"][1]
    if not isinstance(value, Table):
        return Note(say=keys.words("note"))
    inner = Keys(value, NOTE, keys.findings)
    return Note(inner.maybe_words("say"), inner.maybe_words("watch_for"), inner.maybe_words("if_stuck"))
