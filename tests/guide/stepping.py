"""Random steps of every kind, for one place in a script and what may stand there."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.guide.conditions import CHOICES, MANY, SCALE_WORDS, SCALES, condition, fill, settled
from tests.guide.tape import Tape
from tests.guide.writing import Node

REFUSING = {"leave": "refused", "objects": "someone", "feeling": "other", "way": "far_away"}
"""For choices that may refuse, the key that does."""

DEEPEST = 2
"""How many lists of steps may stand inside each other."""

OUTWARD = ("say", "say", "distress", "pause", "choose", "if", "use", "say", "repeat", "go_to", "end")
INWARD = (
    *("say", "ask", "choose", "distress", "if", "use", "choose", "repeat", "rate", "scan", "many"),
    *("name_part", "locate", "rotate", "pause", "breathe", "go_to", "end", "return", "distress"),
)


@dataclass
class Place:
    """Where steps stand.

    Attributes:
        script: the id of the script.
        names: what is saved so far, with its kind; added to as steps are written.
        outward: nothing but `distress` and `choose` may be asked.
        shared: the shared scripts that may be used.
        later: the sections that may be gone to.
        returns: the results that may be returned.
        main: not in a shared script.
    """

    script: str
    names: dict[str, str] = field(default_factory=dict)
    outward: bool = False
    shared: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    main: bool = False


class StepWriter:
    """Writes steps for one place; every step's words are its own."""

    def __init__(self, tape: Tape, place: Place) -> None:
        self.place = place
        self._tape = tape
        self._count = 0
        self._deep = 0

    def steps(self, least: int) -> list[Node]:
        """Return some steps."""
        steps: list[Node] = []
        for _ in range(least + self._tape.below(2)):
            steps += self.step()
        return steps

    def step(self) -> list[Node]:
        """Return a step of some kind, with what must stand around it."""
        tape, names = self._tape, self.place.names
        match tape.pick(OUTWARD if self.place.outward else INWARD):
            case "ask":
                return self._saved("ask", tape.pick(("job", "worry")))
            case "rate":
                return self._saved("rate", "warmth")
            case "locate":
                return self._saved("locate", "spot")
            case "name_part":
                return self.name_part(tape.pick(("guard", "other")), optional=tape.chance(5))
            case "scan":
                scales: list[Node] = [{scale: self._words(f"How {scale}")} for scale in SCALES]
                return self._saved("scan", "weather", words=[*SCALE_WORDS], scales=scales)
            case "many":
                options: list[Node] = [{key: self._words(key.title())} for key in MANY]
                return self._saved("choose", "near", kind="many", many="yes", options=options)
            case "choose":
                own = ("way",) if self.place.outward and not self.place.main else ("leave", "objects", "pace")
                return self.choose(tape.pick(own), optional=tape.chance(3))
            case "distress":
                return self.distress()
            case "pause":
                length = tape.pick(("20 seconds", "as long as you like"))
                return [{"pause": length, "text": self._words("Quiet")}]
            case "breathe":
                return [{"breathe": "4 in, 6 out", "rounds": "2"}]
            case "use" if self.place.shared:
                return self.use(tape.pick(self.place.shared), save_as=tape.pick(("", "space")))
            case "go_to" if self.place.later and self._deep:
                return [{"go_to": tape.pick(self.place.later)}]
            case "end" if self.place.main and self._deep:
                return [{"end": tape.pick(("complete", "people"))}]
            case "return" if self.place.returns and self._deep:
                return [{"return": tape.pick(self.place.returns)}]
            case "if" | "repeat" | "rotate" as kind if self._deep < DEEPEST:
                return self._nested(kind)
            case _:
                return self.say(fill(tape, names))

    def say(self, more: str = "") -> list[Node]:
        """Return a line to show."""
        return [{"say": self._words("Line") + more}]

    def distress(self) -> list[Node]:
        """Return a question for distress."""
        return [{"distress": self._words("How stirred up")}]

    def name_part(self, name: str, *, optional: bool) -> list[Node]:
        """Return a question for a part."""
        return self._saved("name_part", name, optional="yes" if optional else "no")

    def choose(self, name: str, *, optional: bool = False) -> list[Node]:
        """Return a question with options, one of which mostly refuses."""
        tape = self._tape
        options: list[Node] = []
        for key in CHOICES[name]:
            option: dict[str, Node] = {key: self._words(key.title())}
            if key == REFUSING.get(name) and not tape.chance(2):
                option["refusal"] = "yes"
            if self._deep < DEEPEST and tape.chance(3):
                option["then"] = self._inside()
            options.append(option)
        return self._saved("choose", name, optional="yes" if optional else "no", options=options)

    def use(self, script: str, *, save_as: str = "") -> list[Node]:
        """Return the use of a shared script; a line to show where there is nothing to give to it."""
        names, tape = self.place.names, self._tape
        step: dict[str, Node] = {"use": script}
        if script in ("unblending", "visit"):
            parts = [name for name, kind in names.items() if kind in ("part", "name_part")]
            texts = [name for name, kind in names.items() if kind in ("ask", "text")]
            numbers = [name for name, kind in names.items() if kind in ("rate", "number")]
            if not parts or (script == "visit" and not (texts and numbers)):
                return self.say()
            given: dict[str, Node] = {"part": tape.pick(parts)}
            if script == "visit":
                given |= {"what": tape.pick(texts), "much": tape.pick(numbers)}
            step["with"] = given
            if save_as:
                step["save_as"] = save_as
                names[save_as] = "result"
            if tape.chance(8):
                told = " and ".join(f"{name} is answered" for name in dict.fromkeys(map(str, given.values())))
                return [{"if": told, "then": [step]}]
        return [step]

    def _saved(self, step: str, name: str, kind: str = "", **more: Node) -> list[Node]:
        made: dict[str, Node] = {step: self._words(step.title()), "save_as": name}
        if "optional" not in more and self._tape.chance(5):
            made["optional"] = "yes"
        self.place.names[name] = kind or step
        return [{**made, **more}]

    def _nested(self, kind: str) -> list[Node]:
        tape = self._tape
        if kind == "rotate":
            return [{"rotate": [{"steps": self._inside()} for _ in range(2 + tape.below(2))]}]
        if kind == "repeat":
            inside = self._inside()
            return [{"repeat_until": self._condition(), "at_most": str(2 + tape.below(2)), "steps": inside}]
        branch: dict[str, Node] = {"if": self._condition(), "then": self._inside()}
        if tape.chance(4):
            branch["otherwise"] = self._inside()
        return [branch]

    def _condition(self) -> str:
        """Return a condition; mostly one that does not fail where something was not answered."""
        tape, names = self._tape, self.place.names
        if tape.chance(3):
            return condition(tape, names)
        return settled(tape, tape.pick(["distress", *names]), names)

    def _inside(self) -> list[Node]:
        self._deep += 1
        steps = self.steps(1)
        self._deep -= 1
        return steps

    def _words(self, first: str) -> str:
        self._count += 1
        more = fill(self._tape, self.place.names) if self._tape.chance(2) else ""
        return f"{first} {self.place.script} {self._count}{more}"
