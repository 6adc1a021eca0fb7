"""What the reader says about a script. For people whose first YAML file this is.

Never: scalar, mapping, token, node, parse.
"""

from __future__ import annotations

from collections.abc import Sequence

from partswork.wording.entry import Entry
from partswork.wording.promises import PROMISES
from partswork.wording.trying import TRYING

FINDINGS: dict[str, Entry] = {
    # The file and its YAML.
    "PW001": Entry("YAML cannot make sense of this line. {told}"),
    "PW002": Entry(
        "A colon followed by a space starts a new key, so these words cannot stand on one line as they are. "
        "Put them on the next line, under a |, and they are kept just as they stand."
    ),
    "PW003": Entry(
        "There is a tab here ({count} in the file). Scripts use spaces only; "
        "most editors can turn tabs into spaces for you."
    ),
    "PW004": Entry("This is not UTF-8 text. Save the file again with the encoding UTF-8."),
    "PW005": Entry(
        "YAML takes everything from this # on as a remark, so nobody would see those words. "
        "Put the words on the next line, under a |, or move the remark to a line of its own."
    ),
    "PW006": Entry("This file is larger than a script may be (1 MB)."),
    "PW007": Entry(
        "There is more here than a script can hold, or one thing inside another too many times over."
    ),
    "PW008": Entry(
        '"{what}" has a meaning of its own in YAML, which scripts do not use. '
        "If it is part of your words, put them on the next line, under a |."
    ),
    "PW009": Entry(
        "Scripts do without {what}. Write a list one item a line, each with a dash; "
        "words that begin with a bracket go on the next line, under a |."
    ),
    "PW010": Entry('"{kind}" is not a kind of step.'),
    "PW011": Entry('"{key}" stands here twice (first at line {line}); one of them would be lost.'),
    "PW012": Entry("There is no script in this file. A script begins with the line: partswork: 1"),
    "PW013": Entry("The line --- begins a second script here. One file holds one script."),
    "PW014": Entry("There should be a key here: one word, with a colon behind it."),
    "PW015": Entry(
        "There is a character here that does not belong in any text (NUL). The file may be damaged."
    ),
    "PW016": Entry("A character that cannot be seen ({what}) stands here; it is left out.", "warning"),
    "PW017": Entry('"{what}" stands here twice (first at line {line}); each must be different.'),
    "PW018": Entry("A step begins with its kind and a colon, such as - say: or - ask:."),
    "PW019": Entry('The id is "{id}" but the file is called "{stem}"; they must be the same.'),
    "PW086": Entry(
        "An invisible blank from a word processor ({what}) stands here. It looks like a space and is none; "
        "delete it, and type a space."
    ),
    "PW087": Entry(
        "This is a file of a word processor, not plain text. Save it again as plain text (UTF-8), "
        "with a name that ends in .yaml; best of all in a plain text editor."
    ),
    # Keys and values.
    "PW020": Entry('"{key}" is not a key that can stand here.'),
    "PW021": Entry('The key "{key}" is missing here.'),
    "PW022": Entry('Under "{key}" there should be {told}.'),
    "PW023": Entry('"{value}" is not something that "{key}" can be.'),
    "PW024": Entry(
        '"{id}" cannot be an id. An id begins with a letter and has only letters, digits and hyphens (no accents).'
    ),
    "PW025": Entry(
        "This script is written in version {number} of the language, which is newer than this partswork. "
        "Update partswork to use it."
    ),
    "PW026": Entry(
        '"{name}" cannot be a name. A name begins with a letter and has only letters, digits and _ (no accents); '
        "distress and the words of conditions, such as is, not and one, are taken."
    ),
    "PW027": Entry('"{key}" cannot stand together with "{other}".'),
    "PW028": Entry('Under "{key}" there must be {least} to {most} items.'),
    "PW029": Entry('"{key}" must be a whole number from {least} to {most}, not "{value}".'),
    # Conditions.
    "PW030": Entry("This condition makes sense only up to here; it cannot go on with {got}."),
    "PW031": Entry(
        'Here "and" meets "or". Put brackets round what belongs together, such as: a is x and (b is y or c is z).'
    ),
    "PW032": Entry('Nothing in this script saves an answer called "{name}".'),
    "PW033": Entry('"{name}" can never be "{value}".'),
    "PW034": Entry('"{name}" cannot be tested like this. {told}'),
    "PW035": Entry('"{written}" would be shown just like that. To show the answer, write ${{{name}}}.'),
    "PW036": Entry('"{name}" goes from {least} to {most}, so it is never {value}.'),
    "PW037": Entry(
        "To show an answer, write ${{name}}, or ${{name|words if there is no answer}}. This is neither."
    ),
    "PW038": Entry('The kind of a step comes first: write "{kind}" before "{first}".'),
    "PW039": Entry('"{name}" cannot be shown to people; it can only be tested.'),
    # Where steps lead.
    "PW040": Entry('There is no section called "{section}".'),
    "PW041": Entry('A repeat needs "{key}", so that it cannot go on for ever.'),
    "PW042": Entry(
        '"{section}" does not come later than this section, and go_to only leads on. '
        "To go round again, put the steps under repeat_until."
    ),
    "PW046": Entry('Only a deep section has "needs"; "{section}" is not marked deep: yes.'),
    "PW047": Entry('"{section}" is deep but does not say what it needs. Add: needs:', promise="G5"),
    "PW048": Entry(
        '"{section}" is deep, but the script says depth: {depth}. Only depth: deep has deep sections.'
    ),
    "PW049": Entry(
        '"{section}" stands in the wrong place for {key}: opening sections come first, closing sections last.'
    ),
    # Shared scripts and names.
    "PW050": Entry('There is no shared script called "{id}".'),
    "PW051": Entry('"{id}" comes back to this script, so it would never end.', promise="G8"),
    "PW052": Entry(
        'The shared script "{id}" has errors of its own and cannot be used until they are mended.'
    ),
    "PW053": Entry('"{result}" is not one of the results this script says it returns.', promise="G8"),
    "PW054": Entry('"{key}" cannot stand in a shared script.'),
    "PW055": Entry('"{key}" can only stand in a shared script.'),
    "PW056": Entry('"{id}" is not a shared script; it does not say shared: yes.'),
    "PW057": Entry(
        '"{name}" is saved in another way at line {line}; one name must always hold the same kind of answer.'
    ),
    "PW058": Entry(
        "A script that grounds asks nothing but distress and choose, and so does what it uses.", promise="G7"
    ),
    "PW059": Entry(
        '"{id}" cannot be what happens when they stop: that must be a shared script that says grounds: yes '
        "and takes nothing.",
        promise="G7",
    ),
    "PW060": Entry('The shared script "{id}" takes nothing called "{input}".', promise="G8"),
    "PW061": Entry('The shared script "{id}" must be given "{input}", under with:.', promise="G8"),
    "PW062": Entry('The shared script "{id}" hands nothing back, so there is nothing to save.'),
    "PW063": Entry(
        '"{id}" is for a therapist\'s room. A script that reaches it must say company: therapist.',
        promise="G10",
    ),
    "PW064": Entry('"{name}" is not a part; a part is saved by name_part, or given to a shared script.'),
    "PW065": Entry('"{name}" cannot be given here; what is wanted is {told}.'),
    "PW066": Entry('"{name}" holds several readings; say which one is meant, with a dot.'),
    "PW067": Entry('"{name}" is one answer and has no readings inside it.'),
    "PW068": Entry(
        'Two different shared scripts called "{id}" would meet here; give one of them another id.'
    ),
    "PW074": Entry("A closing section asks nothing but distress and choose.", promise="G11"),
    "PW085": Entry(
        "This asks for a part, so the depth is most likely meeting: then distress is asked before and after.",
        "warning",
    ),
    # The library.
    "PW080": Entry('A built-in practice is already called "{id}"; give this one another id and file name.'),
    "PW081": Entry(
        "Beside this file lies {name}, and that one is used. Give this one another id and file name."
    ),
    "PW090": Entry("There is no file here."),
    "PW091": Entry("This is a folder, not a file."),
    "PW092": Entry("This is not an ordinary file, so it is not read."),
    "PW093": Entry("This file may not be read by you."),
    "PW094": Entry("This file could not be read from the disk."),
    # What is not kept on every way through.
    **PROMISES,
    # What a test of a script cannot be.
    **TRYING,
}

EXPECTED = {
    "words": "words for people to read",
    "line": "one line of words",
    "name": "a name",
    "id": "an id",
    "number": "a whole number",
    "yes": "yes or no",
    "word": "one word",
    "condition": "a condition, such as: leave is given",
    "remember": "a field of a part, such as: job of guard",
    "texts": "a list of words, one a line with a dash",
    "table": "names with what is given for each, one a line",
    "steps": "a list of steps, each with a dash",
    "sections": "a list of sections, each with a dash and an id",
    "inputs": "a list of inputs, such as: - part: part",
    "options": "a list of options, each with a key and a label, such as: - given: It is willing",
    "scales": "a list of scales, each with a name and a label, such as: - calm: Calm",
    "rotate": "two or more lists, each under - steps:",
    "pause": '"20 seconds", "2 minutes" (at most 10 minutes) or "as long as you like"',
    "breath": 'a breath such as "4 in, 6 out" or "4 in, 4 hold, 6 out, 2 hold", each 1 to 20 seconds',
}

HOW_TO_TEST = {
    "TextKind": "Words of their own can only be tested with: is answered.",
    "PartKind": "A part can only be tested with: is answered.",
    "PlacesKind": "Places can only be tested with: is answered.",
    "NumberKind": "A rating is tested with a number, such as: is at least 5.",
    "ChoiceKind": "A choice is tested by its option keys, such as: is given; a choice of many with: includes.",
    "ScanKind": "A reading is tested by its words, such as: is at least some.",
    "ResultKind": "A result is tested by its words, such as: is open.",
    "DistressKind": "Distress is tested as low, raised or high: low is 0 to 4, raised 5 and 6, high 7 to 10.",
}

KIND_WORDS = {"part": "a part", "text": "words from an ask", "number": "a number from a rate"}

YAML_PROBLEMS: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        "This key does not line up with those above it; or, if it belongs to the words above, "
        "put them all on lines of their own, under a |.",
    ),
    ("scanning an alias", "Words that begin with * go on the next line, under a |."),
    ("scanning an anchor", "Words that begin with & go on the next line, under a |."),
    ("scanning a directive", "A line cannot begin with %."),
    ("scanning a tag", "Words that begin with ! go on the next line, under a |."),
    ("cannot start any token", "Words that begin with this sign go on the next line, under a |."),
    (
        "while scanning a quoted scalar",
        "A quotation mark is opened and not closed. Words are safest under a |.",
    ),
    (
        "unknown escape character",
        "A backslash inside quotation marks has a meaning of its own. Put the words under a |.",
    ),
    ("while scanning a block scalar", "After a | the words begin on the next line, two spaces further in."),
    ("did not find expected '-' indicator", "This does not line up with the list above it."),
    (
        "block sequence entries are not allowed",
        "A list begins on a line of its own. If this dash belongs to words, put them under a |.",
    ),
    (
        "flow sequence",
        "A [ is opened and not closed. Words that begin with one go on the next line, under a |.",
    ),
    (
        "flow mapping",
        "A { is opened and not closed. Words that begin with one go on the next line, under a |.",
    ),
    ("did not find expected node content", "Words that begin with this sign go on the next line, under a |."),
    (
        "could not find expected ':'",
        "If this is a key, it needs a colon behind it; if these are words, they must stand further in.",
    ),
    (
        "did not find expected key",
        "This does not line up with what stands above it, or only some of the words are in quotation marks.",
    ),
    (
        "did not find expected <document start>",
        "Something stands at the very left that does not belong there, or comes after the end of the script.",
    ),
    ("", "Something here does not line up, or a sign is missing."),
)
"""Part of the YAML library's own words, and what to tell people instead; the last is for all others."""

END_OF_LINE = "the end of the line"
ONE_OF = "What can stand here: {words}."
BELONGS_TO_SECTION = "It belongs into a section: under - id:, beside steps:."
AND_MORE = ", …"
MORE = "More: partswork explain {code}"
PLACE = '{file}, line {line}, column {column} (section "{section}")'
PLACE_OUTSIDE = "{file}, line {line}, column {column}"


def saved_as(name: str, line: int) -> str:
    """Say that only small and capital letters differ."""
    return f'It is saved as "{name}" at line {line}; small and capital letters are told apart.'


def ends_in_txt(file: str) -> str:
    """Say that the name of a file has one ending too many."""
    return f"The name of the file ends in .txt, which may be hidden from you. Call it: {file}"


def write(text: str) -> str:
    """Say how something is written."""
    return f"Write: {text}"


def leave_marks_out(text: str) -> str:
    """Say that a value stands without quotation marks."""
    return f"Leave the quotation marks out. Write: {text}" if text else "Leave the quotation marks out."


def going_on_with(word: str) -> str:
    """Say what a condition cannot go on with; "" is where it ends."""
    return f'"{word}"' if word else END_OF_LINE


def one_of_these(words: Sequence[str]) -> str:
    """Say which words can stand there."""
    return ONE_OF.format(words=", ".join(words))


def did_you_mean(word: str, line: int | None) -> str:
    """Say which word may be meant, and where it was saved if that is known."""
    return f'Did you mean "{word}"?' + (f"  (saved at line {line})" if line else "")
