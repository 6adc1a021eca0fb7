"""What a page shows of the terminal, done once more: its scripts, its commands, what is typed to them.

A line behind `> ` was typed; Enter alone goes past what a page leaves out, and past a quiet.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tests.cli.running import ROOT
from tests.cli.running import run as run_to_its_end
from tests.script.pages import PAGES
from tests.terminal.person import Person

LEFT_OUT = "[…]"
MOST_LINES = 200
"""Nothing a page shows asks for so many."""

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FINDING = re.compile(r"findings/(PW\d{3})\.md")
_ID = re.compile(r"^id: (\S+)$", re.MULTILINE)
_TEST = re.compile(r"test: .*\nscript: (\S+)\n")
_NEW = re.compile(r"^\$ partswork new (\S+)\.yaml$", re.MULTILINE)
_WHOLE_SCRIPT = re.compile(r"^partswork: 1$", re.MULTILINE)
# What waits without a prompt: silence, silence without an end, and the first breath.
_QUIET = re.compile(
    r"gives\s+as\s+long\s+again\.|Quiet,\s+as\s+long\s+as\s+you\s+like\.\s+Enter\s+goes\s+on\.|\(1 of \d+\)"
)
_PROMPT = re.compile(r"(?:^|\n)> ")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page: the words behind its fence, its text, and the page before it."""

    info: tuple[str, ...]
    text: str
    before: str

    @property
    def script(self) -> str | None:
        """The id of the whole script it holds, None where it holds none."""
        named = _ID.search(self.text)
        whole = self.info[:1] == ("yaml",) and _WHOLE_SCRIPT.search(self.text)
        return named.group(1) if whole and named else None


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page, from top to bottom."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        yield Block(tuple(found.group(1).split()), found.group(2), text[: found.start()])


def commands(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines shown under it, blank ones left out."""
    for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, *shown = (line.rstrip() for line in piece.splitlines())
        yield command, [line for line in shown if line]


def lay_out(block: Block, folder: Path) -> None:
    """Put down the script that a block holds, or the bad one of the finding that was linked last before it.

    A line that a page says is a slip takes the place of the one most like it in the script before.
    """
    if block.script is not None:
        (folder / f"{block.script}.yaml").write_text(block.text, encoding="utf-8")
    tested = _TEST.match(block.text)
    if tested is not None:
        (folder / f"{tested.group(1)}.test.yaml").write_text(block.text, encoding="utf-8")
    if block.info == ("yaml", "slip"):
        begun = (_ID if _ID.search(block.before) else _NEW).findall(block.before)
        script = folder / f"{begun[-1]}.yaml"
        lines = script.read_text("utf-8").splitlines(keepends=True)
        (meant,) = get_close_matches(block.text, lines, 1)
        script.write_text("".join(block.text if line == meant else line for line in lines), encoding="utf-8")
    linked = _FINDING.findall(block.before)
    bad = PAGES[linked[-1]].bad if linked and block.info[:1] == ("console",) else None
    named = _ID.search(bad) if bad else None
    if bad and named:
        (folder / f"{named.group(1)}.yaml").write_text(bad, encoding="utf-8")


def replay(command: str, shown: list[str], folder: Path) -> str:
    """Run a command of a page in `folder`, typing what the page shows; return all that was said."""
    program, *arguments = shlex.split(command)
    assert program == "partswork", command
    if arguments[0] != "run":
        told = run_to_its_end(*arguments, at=folder)
        return told.stdout + told.stderr
    with _Reader(*arguments, environment={"PYTHONPATH": str(ROOT)}) as person:
        return person.plays(shown)


def fits(shown: list[str], told: str) -> bool:
    """Whether a page shows what was said, but for blank lines and what it says it leaves out."""
    pieces = [""]
    for line in shown:
        if line == LEFT_OUT:
            pieces.append("")
        else:
            pieces[-1] += f"{line}\n"
    pattern = "(?:.*\n)*".join(re.escape(piece) for piece in pieces)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _lines(told))) is not None


class _Reader(Person):
    """Someone who does at the terminal what a page shows."""

    def plays(self, shown: list[str]) -> str:
        """Go through a session to its end, and return all that was written."""
        answers = [n for n, line in enumerate(shown) if line == ">" or line.startswith("> ")]
        passed = 0
        for _ in range(MOST_LINES):
            end = self._asked_after(passed)
            if end is None:
                assert self.left_with() == 0, self.text[-2000:]
                return self.text
            said = self.text[:end]
            typed = ""
            if answers and said.endswith("> ") and fits([*shown[: answers[0]], ">"], said):
                typed = shown[answers.pop(0)][1:].strip()
            self.enters(typed)
            passed = end
        raise AssertionError(self.text[-2000:])

    def _asked_after(self, passed: int) -> int | None:
        """Return where the text now ends in something that waits for a line; None where it has ended."""
        self._until(
            lambda: _waits(self.text, passed) is not None or not self._process.isalive(), "what waits"
        )
        return _waits(self.text, passed)


def _waits(text: str, passed: int) -> int | None:
    found = [at.end() for sought in (_QUIET, _PROMPT) if (at := sought.search(text, passed))]
    return min(found, default=None)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]
