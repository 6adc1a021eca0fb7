"""Faults in where steps lead: G1 and G3."""

from __future__ import annotations

from tests.proof.sowing import GUARD, UNBLENDING, WAY, Fault

FAULTS = (
    # G1: every way comes to an end.
    Fault("no end at all", GUARD, "      - end: complete\n", "", "PW101", "say: |"),
    Fault(
        "an end on one branch only",
        GUARD,
        "      - end: complete\n",
        "      - if: distress is low\n        then:\n          - end: complete\n",
        "PW101",
        "if: distress is low",
    ),
    Fault("the last section runs out", WAY, "      - end: people\n", "", "PW101", "say: |"),
    Fault(
        "an end in all turns but one",
        WAY,
        "      - end: people\n",
        "      - rotate:\n          - steps:\n              - end: people\n          - steps:\n"
        "              - say: Well.\n",
        "PW101",
        "rotate",
    ),
    Fault(
        "an end in one option only",
        WAY,
        "      - end: people\n",
        "      - choose: Which?\n        save_as: which\n        options:\n          - a: A\n"
        "            then:\n"
        "              - end: people\n          - b: B\n",
        "PW101",
        "choose: Which?",
    ),
    # G3: every step can happen, no test is idle.
    Fault(
        "a step behind an end",
        GUARD,
        "      - end: complete\n",
        "      - end: complete\n      - say: Nobody hears this.\n",
        "PW105",
        "Nobody hears this",
    ),
    Fault(
        "a step behind going on",
        GUARD,
        "              It is loud in there today. You might look around the room first.\n"
        "          - go_to: closing\n",
        "              It is loud.\n          - go_to: closing\n          - say: Never said.\n",
        "PW105",
        "Never said",
    ),
    Fault(
        "a step where both branches lead away",
        WAY,
        "              There is time.\n",
        "              There is time.\n          - go_to: closing\n        otherwise:\n"
        "          - go_to: closing\n",
        "PW105",
        "name_part: |",
    ),
    Fault(
        "a section nobody comes to",
        WAY,
        "  - id: meeting\n",
        "      - go_to: meeting\n  - id: aside\n    steps:\n      - say: Aside.\n  - id: meeting\n",
        "PW107",
        "id: aside",
    ),
    Fault(
        "a test that always holds",
        GUARD,
        "      - if: guard is not answered\n        then:\n          - go_to: closing\n",
        "      - if: guard is not answered\n        then:\n          - go_to: closing\n"
        "      - if: guard is answered\n        then:\n          - say: Hello.\n",
        "PW106",
        "if: guard is answered",
    ),
    Fault(
        "a test that never holds",
        GUARD,
        "      - end: complete\n",
        "      - if: distress is low and distress is high\n        then:\n          - say: Odd.\n"
        "      - end: complete\n",
        "PW108",
        "distress is low and distress is high",
    ),
    Fault(
        "a rating that is always as much",
        WAY,
        "      - choose: |\n          What else is there?\n",
        "      - if: warmth is at least 0\n        then:\n          - say: So.\n"
        "      - choose: |\n          What else is there?\n",
        "PW106",
        "warmth is at least 0",
    ),
    Fault(
        "asked for again though it was settled",
        WAY,
        "      - if: leave is not given or distress is not low\n        then:\n          - go_to: closing\n",
        "      - if: leave is not given or distress is not low\n        then:\n          - go_to: closing\n"
        "      - if: leave is given\n        then:\n          - say: Good.\n",
        "PW106",
        "if: leave is given",
    ),
    Fault(
        "a repeat that is over at once",
        GUARD,
        "repeat_until: leave is not unclear",
        "repeat_until: leave is answered",
        "PW106",
        "repeat_until",
    ),
    Fault(
        "a repeat that is never over",
        GUARD,
        "repeat_until: leave is not unclear",
        "repeat_until: not (guard is answered)",
        "PW108",
        "repeat_until",
        also=(("PW145", "choose: |"),),
    ),
    Fault(
        "an idle test inside a shared script",
        UNBLENDING,
        "  - return: not_today\n",
        "  - if: feeling is not open\n    then:\n      - return: not_today\n  - return: not_today\n",
        "PW106",
        "if: feeling is not open",
    ),
)
