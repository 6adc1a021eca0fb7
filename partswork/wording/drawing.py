"""What outlines, drawings and lists of ways through a script say."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording.session import about_minutes, time_in_words

GRAPH = """A script as an outline that can be read aloud to a colleague, or as a drawing.

The outline has every word that people may see. Mermaid and dot are two ways of writing drawings down that other
programs draw.
"""
WITHOUT_SHARED = "The outline of the script alone, without the shared scripts it uses."
GRAPH_FORMAT = "An outline to read (that is what you get), or a drawing to be drawn elsewhere."
ROUTES = """The ways there are through a script: which sections each passes, how it ends, and one example.

Answers after which all is the same count as one way. Stopping, which is possible anywhere, is not counted.
"""
ROUTES_MOST = "How many kinds of ways to tell; the others are counted."

DEPTHS = {"settling": "Settling", "meeting": "Meeting parts", "deep": "Deep"}
STOPS = "If they stop, anywhere: {id}."
INPUTS = "It is given: {names}."
RESULTS = "It hands back: {names}."
GROUNDS = "It brings one back to the room."
SHARED = "A shared script: {title}"
NOTE, WATCH_FOR, IF_STUCK = (
    "For whoever guides: {words}",
    "To watch for: {words}",
    "If it does not move: {words}",
)
DEEP, OPENING, CLOSING = "deep", "opening", "closing"
NEEDS = "Entered only if {condition}; distress is low, too."

SAYS = "{words}"
HELP = "Under it: {words}"
DISTRESS = "Asks how stirred up they are: {words}"
QUESTIONS = {
    "ask": "Asks for words ({name}): {words}",
    "rate": "Asks for a number from {least} to {most} ({name}): {words}",
    "scan": "Asks for a word each ({name}): {words}",
    "choose": "Lets them choose ({name}): {words}",
    "many": "Lets them choose one or more ({name}): {words}",
    "name_part": "Asks for a part ({name}): {words}",
    "locate": "Asks where, in or around the body ({name}): {words}",
}
OPTION = "{key}: {label}"
REFUSES = "{key}: {label}  (a no: it is kept, and nothing deep follows)"
SCALE_WORDS = "The words: {words}"
SKIPPABLE = "May be skipped."
IN_TURN = "In turn, from session to session:"
TURN = "Number {number}:"
IF, OTHERWISE = "If {condition}:", "Otherwise:"
REPEAT = "Until {condition}, {times}:"
USES = "Goes through “{title}”{given}{saves}."
GOES_TO = "Goes on to {section}."
ENDS = {"complete": "The end.", "people": "The end, with people to call."}
RETURNS = "Hands back {result}."

SKIPPED_SHORT, YES_SHORT, NO_SHORT = "skipped", "yes", "no"


def facts(depth: str, company: str, version: str, minutes: tuple[int, int] | None) -> str:
    """Say in a line what kind of script it is."""
    where = "with a therapist in the room" if company == "therapist" else "for one person"
    long = f", {about_minutes(minutes[1])}" if minutes else ""
    return f"{DEPTHS[depth]}, {where}{long}. Version {version}."


def at_most(times: int) -> str:
    """Say how often something is repeated."""
    return "once" if times == 1 else f"at most {times} times"


def quiet(seconds: int | None) -> str:
    """Say how long it is quiet."""
    if seconds is None:
        return "Quiet, as long as they like."
    return f"Quiet for {time_in_words(seconds)}."


def breath(pattern: Sequence[tuple[str, int]], rounds: int) -> str:
    """Say how a breath goes."""
    phases = ", ".join(f"{seconds} {phase}" for phase, seconds in pattern)
    return f"A breath of {phases}{'' if rounds == 1 else f', {rounds} times'}."


def given(pairs: Sequence[tuple[str, str]]) -> str:
    """Say what a shared script is given."""
    return f" with {', '.join(f'{name}: {value}' for name, value in pairs)}" if pairs else ""


def keeps(name: str | None) -> str:
    """Say under which name a result is kept."""
    return f", and keeps the result as {name}" if name else ""


def ways(script: str, count: int, kinds: int) -> str:
    """Say how many ways there are."""
    if count == 1:
        return f"{script}: one way through."
    of = "all of one kind" if kinds == 1 else f"of {kinds:,} kinds"
    return f"{script}: {count:,} ways through, {of}."


def kind_of_way(
    number: int, sections: Sequence[str], ends: str, line: int, count: int, screens: tuple[int, int]
) -> str:
    """Say what one kind of way through is."""
    through = " → ".join(sections)
    end = {"complete": "the end", "people": "the end, with people to call"}[ends]
    many = "one way" if count == 1 else f"{count:,} ways"
    least, most = screens
    shown = f"{most} screens" if least == most else f"{least} to {most} screens"
    return f"{number}. {f'{through} → ' if through else ''}{end} (line {line}): {many}, {shown}"


def more_kinds(kinds: int, count: int, all_kinds: int) -> str:
    """Say that not all kinds of ways were told."""
    kind = "1 more kind" if kinds == 1 else f"{kinds:,} more kinds"
    way = "1 way" if count == 1 else f"{count:,} ways"
    return f"And {kind}, {way}. --most {all_kinds} shows all."


NO_SECTIONS = "There are too many kinds to tell them apart by the sections they pass."
TOO_MANY_WAYS = "There are too many ways through this script to be told. Testing answers soon after they are given makes it simpler."
WAYS_OF_SHARED = "This is a shared script: its ways belong to the scripts that use it."
ROUTES_BROKEN = (
    "It does not keep all it promises (partswork check tells more). Ways are told as far as they go."
)
