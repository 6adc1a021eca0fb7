"""What a script comes to once it is laid out flat: instructions, each with the places that may follow it.

A shared script is laid out anew wherever it is used, so every instruction belongs to one use of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from partswork.proof.judging import Judged
from partswork.proof.variables import Variables
from partswork.script.finding import Mark
from partswork.script.model import Script, Section
from partswork.script.questions import Name
from partswork.script.steps import Calm, End, GoTo, If, Question, RepeatUntil, Return, Rotate, Step, Use
from partswork.script.words import Fill


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds for all that stands in one list of steps.

    Attributes:
        script: whose steps they are.
        section: the section one is in; inside a shared script that of its caller.
        path: as the guide has it: `meeting`, inside a shared script `meeting/unblending`.
        scope: the use of a script that names belong to, 0 for the script itself.
        parts: for a shared script, the numbers of the parts it was given, where they must be told apart.
        use: the step of the script itself that led into a shared one, None outside.
        through: the shared scripts one is inside of, the outermost first.
        grounding: in a script that grounds; nothing here is inward.
        refusing: in what an option that refuses says for itself.
        stopping: they have stopped.
        owed: the script owes all of G11.
    """

    script: Script
    section: Section
    path: str
    scope: int = 0
    parts: tuple[int, ...] = ()
    use: Use | None = None
    through: tuple[str, ...] = ()
    grounding: bool = False
    refusing: bool = False
    stopping: bool = False
    owed: bool = False

    @property
    def deep(self) -> bool:
        """Whether what is shown here is deep work."""
        return self.section.deep and not self.grounding


@dataclass(frozen=True, slots=True)
class Read:
    """An answer that is shown, with nothing to fall back on.

    Attributes:
        outside: it stands in the title of the section, and not in the shared script one is in.
    """

    number: int
    fill: Fill
    outside: bool


@dataclass(frozen=True, slots=True)
class Show:
    """A calm step is shown."""

    scene: Scene
    step: Calm
    reads: tuple[Read, ...]
    seconds: int
    inward: bool
    next: int


@dataclass(frozen=True, slots=True)
class Put:
    """A question is put.

    Attributes:
        saves: the number its answer is kept under; for a scan, one for each scale.
        parts: the parts it speaks of, which must have been answered.
        refusals: the number of what refused this question before, None where nothing can.
        ways: for a choice, where each option leads.
    """

    scene: Scene
    step: Question
    reads: tuple[Read, ...]
    inward: bool
    saves: tuple[int, ...]
    parts: tuple[tuple[int, Name], ...]
    refusals: int | None
    ways: Mapping[str, int]
    next: int


@dataclass(frozen=True, slots=True)
class Fork:
    """One way or the other."""

    scene: Scene
    step: If
    condition: Judged
    then: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class Begin:
    """A repeat begins its first round."""

    scene: Scene
    step: RepeatUntil
    counter: int
    next: int


@dataclass(frozen=True, slots=True)
class Again:
    """A round ends: another one, or on."""

    scene: Scene
    step: RepeatUntil
    condition: Judged
    counter: int
    again: int
    next: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One of several ways, the same all session long."""

    scene: Scene
    step: Rotate
    turn: int
    ways: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A shared script is entered.

    Attributes:
        given: what it is given, from which number to which, and the name as it is written.
        anew: all its own answers; none is left from an earlier round.
    """

    scene: Scene
    step: Use
    given: tuple[tuple[int, int, Name], ...]
    anew: tuple[int, ...]
    next: int


@dataclass(frozen=True, slots=True)
class Finish:
    """A shared script is left.

    Attributes:
        step: the `return`, None at its end.
        saves: the number its result is kept under by the caller, None where it is dropped.
        lacks: it had to hand something back, and does not.
        grounds: the outermost script that grounds is left.
        unsaid: it had to say something; told where it is proved by itself.
    """

    scene: Scene
    step: Return | None
    saves: int | None
    lacks: bool
    grounds: bool
    unsaid: bool
    next: int


@dataclass(frozen=True, slots=True)
class Enter:
    """A section is entered."""

    scene: Scene
    section: Section
    needs: Judged | None
    next: int


@dataclass(frozen=True, slots=True)
class Lead:
    """On to a later section."""

    scene: Scene
    step: GoTo
    next: int


@dataclass(frozen=True, slots=True)
class Close:
    """The session is over, or the end of a shared script that is proved by itself.

    Attributes:
        step: the `end`; None behind the last section, after Stop, or where a shared script is left.
        at: where it stands, or the last step before it.
        runs_off: behind the last section.
    """

    scene: Scene
    step: End | None
    at: Mark
    runs_off: bool = False


Instruction = Show | Put | Fork | Begin | Again | Turn | Open | Finish | Enter | Lead | Close


@dataclass(frozen=True, slots=True)
class Program:
    """A whole script laid out.

    Attributes:
        start: where one begins.
        stop: where Stop leads, None for a shared script.
        places: where each step of the script itself stands, by its identity, and each section, by its id.
        ends: where the rounds of each repeat of the script itself end, by its identity.
        joins: places that more than one other leads to.
        distinct: one part must be told from another.
    """

    script: Script
    instructions: tuple[Instruction, ...]
    variables: Variables
    start: int
    stop: int | None
    places: Mapping[int | str, int]
    ends: Mapping[int, int]
    joins: frozenset[int]
    distinct: bool

    def place(self, step: Step) -> int:
        """Return where a step of the script itself stands."""
        return self.places[id(step)]

    def may_stop(self, instruction: Instruction) -> bool:
        """Whether Stop leads from here to what grounds."""
        shown = isinstance(instruction, Show | Put)
        return shown and self.stop is not None and not instruction.scene.stopping

    def again(self, step: RepeatUntil) -> int:
        """Return where the rounds of a repeat of the script itself end."""
        return self.ends[id(step)]


def follows(instruction: Instruction) -> tuple[int, ...]:
    """Return every place that an instruction may lead to."""
    match instruction:
        case Put():
            return (*instruction.ways.values(), instruction.next)
        case Fork():
            return (instruction.then, instruction.otherwise)
        case Again():
            return (instruction.again, instruction.next)
        case Turn():
            return instruction.ways
        case Close():
            return ()
        case _:
            return (instruction.next,)


def mark_of(instruction: Instruction) -> Mark:
    """Return where an instruction stands in its own script."""
    match instruction:
        case Close():
            return instruction.at
        case Enter():
            return instruction.section.at
        case _:
            step = instruction.step
            return step.at if step is not None else instruction.scene.section.at
