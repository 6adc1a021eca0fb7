"""Practices of one's own for the tests of the app, besides those of the plain lines."""

from __future__ import annotations

import os
from pathlib import Path

from tests.plain.scripts import own_in_sections

_LETTERS = "abcdefghijkl"
TWELVE = "".join(f"      - {letter}: The {letter}th, to say it at some length\n" for letter in _LETTERS)

EVERY_STEP = f"""
- id: arriving
  opening: yes
  title: Arriving
  steps:
    - say: |
        Welcome.

        There is *nothing* to do.
    - breathe: 4 in, 4 hold, 6 out
      rounds: 3
      text: With the breath.
    - pause: 5 minutes
      text: A moment.
    - pause: as long as you like
    - distress: How stirred up?
      help: The nearest number.
    - choose: Which of twelve?
      save_as: letter
      options:
{TWELVE}
    - choose: Is it willing?
      save_as: leave
      options:
        - given: Yes
        - refused: No
          refusal: yes
          then:
            - say: Then no.
- id: within
  deep: yes
  needs: leave is given and distress is low
  steps:
    - ask: What is there?
      save_as: found
      optional: yes
- id: meeting
  steps:
    - rotate:
        - steps:
            - ask: What is new?
              save_as: fresh
        - steps:
            - say: Nothing is new.
    - ask: What is there?
      save_as: word
      placeholder: a colour
    - rate: How far?
      save_as: far
      from: 1
      to: 5
      low: near
      high: far
      optional: yes
    - rate: How much of a hundred?
      save_as: much
      from: 0
      to: 100
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
    - if: weather.calm is answered
      then:
        - say: Calm is ${{weather.calm}}.
      otherwise:
        - say: Calm was left out.
    - choose: Which ones?
      save_as: colours
      many: yes
      options:
{TWELVE}
    - repeat_until: near is answered
      at_most: 2
      steps:
        - name_part: Who is near?
          save_as: near
          role: protector
          optional: yes
    - if: near is answered
      then:
        - name_part: Whom does it guard?
          save_as: guarded
          guarded_by: near
        - locate: Where is ${{near}}?
          save_as: place
          remember: place of near
          optional: yes
        - locate: And where is ${{guarded}}?
          save_as: other_place
        - ask: What does ${{near}} do?
          save_as: job
          remember: job of near
          optional: yes
        - use: unblending
          with:
            part: near
          save_as: space
        - if: space is not open
          then:
            - go_to: closing
    - say: "Said: ${{word}}"
- id: closing
  closing: yes
  steps:
    - use: looking
    - distress: And now?
    - if: distress is high
      then:
        - end: people
    - end: complete
"""


def every_step() -> str:
    """Write a practice with every kind of step; return its id."""
    own_in_sections("every-step", EVERY_STEP, depth="deep")
    return "every-step"


def stuck() -> str:
    """Write a practice that cannot go on; return its id."""
    steps = """
- id: main
  steps:
    - rate: How far?
      save_as: far
      optional: yes
    - say: "So ${far}."
"""
    own_in_sections("stuck", steps)
    return "stuck"


def scripts_folder() -> Path:
    """Return the folder of the person's own scripts."""
    return Path(os.environ["PARTSWORK_HOME"], "scripts")
