"""Faults in stopping, in shared scripts seen from outside, and around distress: G7, G8, G10 and G11."""

from __future__ import annotations

from tests.proof.sowing import GROUNDING, GUARD, UNBLENDING, WAY, Fault

_AND_NOW = "      - distress: |\n          And now?\n"
_CLOSING = "      - use: grounding\n" + _AND_NOW

FAULTS = (
    # G7: Stop leads back to the room from everywhere.
    Fault(
        "grounding that may say nothing",
        GROUNDING,
        "  - say: |\n      Look round the room.\n  - choose: |\n      What is near you?\n"
        "    save_as: near\n    optional: yes\n"
        "    options:\n      - window: A window\n      - wall: A wall\n  - say: |\n      Feel the floor.\n",
        "  - choose: Near?\n    save_as: near\n    options:\n      - window: A window\n        then:\n"
        "          - say: Look out of it.\n      - wall: A wall\n",
        "PW125",
        "choose: Near?",
    ),
    Fault(
        "grounding that says nothing while distress is low",
        GROUNDING,
        "  - say: |\n      Look round the room.\n  - choose: |\n      What is near you?\n"
        "    save_as: near\n    optional: yes\n"
        "    options:\n      - window: A window\n      - wall: A wall\n  - say: |\n      Feel the floor.\n",
        "  - if: distress is not low\n    then:\n      - say: Feel the floor.\n",
        "PW125",
        "if: distress is not low",
    ),
    Fault(
        "grounding that says nothing in one turn",
        GROUNDING,
        "  - say: |\n      Look round the room.\n  - choose: |\n      What is near you?\n"
        "    save_as: near\n    optional: yes\n"
        "    options:\n      - window: A window\n      - wall: A wall\n  - say: |\n      Feel the floor.\n",
        "  - rotate:\n      - steps:\n          - say: Feel the floor.\n      - steps:\n"
        "          - pause: 20 seconds\n",
        "PW125",
        "rotate:",
    ),
    Fault(
        "stopping after a refusal in grounding itself",
        GROUNDING,
        "      - wall: A wall\n",
        "      - wall: A wall\n        refusal: yes\n",
        "PW126",
        "if_they_stop: grounding",
        main=GUARD,
    ),
    Fault(
        "stopping before distress was asked",
        GROUNDING,
        "  - say: |\n      Feel the floor.\n",
        "  - if: distress is not low\n    then:\n      - say: Feel the floor.\n",
        "PW126",
        "if_they_stop: grounding",
        main=GUARD,
    ),
    # G8, seen from outside: what a broken shared script does to those who use it.
    Fault(
        "a shared script with a fault of its own",
        UNBLENDING,
        "  - return: not_today\n",
        "",
        "PW133",
        "use: unblending",
        main=GUARD,
    ),
    Fault(
        "what they stop with has a fault of its own",
        GROUNDING,
        "  - say: |\n      Feel the floor.\n",
        "  - say: |\n      Feel the floor, or the ${near}.\n",
        "PW133",
        "use: grounding",
        main=WAY,
    ),
    # G10: unburdening only with a therapist.
    Fault(
        "unburdening alone",
        GUARD,
        "depth: deep\n",
        "depth: deep\ntags:\n  - unburdening\n",
        "PW135",
        "yaml-language-server",
    ),
    # G11: distress before and after, and nothing inward once it was high.
    Fault("distress not asked after", GUARD, _CLOSING, "      - use: grounding\n", "PW141", "end: complete"),
    Fault(
        "distress asked after on one branch only",
        WAY,
        "      - use: grounding\n      - distress: |\n          And now?\n",
        "      - use: grounding\n      - if: pace is answered\n        then:\n"
        "          - distress: And now?\n",
        "PW141",
        "end: complete",
    ),
    Fault(
        "high distress is asked further",
        GUARD,
        "      - if: distress is not low\n",
        "      - if: distress is raised\n",
        "PW142",
        "name_part",
    ),
    Fault(
        "once high, then low again",
        WAY,
        "      - rotate:\n",
        "      - distress: And now?\n      - distress: And now again?\n"
        "      - if: distress is high\n        then:\n"
        "          - go_to: people\n      - rotate:\n",
        "PW142",
        "scan: |",
    ),
    Fault(
        "high inside something deep",
        WAY,
        "          How is it from here?\n      - if: distress is high\n        then:\n"
        "          - go_to: people\n",
        "          How is it from here?\n",
        "PW142",
        "choose: |",
    ),
    Fault(
        "a line inside something deep after high",
        WAY,
        "          How is it from here?\n      - if: distress is high\n        then:\n",
        "          How is it from here?\n      - if: distress is high\n        then:\n"
        "          - say: It is loud.\n",
        "PW142",
        "say: It is loud",
    ),
    Fault(
        "a shared script inward after high",
        GUARD,
        "              It is loud in there today. You might look around the room first.\n"
        "          - go_to: closing\n",
        "              It is loud.\n          - name_part: Who is loud?\n"
        "            save_as: loud\n          - go_to: closing\n",
        "PW142",
        "name_part: Who is loud",
    ),
    Fault(
        "high in grounding, then on",
        GROUNDING,
        "  - say: |\n      Feel the floor.\n",
        "  - say: |\n      Feel the floor.\n  - distress: And now?\n",
        "PW142",
        "scan: |",
        main=WAY,
    ),
)
