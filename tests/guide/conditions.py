"""Conditions and fills over the names a script has saved so far, of every form there is."""

from __future__ import annotations

from collections.abc import Mapping

from tests.guide.tape import Tape

CHOICES: dict[str, tuple[str, ...]] = {
    "leave": ("given", "refused", "unclear"),
    "objects": ("nobody", "someone"),
    "pace": ("slow", "quick", "still"),
    "feeling": ("open", "inside", "other"),
    "way": ("too_much", "far_away", "steady"),
}
SCALES = ("calm", "clear")
SCALE_WORDS = ("far", "some", "near by")
MANY = ("head", "chest", "belly")
RESULTS = ("open", "not_today")

Names = Mapping[str, str]
"""The kind of answer under each name: a kind of step, `many`, `result`, `text`, `number` or `part`."""


def condition(tape: Tape, names: Names) -> str:
    """Return a condition over `distress` and some of the names."""
    known = ["distress", *names]
    match tape.below(8):
        case 0 | 1 | 2 | 3:
            return one_test(tape, tape.pick(known), names)
        case 4:
            return settled(tape, tape.pick(known), names)
        case 5:
            return f"not ({one_test(tape, tape.pick(known), names)})"
        case 6:
            name, other = tape.pick(known), tape.pick(known)
            unless = f"{_ref(tape, name, names)} is not answered or {one_test(tape, name, names)}"
            return f"({unless}) and {one_test(tape, other, names)}"
        case _:
            joining = tape.pick((" and ", " or "))
            return joining.join(one_test(tape, tape.pick(known), names) for _ in range(2 + tape.below(2)))


def settled(tape: Tape, name: str, names: Names) -> str:
    """Return a test that holds only where the name was answered, and seldom fails where it was not."""
    return f"{_ref(tape, name, names)} is answered and {one_test(tape, name, names)}"


def one_test(tape: Tape, name: str, names: Names) -> str:
    """Return one test of a name."""
    either = ("is answered", "is not answered")
    match "distress" if name == "distress" else names[name]:
        case "distress":
            bands = ("is not low", "is low", "is high", "is one of raised, high", "is answered", "is raised")
            return f"{name} {tape.pick(bands)}"
        case "choose":
            key, other = tape.pick(CHOICES[name]), tape.pick(CHOICES[name])
            several = f"{key}, {other}"
            keys = (f"is {key}", f"is not {key}", f"is one of {several}", f"is not one of {several}")
            return f"{name} {tape.pick((*keys, *either))}"
        case "result":
            return f"{name} {tape.pick(('is open', 'is not open', 'is not_today', *either))}"
        case "rate" | "number":
            hows = ("is at least", "is at most", "is more than", "is less than", "is", "is not", ">=", "<")
            return f"{name} {tape.pick(hows)} {tape.below(11)}"
        case "scan":
            scale, word = tape.pick(SCALES), tape.pick(SCALE_WORDS)
            orders = ("is at least", "is", "is less than", "is not", "is at most", "is more than")
            return f"{name}.{scale} {tape.pick((either[0], f'{tape.pick(orders)} {word}'))}"
        case "many":
            return f"{name} {tape.pick((either[0], f'includes {tape.pick(MANY)}', either[1]))}"
        case _:
            return f"{name} {tape.pick(either)}"


def _ref(tape: Tape, name: str, names: Names) -> str:
    return f"{name}.{tape.pick(SCALES)}" if names.get(name) == "scan" else name


def fill(tape: Tape, names: Names) -> str:
    """Return a fill of one of the names, mostly with words to fall back on; "" where none may be shown."""
    shown = [name for name, kind in names.items() if kind != "result"]
    if not shown:
        return ""
    ref = _ref(tape, tape.pick(shown), names)
    fallback = "" if tape.chance(2) else "|nothing yet"
    return f" ${{{ref}{fallback}}}"
