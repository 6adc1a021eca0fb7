"""How long what lies ahead may take, from wherever one stands in a session."""

from __future__ import annotations

from partswork.guide import Beat
from partswork.proof import prove
from partswork.script.model import Bundle


class Ahead:
    """Known once every way is gone through, which takes a moment: not to be waited for."""

    def __init__(self, bundle: Bundle) -> None:
        """Go through every way of a script."""
        self._proof = prove(bundle)

    def most_minutes(self, beat: Beat) -> int | None:
        """Return the most minutes from a beat to the end, None where it is not known.

        Grounding that comes in between takes as long as it takes.
        """
        if beat.interlude is not None:
            return None
        left = self._proof.left(beat.section, beat.step.at)
        return left.minutes[1] if left is not None else None
