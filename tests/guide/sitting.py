"""Sitting through a script by hand, for tests that show one thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

from partswork.guide import (
    Answered,
    Back,
    Beat,
    Brought,
    Ending,
    Impasse,
    PartGiven,
    Skipped,
    Value,
    Walk,
    begin,
    replay,
)
from partswork.script.model import Bundle
from tests.guide.writing import joined

WATCHMAN = PartGiven("p1", "the Watchman")

_HEAD = "partswork: 1\nid: {id}\ntitle: T\nversion: 1\nlanguage: en\nabout: A\n"
GROUNDING = "say: Look round.\n  - say: Feel the floor."


def fixture() -> Bundle:
    """Return the script of the design page, with a grounding of one question between two lines."""
    folder = Path(__file__).parent / "scripts"
    return joined("beside-the-guard", {path.stem: path.read_text("utf-8") for path in folder.glob("*.yaml")})


def script(body: str, *, depth: str = "deep", grounding: str = GROUNDING, **shared: str) -> Bundle:
    """Return a script of these sections or steps, with the steps that ground and other shared scripts.

    Args:
        body: from `sections:` or `steps:` on.
        depth: of the script.
        grounding: the steps of its `if_they_stop`, from the first one's kind on.
        shared: by id, with `_` for `-`, all but the head of each.
    """
    texts = {"main": f"depth: {depth}\nif_they_stop: grounding\n{body}"}
    texts["grounding"] = f"shared: yes\ngrounds: yes\nsteps:\n  - {grounding}"
    texts |= {id.replace("_", "-"): f"shared: yes\n{rest}" for id, rest in shared.items()}
    return joined("main", {id: _HEAD.format(id=id) + text + "\n" for id, text in texts.items()})


def far_in(steps: str) -> str:
    """Return sections for `script`: distress is asked, then these steps come in something deep."""
    return f"""\
sections:
  - id: arriving
    steps:
      - distress: How stirred up?
  - id: far-in
    deep: yes
    needs: distress is low
    steps:
{indent(steps, "      ")}"""


class Sitting:
    """One session, and what is done in it."""

    def __init__(self, bundle: Bundle, turns: Mapping[str, int] | None = None) -> None:
        self.walk: Walk = begin(bundle, Brought(turns or {}))

    @property
    def beat(self) -> Beat:
        """The beat at hand, where it is one."""
        assert isinstance(self.walk.beat, Beat), self.walk.beat
        return self.walk.beat

    @property
    def words(self) -> str:
        """What is said or asked here."""
        return str(self.beat.words)

    def over(self) -> Ending | Impasse | None:
        """How it ended, None while it has not."""
        return None if isinstance(self.walk.beat, Beat) else self.walk.beat

    def past(self, beats: int = 1) -> None:
        """Go past some calm beats."""
        for _ in range(beats):
            self.walk = self.walk.passed()

    def on(self) -> list[str]:
        """Go past calm beats to what comes after them; return what they said."""
        said = []
        while isinstance(self.walk.beat, Beat) and self.walk.beat.asked is None:
            said.append(self.words)
            self.past()
        return said

    def give(self, name: str, value: Value | None) -> str:
        """Go on to a question, which must be asked under this name, and answer it or with None skip it."""
        self.on()
        asked = self.beat.asked
        assert asked is not None
        assert asked.name == name
        id = f"a{len(self.walk.events)}"
        event = Skipped(id, asked) if value is None else Answered(id, asked, value)
        self.walk = self.walk.follow(event)
        return id

    def given(self, **answers: Value | None) -> None:
        """Answer one question after another, by name."""
        for name, value in answers.items():
            self.give(name, value)

    def back(self) -> None:
        """Take the last answer back."""
        assert self.walk.can_go_back is not None
        self.walk = self.walk.follow(Back(self.walk.can_go_back))

    def ground(self) -> None:
        """Ask for grounding."""
        self.walk = self.walk.follow(self.walk.grounding("asked"))

    def stop(self) -> None:
        """Stop."""
        self.walk = self.walk.follow(self.walk.stopping())

    def leave(self) -> None:
        """Crash, and take the session up again from its events."""
        self.walk = replay(self.walk.bundle, self.walk.brought, self.walk.events)
