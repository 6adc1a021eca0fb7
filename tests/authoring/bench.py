"""A folder with a script and tests of it, to try them out."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from partswork.authoring.trying import Bench, Failure, Tried
from partswork.authoring.trying.matching import match
from partswork.authoring.trying.reading import read_test
from partswork.authoring.trying.running import run
from tests.practices import Own, practice, shared

MAKING_ROOM = shared(
    "making-room",
    """\
    - choose: |
        How do you feel towards ${part}?
      save_as: feeling
      options:
        - open: Curious
        - other: Annoyed
    - if: feeling is open
      then:
        - return: open
    - use: naming-it
    - return: not_today
    """,
    more="takes:\n  - part: part\nreturns:\n  - open\n  - not_today\n",
)
NAMING_IT = shared("naming-it", "- ask: What is in the way?\n  save_as: thing\n  optional: yes\n")
GUARDED = practice(
    "guarded",
    """\
    sections:
      - id: arriving
        steps:
          - say: |
              Here we *are*. There is
              nothing to get right.

              Sit down.
          - distress: How stirred up are you?
          - if: distress is high
            then:
              - go_to: people
      - id: meeting
        steps:
          - name_part: Who is there?
            save_as: guard
            optional: yes
          - if: guard is not answered
            then:
              - go_to: closing
          - use: making-room
            with:
              part: guard
            save_as: space
          - repeat_until: leave is not unclear
            at_most: 2
            steps:
              - choose: Is it all right with ${guard}?
                save_as: leave
                options:
                  - given: It is willing
                  - refused: No
                    refusal: yes
                  - unclear: I cannot make it out
          - if: leave is not given
            then:
              - say: We will not go past ${guard} today.
              - go_to: closing
      - id: asking
        steps:
          - rate: How near?
            save_as: nearness
            from: 1
            to: 5
            low: far away
            high: right here
            optional: yes
          - choose: What do you hear?
            save_as: heard
            many: yes
            options:
              - wind: The wind
              - rain: The rain
          - scan: How is it today?
            save_as: weather
            optional: yes
            words:
              - far
              - some
              - close
            scales:
              - calm: calm
              - clear: clarity
                meaning: little fog
          - locate: Where is it?
            save_as: place
            optional: yes
          - ask: And what does ${guard} say?
            save_as: says
            placeholder: a word will do
            optional: yes
      - id: closing
        closing: yes
        steps:
          - distress: And now?
            help: The nearest number.
          - end: complete
      - id: people
        closing: yes
        steps:
          - say: There are people.
          - distress: And at this moment?
          - end: people
    """,
    depth="meeting",
)

WELL = """\
test: all is answered
script: guarded
answers:
  distress:
    - 2
    - numb
  guard: the Watchman
  space.feeling: other
  space.naming-it.thing: a stone
  leave:
    - unclear
    - given
  nearness: 5
  heard: rain, wind
  weather:
    calm: close
    clear: far
  place: by the door,  left   hand
  says: hello
expect:
  passes:
    - arriving
    - asking
    - closing
  never: people
  sees: what does the Watchman say?
  ends: complete
"""
"""A test that is as it should be, with every kind of answer."""


class Desk:
    """Where an author sits: their own scripts, with `guarded`, and tests of it beside them."""

    def __init__(self, folder: Path) -> None:
        self.own = Own(folder / "scripts")
        self.own.put_shared("making-room", MAKING_ROOM)
        self.own.put_shared("naming-it", NAMING_IT)
        self.own.put("guarded", GUARDED)
        self.tests = self.own.folder / "tests"
        self.tests.mkdir()

    def write(self, text: str | bytes, name: str = "some.test.yaml") -> Path:
        """Write a test."""
        path = self.tests / name
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode("utf-8"))
        return path

    def tried(self, text: str | bytes) -> Tried:
        """Write a test and try it out."""
        return Bench(self.own.folder).try_out(self.write(text))

    def failures(self, text: str) -> list[tuple[str, str]]:
        """Try out a test about whose file there is nothing to say; return each line that fails, and why."""
        tried = self.tried(text)
        assert [finding.message for finding in tried.findings] == []
        return _told(text, tried.failures)

    def unproved(self, script: str, text: str) -> list[tuple[str, str]]:
        """Run a test of a script that breaks a promise, as of one that is too large to be proved."""
        bundle = self.own.put("unproved", script).bundle
        test, findings = read_test(f"{text}script: unproved\n".encode())
        assert bundle is not None
        assert test is not None
        match(test, bundle, findings)
        assert findings.sorted() == ()
        return _told(text, run(test, bundle))


def _told(text: str, failures: tuple[Failure, ...]) -> list[tuple[str, str]]:
    lines = dedent(text).split("\n")
    return [(lines[failure.line - 1].strip(), failure.message) for failure in failures]
