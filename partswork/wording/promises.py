"""What the proof says: broken promises, and what someone does to come to them.

Never: state, path, node, variable. People read of answers, steps and ways through.
"""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording.entry import Entry
from partswork.wording.session import in_words

PROMISES: dict[str, Entry] = {
    "PW101": Entry(
        "The script can run out here. Every way through must come to a step that ends the session, "
        "such as - end: complete.",
        promise="G1",
    ),
    "PW102": Entry(
        "From here on the script may go round and round with nothing to see. Put a step that shows something "
        "into the repeat, or let it go round less often.{told}",
        promise="G2",
    ),
    "PW105": Entry(
        "Nobody ever comes to this step: whatever is answered, what stands before it leads elsewhere.{told}",
        promise="G3",
    ),
    "PW106": Entry("This holds whatever is answered, so there is nothing to test.", promise="G3"),
    "PW107": Entry('Nobody ever comes to the section "{name}", whatever is answered.{told}', promise="G3"),
    "PW108": Entry("This never holds, whatever is answered, so there is nothing to test.", promise="G3"),
    "PW110": Entry(
        '"{name}" is shown here, but it may not have been answered. Write ${{{name}|other words}} to show '
        "those instead, or ask first.{told}",
        promise="G4",
    ),
    "PW111": Entry(
        '"{name}" is tested here, but it may not have been answered. Ask first, or begin with: '
        "{name} is answered and …{told}",
        promise="G4",
    ),
    "PW112": Entry(
        '"{name}" is the part this is about, but it may not have been named. Ask only if: '
        "{name} is answered.{told}",
        promise="G4",
    ),
    "PW115": Entry(
        '"{section}" is deep, and someone may come to it while distress is not low or what it needs does not '
        "hold. Lead them past it.",
        promise="G5",
    ),
    "PW120": Entry(
        "The session may end here after something deep, with no way back to the room. "
        "Use a shared script that grounds before it.",
        promise="G6",
    ),
    "PW125": Entry(
        "A script that grounds says something on every way through; here it may be left with nothing said.",
        promise="G7",
    ),
    "PW126": Entry(
        '"{id}" is what follows when they stop, at any moment, and there it does not hold.{told}',
        promise="G7",
    ),
    "PW130": Entry(
        "This shared script may come to its end here without handing back one of its results. "
        "Let every way through come to a return.",
        promise="G8",
    ),
    "PW131": Entry('"{name}" is said to be handed back, but no return does.', promise="G8"),
    "PW132": Entry(
        '"{name}" is given to "{id}" here, but it may not have been answered. Ask first, or use it only if: '
        "{name} is answered.{told}",
        promise="G8",
    ),
    "PW133": Entry('The shared script "{id}" breaks a promise of its own. Mend it there first.'),
    "PW135": Entry(
        "Unburdening is for a therapist's room. A script with this tag must say company: therapist.",
        promise="G10",
    ),
    "PW140": Entry(
        "This looks inward, and distress may not have been asked before it. Ask distress first.{told}",
        promise="G11",
    ),
    "PW141": Entry(
        "The session may end here without distress being asked after the last step that looks inward. "
        "Ask it once more.",
        promise="G11",
    ),
    "PW142": Entry(
        "This looks inward, and someone may come to it after distress was high. Lead them to a closing section "
        "instead.{told}",
        promise="G11",
    ),
    "PW145": Entry(
        '"{name}" may be asked again here after it was refused. A refusal is kept for the whole session.{told}',
        promise="G12",
    ),
    "PW146": Entry(
        '"{section}" is deep, and someone may come here after a refusal. Nothing deep follows a refusal.{told}',
        promise="G12",
    ),
    "PW190": Entry(
        "There are more ways through this script than can be looked at, so what it promises is not proved. "
        "Testing answers soon after they are given makes it simpler.",
        "warning",
    ),
}
"""Every finding of the proof, by its code."""

ALL_PROMISES = tuple(f"G{number}" for number in range(1, 13))

REACHES = {
    "PW101": "comes to where nothing follows",
    "PW102": "comes to where nothing is shown for thousands of steps",
    "PW110": "comes to words that show “{name}”, which has no answer",
    "PW111": "comes to a test of “{name}”, which has no answer",
    "PW112": "comes to a question about “{name}”, whom nobody has named",
    "PW115": "comes to “{section}” without all it needs",
    "PW120": "comes to the end without coming back to the room",
    "PW125": "comes to its end with nothing said",
    "PW130": "comes to its end with nothing to hand back",
    "PW132": "comes here with no answer for “{name}”",
    "PW140": "comes to something inward without being asked how stirred up they are",
    "PW141": "comes to the end without being asked again how stirred up they are",
    "PW142": "comes to something inward after distress was high",
    "PW145": "is asked “{name}” again after refusing it",
    "PW146": "comes to something deep after a refusal",
}
"""What becomes of someone, by the code of the finding."""

ENDS = {"complete": "comes to the end", "people": "comes to an end that shows who to call"}
"""What becomes of someone, by how the session ends."""


def comes_to(section: str) -> str:
    """Say which section someone comes to."""
    return f"comes to “{section}”"


PRACTICAL_CHOICE = " If it is practical, put it in a section of its own with opening: yes."
PRACTICAL_QUESTION = " If it is practical, make it a choose, in a section of its own with opening: yes."

STOPS = "stops"
GOES_ON = "just goes on"


def may_be_skipped(line: int) -> str:
    """Say that it is asked, but not always answered."""
    return f" It is asked, but it may be skipped at line {line}."


def everybody_leaves(line: int, key: str, target: str) -> str:
    """Say by which step everybody leaves before."""
    return f" Everybody leaves at line {line} ({key}: {target})."


def inside(id: str) -> str:
    """Say that it happens inside a shared script."""
    return f' This happens inside "{id}".'


def for_example(deeds: Sequence[str], reaches: str) -> str:
    """Tell a story in one sentence."""
    return f"For example, someone who {in_words([*deeds] or [GOES_ON])} {reaches}."


def many_answers(count: int) -> str:
    """Say that some answers were left out of a story."""
    return f"gives {count} more answers"


def says_distress(said: str | int | None) -> str:
    """Say what someone says to distress."""
    match said:
        case None:
            return "skips distress"
        case "numb":
            return "says distress is numb or far away"
        case "unsure":
            return "can't tell how high distress is"
        case _:
            return f"says distress {said}"


def skips(name: str) -> str:
    """Say that someone passes a question over."""
    return f"skips “{name}”"


def writes(name: str) -> str:
    """Say that someone writes words."""
    return f"answers “{name}”"


def chooses(labels: Sequence[str]) -> str:
    """Say what someone chooses."""
    return "chooses " + in_words([f"“{label}”" for label in labels])


def rates(name: str, number: int) -> str:
    """Say which number someone gives."""
    return f"gives {number} for “{name}”"


def reads(scales: Sequence[tuple[str, str]]) -> str:
    """Say what someone reads on a scan, each scale with its word."""
    return "reads " + in_words([f"“{label}” as “{word}”" for label, word in scales])


def names_part(*, again: bool) -> str:
    """Say that someone names a part."""
    return "names the same part again" if again else "names a part"


def comes_in_turn(number: int) -> str:
    """Say which of the steps that take turns comes today."""
    return f"gets number {number} of what takes turns"
