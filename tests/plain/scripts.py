"""Scripts of one's own, written into the home of the test."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent, indent

EVERY_KIND = """
    - say: Welcome.
    - breathe: 1 in, 1 out
    - pause: 1 seconds
      text: A moment.
    - distress: How stirred up?
    - ask: What is there?
      save_as: word
    - ask: And what else?
      save_as: rest
      optional: yes
      placeholder: a colour
    - rate: How far?
      save_as: far
      from: 1
      to: 5
      low: near
      high: far
    - scan: The weather.
      save_as: weather
      words:
        - none
        - a little
        - much
      scales:
        - calm: Calm
          meaning: at ease
        - warmth: Warmth
    - choose: Which one?
      save_as: way
      options:
        - stay: Stay here
        - leave: Go, for now
        - wait: Wait
    - choose: Which ones?
      save_as: colours
      many: yes
      options:
        - red: Red, or nearly
        - blue: Blue
        - green: Green
    - name_part: Who is near?
      save_as: near
    - locate: Where is ${near}?
      save_as: place
      optional: yes
    - say: "Said: ${word}"
    - end: complete
"""

TWO_WORDS = """
    - ask: The first?
      save_as: first
    - ask: The second?
      save_as: second
      optional: yes
    - end: complete
"""

DEEP = """
    - id: arriving
      steps:
        - distress: How stirred up?
        - if: distress is not low
          then:
            - go_to: closing
        - choose: Is it willing?
          save_as: leave
          options:
            - given: Yes
            - refused: No
              refusal: yes
        - if: leave is not given
          then:
            - go_to: closing
    - id: within
      deep: yes
      needs: leave is given and distress is low
      steps:
        - ask: What is there?
          save_as: found
          optional: yes
    - id: closing
      closing: yes
      steps:
        - use: looking
        - distress: And now?
        - end: complete
"""

LOOKING = "Look around the room."
"""What the grounding of these scripts says; then it asks how stirred up one is."""

_LOOKING = f"""\
partswork: 1
id: looking
title: The room
version: 1
language: en
about: For a test.
shared: yes
grounds: yes
steps:
  - say: {LOOKING}
  - distress: How is it now?
"""

_HEAD = """\
partswork: 1
id: {id}
title: {title}
version: {version}
language: en
depth: {depth}
about: For a test.
if_they_stop: looking
"""


def own(id: str, steps: str, *, depth: str = "settling", title: str = "A test", version: str = "1") -> Path:
    """Write a script of steps into the person's own folder."""
    return _write(id, steps, "steps", depth=depth, title=title, version=version)


def own_in_sections(id: str, sections: str, *, depth: str = "settling") -> Path:
    """Write a script of sections into the person's own folder."""
    return _write(id, sections, "sections", depth=depth, title="A test", version="1")


def _write(id: str, body: str, under: str, **head: str) -> Path:
    path = Path(os.environ["PARTSWORK_HOME"], "scripts", f"{id}.yaml")
    shared = path.parent / "shared"
    shared.mkdir(parents=True, exist_ok=True)
    (shared / "looking.yaml").write_text(_LOOKING, "utf-8")
    written = _HEAD.format(id=id, **head) + f"{under}:\n" + indent(dedent(body), "  ")
    path.write_text(written, "utf-8")
    return path
