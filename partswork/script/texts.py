"""Reading one text of a script: a name, words a person sees, and where each word of it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from partswork.script.conditions import WORDS_OF_CONDITIONS
from partswork.script.finding import Findings, Mark
from partswork.script.steps import DISTRESS, Name
from partswork.script.tree import Text
from partswork.script.words import NOTHING, Words, parse_words
from partswork.wording.findings import write

_LONGEST = 64
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")


def read_name(text: Text, findings: Findings) -> Name:
    """Return a name that follows the rules for names, `Name("")` where it does not."""
    said = text.value.strip()
    if not _NAME.fullmatch(said) or said in WORDS_OF_CONDITIONS or said == DISTRESS:
        likely = likeliest(said, "_")
        taken = likely in WORDS_OF_CONDITIONS or likely in (None, DISTRESS)
        findings.add("PW026", text.at, suggestion=None if taken else write(likely or ""), name=said)
        if said and said != DISTRESS:
            findings.unclear.append(said)
        return Name("", text.at)
    return Name(said, text.at)


def likeliest(said: str, joined_by: str) -> str | None:
    """Return what is most like some words and has only plain letters, digits and `joined_by`.

    Args:
        said: what cannot be a name or an id.
        joined_by: the sign that stands where others stood.

    Returns:
        None where nothing is left.
    """
    plain = unicodedata.normalize("NFKD", said[:_LONGEST]).encode("ascii", "ignore").decode("ascii")
    joined = re.sub("[^A-Za-z0-9]+", joined_by, plain).strip(joined_by).lstrip("0123456789" + joined_by)
    return joined.lower() or None


def read_words(text: Text, findings: Findings) -> Words:
    """Return words a person sees, noting words YAML would lose and fills that cannot be read."""
    if findings.full:
        return NOTHING
    refuse_lost_words(text, findings)
    words = parse_words(text.value, placer(text, findings.lines))
    for at in words.malformed:
        # A name that cannot be one has been told where it is saved.
        if not any(f"{{{name}" in text.value for name in findings.unclear):
            findings.add("PW037", at)
    return words


def refuse_lost_words(text: Text, findings: Findings) -> None:
    """Note a remark behind one-line words: the author may have meant it to be seen."""
    if text.cut_off:
        findings.add("PW005", Mark(text.last, text.cut_off))


def placer(text: Text, lines: list[str]) -> Callable[[str], Mark]:
    """Return a function that finds words of `text` in the file, told one after the other in order."""
    line, column = (text.at.line + 1, 0) if text.block else (text.at.line, text.at.column - 1)

    def place(written: str) -> Mark:
        nonlocal line, column
        sought = written.split(" ", maxsplit=1)[0]
        while line <= min(text.last, len(lines)):
            found = _find(sought, lines[line - 1], column)
            if found >= 0:
                column = found + len(sought)
                whole = lines[line - 1].startswith(written, found)
                return Mark(line, found + 1, len(written) if whole else len(sought))
            line, column = line + 1, 0
        # Written in another way, such as \x24 in quotation marks: the whole text is all that can be shown.
        return text.at

    return place


def _find(sought: str, line: str, start: int) -> int:
    """Return where `sought` stands; the brace of a fill is not that of `$${` or of another fill."""
    found = line.find(sought, start)
    while found > 0 and sought[0] in "${" and line[found - 1] == "$":
        found = line.find(sought, found + 1)
    return found
