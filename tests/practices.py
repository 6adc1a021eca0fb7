"""Small practices for the tests, as their authors would write them, and a folder to put them in."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from partswork.catalogue.catalogue import Catalogue
from partswork.catalogue.found import Found
from partswork.script.model import Bundle

_HEAD = """\
partswork: 1
id: {id}
title: {title}
version: 1.0
language: en
about: |
  Made for a test.
"""


def practice(id: str, body: str, *, title: str = "A practice", depth: str = "settling") -> str:
    """Return a script; `body` is its steps, or `sections:` with all that belongs to them.

    Where it does not end by itself, it ends complete.
    """
    body = dedent(body)
    if not body.startswith("sections:"):
        body = "steps:\n" + indent(body, "  ")
    return _HEAD.format(id=id, title=title) + f"depth: {depth}\nif_they_stop: settle\n{_ended(body)}"


def _ended(body: str) -> str:
    lines = body.rstrip().splitlines()
    if lines[-1].lstrip().startswith("- end:"):
        return body
    # The list of steps that stands furthest left, the last of them: those of the last section.
    lists = [n for n, line in enumerate(lines[:-1]) if line.strip() == "steps:"]
    last = max(lists, key=lambda n: (-_indent(lines[n]), n))
    return "\n".join([*lines, " " * _indent(lines[last + 1]) + "- end: complete", ""])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def shared(id: str, steps: str, *, more: str = "") -> str:
    """Return a shared script; `more` are further keys, a line each."""
    return _HEAD.format(id=id, title=id) + f"shared: yes\n{more}steps:\n{indent(dedent(steps), '  ')}"


SETTLE = shared("settle", "- say: |\n    Look around the room.\n", more="grounds: yes\n")

EVERY_KIND = practice(
    "every-kind",
    """\
    sections:
      - id: first
        steps:
          - say: |
              Here we are.
          - distress: |
              How stirred up are you?
          - ask: |
              What is on your mind?
            save_as: mind
            optional: yes
          - rate: |
              How warm is it?
            save_as: warmth
            from: 0
            to: 5
          - choose: |
              Which way?
            save_as: way
            options:
              - left: To the left
              - right: To the right
          - choose: |
              What do you hear?
            save_as: heard
            many: yes
            options:
              - wind: The wind
              - rain: The rain
              - cars: Cars
      - id: second
        steps:
          - scan: |
              How is it today?
            save_as: weather
            words:
              - far
              - some
              - near
            scales:
              - calm: Calm
              - clear: Clear
          - name_part: |
              Who is near?
            save_as: near
            role: protector
          - locate: |
              Where is ${near}?
            save_as: where
            remember: place of near
          - use: settle
          - say: |
              Goodbye, ${near}.
    """,
    title="Every kind of question",
)

TWO_QUESTIONS = practice(
    "two",
    """\
    - say: |
        Here we are.
    - ask: |
        What is on your mind?
      save_as: mind
      optional: yes
    - ask: |
        You said: ${mind|nothing}. And now?
      save_as: now_said
      optional: yes
    """,
    title="Two questions",
)

ACROSS = practice(
    "across",
    """\
    sections:
      - id: arriving
        steps:
          - distress: |
              How stirred up are you?
          - choose: |
              Is it all right?
            save_as: leave
            options:
              - given: Yes
              - refused: No
                refusal: yes
      - id: inside
        deep: yes
        needs: leave is given and distress is low
        steps:
          - say: |
              Look across.
          - ask: |
              What do you see?
            save_as: seen
            optional: yes
          - ask: |
              And then?
            save_as: after_that
            optional: yes
      - id: closing
        closing: yes
        steps:
          - use: settle
          - distress: |
              And now?
          - end: complete
    """,
    title="Across the room",
    depth="deep",
)


class Unproved(Found):
    """A script as one too large to be proved: it can be run, and the guide alone keeps its promises."""

    proof = None

    def is_broken_as(self, begun: Bundle) -> bool:
        return False


class Own:
    """The folder of a person's own scripts, with one that grounds in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "shared").mkdir(parents=True)
        self.put_shared("settle", SETTLE)

    def put(self, id: str, text: str) -> Found:
        """Write a script, or write it anew, and find it."""
        (self.folder / f"{id}.yaml").write_text(text, "utf-8")
        return self.find(id)

    def put_shared(self, id: str, text: str) -> None:
        """Write a shared script."""
        (self.folder / "shared" / f"{id}.yaml").write_text(text, "utf-8")

    def find(self, id: str) -> Found:
        """Find a script as it stands now; it must be one that can be run."""
        found = Catalogue(self.folder).find(id)
        assert found.bundle is not None, found.reading.errors
        return Unproved(found.file, found.source, found.reading, found.bundle, found.texts)
