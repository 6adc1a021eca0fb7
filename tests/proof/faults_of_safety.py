"""Faults in what guards something deep: G5, G6 and G12."""

from __future__ import annotations

from tests.proof.sowing import ASKING, GUARD, WAY, Fault

_GATE = """\
      - if: leave is not given
        then:
          - say: |
              We will not go past ${guard} today.
          - go_to: closing
"""
_RISEN = """\
      - if: distress is not low
        then:
          - say: |
              It is loud in there today. You might look around the room first.
          - go_to: closing
"""
_FIRST = "      - distress: |\n          How stirred up are you just now?\n"
_AND_NOW = "      - distress: |\n          And now?\n"
_CLOSING = "      - use: grounding\n" + _AND_NOW
_ASK_AGAIN = """\
      - choose: Really?
        save_as: leave
        options:
          - given: Yes
          - refused: No
          - unclear: Hm
          - not_today: Later
"""

FAULTS = (
    # G5: something deep only with what it needs, and low distress.
    Fault(
        "the gate forgets an unclear answer",
        GUARD,
        "      - if: leave is not given\n",
        "      - if: leave is one of refused, not_today\n",
        "PW115",
        "needs: leave is given",
    ),
    Fault(
        "raised distress is let pass",
        GUARD,
        "      - if: distress is not low\n",
        "      - if: distress is high\n",
        "PW115",
        "needs: leave is given",
    ),
    Fault(
        "distress asked again, and only high looked at",
        GUARD,
        _GATE,
        _GATE + "      - distress: And now?\n      - if: distress is high\n        then:\n"
        "          - go_to: closing\n",
        "PW115",
        "needs: leave is given",
    ),
    Fault("leave asked for anew", GUARD, _GATE, _GATE + _ASK_AGAIN, "PW115", "needs: leave is given"),
    Fault(
        "the room is not looked at",
        GUARD,
        "              ${guard} is very close today.\n          - go_to: closing\n",
        "              ${guard} is very close today.\n",
        "PW115",
        "needs: leave is given",
    ),
    Fault(
        "the needs of another section",
        WAY,
        "    needs: longer is stay and distress is low\n",
        "    needs: longer is stay and pace is long and distress is low\n",
        "PW115",
        "pace is long",
    ),
    Fault(
        "needs that are asked for too late",
        WAY,
        "    needs: leave is given and distress is low\n",
        "    needs: leave is given and distress is low and longer is answered\n",
        "PW115",
        "longer is answered",
    ),
    Fault(
        "distress not looked at between two deep sections",
        WAY,
        "      - if: distress is not low\n        then:\n          - go_to: closing\n\n  - id: further\n",
        "\n  - id: further\n",
        "PW115",
        "needs: longer is stay",
    ),
    Fault(
        "deep without distress ever asked",
        GUARD,
        _FIRST + _RISEN,
        "      - pause: 20 seconds\n",
        "PW140",
        "name_part",
        also=(("PW115", "needs: leave is given"),),
    ),
    # G6: grounding after something deep.
    Fault("no grounding", GUARD, _CLOSING, _AND_NOW, "PW120", "end: complete"),
    Fault(
        "grounding on one branch only",
        GUARD,
        _CLOSING,
        "      - if: distress is not low\n        then:\n          - use: grounding\n" + _AND_NOW,
        "PW120",
        "end: complete",
    ),
    Fault(
        "an end before grounding",
        GUARD,
        _CLOSING,
        _AND_NOW + "      - if: distress is low\n        then:\n          - end: complete\n" + _CLOSING,
        "PW120",
        "end: complete",
    ),
    Fault(
        "grounding too early",
        GUARD,
        "      - pause: 60 seconds\n",
        "      - use: grounding\n      - pause: 60 seconds\n      - distress: Well?\n      - end: complete\n",
        "PW120",
        "end: complete",
        also=(("PW105", "ask: |"),),
    ),
    Fault(
        "people without grounding",
        WAY,
        "    closing: yes\n    steps:\n      - use: grounding\n      - say: |\n",
        "    closing: yes\n    steps:\n      - say: |\n",
        "PW120",
        "end: people",
    ),
    Fault(
        "an end amid something deep",
        WAY,
        "                  Then that is enough.\n              - go_to: closing\n",
        "                  Then that is enough.\n              - distress: And now?\n"
        "              - end: complete\n",
        "PW120",
        "end: complete",
    ),
    Fault(
        "grounding in one turn only",
        GUARD,
        _CLOSING,
        "      - rotate:\n          - steps:\n              - use: grounding\n"
        "          - steps:\n              - say: Well.\n" + _AND_NOW,
        "PW120",
        "end: complete",
    ),
    # G12: a refusal is kept.
    Fault(
        "only an unclear answer is turned back",
        GUARD,
        "      - if: leave is not given\n",
        "      - if: leave is unclear\n",
        "PW146",
        "id: across-the-room",
    ),
    Fault(
        "a refusal goes on into something deep",
        WAY,
        "      - if: leave is not given or distress is not low\n",
        "      - if: distress is not low\n",
        "PW115",
        "needs: leave is given",
    ),
    Fault(
        "a loop reopens a refusal",
        GUARD,
        "      - repeat_until: leave is not unclear\n",
        "      - repeat_until: leave is not one of unclear, refused\n",
        "PW145",
        "choose: |",
    ),
    Fault(
        "asked again after the gate",
        GUARD,
        "              We will not go past ${guard} today.\n          - go_to: closing\n",
        "              We will not go past ${guard} today.\n"
        + _ASK_AGAIN.replace("\n", "\n    ").replace("      - choose", "          - choose", 1).rstrip(" ")
        + "          - go_to: closing\n",
        "PW145",
        "choose: Really?",
    ),
    Fault(
        "asked again while closing",
        GUARD,
        _CLOSING,
        _CLOSING + _ASK_AGAIN,
        "PW145",
        "choose: Really?",
    ),
    Fault(
        "a shared loop reopens a refusal",
        ASKING,
        "  - repeat_until: leave is not unclear\n",
        "  - repeat_until: leave is given\n",
        "PW145",
        "choose: |",
    ),
    Fault(
        "used again after a refusal",
        WAY,
        "      - if: leave is not given or distress is not low\n",
        "      - if: leave is not given\n        then:\n          - use: asking-leave\n            with:\n"
        "              part: guard\n              work: job\n              warmth: warmth\n"
        "            save_as: leave\n"
        "      - if: leave is not given or distress is not low\n",
        "PW145",
        "use: asking-leave",
    ),
    Fault(
        "another name for the same part",
        WAY,
        "      - if: leave is not given or distress is not low\n",
        "      - name_part: Who else?\n        save_as: other\n      - use: asking-leave\n        with:\n"
        "          part: other\n          work: job\n          warmth: warmth\n        save_as: leave\n"
        "      - if: leave is not given or distress is not low\n",
        "PW145",
        "use: asking-leave",
        also=(("PW146", "id: across"),),
    ),
    Fault(
        "something deep goes on after a refusal in it",
        WAY,
        "                  Then that is enough.\n              - go_to: closing\n",
        "                  Then that is enough.\n              - say: Or not.\n",
        "PW146",
        "id: further",
    ),
    Fault(
        "refused inside, and a second deep section",
        WAY,
        "                  Then that is enough.\n              - go_to: closing\n",
        "                  Then that is enough.\n              - go_to: further\n",
        "PW146",
        "id: further",
    ),
)
