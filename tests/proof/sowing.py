"""Scripts in which every promise holds, and what a fault is that is sown into one of them.

A fault is a piece of text put in place of another. Its finding must stand at a line with the given words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partswork.script.model import Bundle
from tests.guide.writing import joined
from tests.script.scripts import ROOT

FOLDER = Path(__file__).parent / "scripts"


@dataclass(frozen=True)
class Fault:
    """One fault.

    Attributes:
        script: the id of the script it is sown into.
        old: the text it replaces, which stands there once.
        new: what stands there instead.
        code: of the finding.
        line: words of the line it stands at.
        also: further findings that follow from it, code and words; no others may be told.
        main: the script to prove, where the fault is in a shared one.
    """

    name: str
    script: str
    old: str
    new: str
    code: str
    line: str
    main: str = ""
    also: tuple[tuple[str, str], ...] = ()

    def texts(self) -> dict[str, str]:
        """Return the scripts with the fault in one of them."""
        texts = dict(scripts())
        text = texts[self.script]
        assert text.count(self.old) == 1, (self.name, text.count(self.old))
        texts[self.script] = text.replace(self.old, self.new)
        return texts

    def bundle(self) -> Bundle:
        """Return the script with the fault, read and linked."""
        return _bundle(self)


@cache
def _bundle(fault: Fault) -> Bundle:
    return sown(fault.main or fault.script, fault.texts())


LIBRARY = tuple(sorted(path.stem for path in (ROOT / "scripts").glob("*.yaml")))
"""The ids of the built-in scripts."""


@cache
def scripts() -> dict[str, str]:
    """Return the texts of the scripts of this folder and of the library, by id."""
    return library() | {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.yaml")}


@cache
def library() -> dict[str, str]:
    """Return the texts of the built-in scripts, shared ones too, by id."""
    return {path.stem: path.read_text("utf-8") for path in (ROOT / "scripts").glob("**/*.yaml")}


def good(id: str) -> Bundle:
    """Return a script that keeps every promise, of this folder or of the library."""
    return sown(id, library() if id in LIBRARY else scripts())


def sown(main: str, texts: dict[str, str]) -> Bundle:
    """Read and link a script; of the others only the shared ones are there for it."""
    shared = {id: text for id, text in texts.items() if "\nshared: yes\n" in text}
    return joined(main, {**shared, main: texts[main]})


GUARD, WAY, ASKING, UNBLENDING, GROUNDING = (
    "beside-the-guard",
    "the-long-way",
    "asking-leave",
    "unblending",
    "grounding",
)
