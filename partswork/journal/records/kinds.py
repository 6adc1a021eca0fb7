"""The kinds of records that the journal itself looks into.

Others are kept and left alone: a kind the projections do not need, or one of a newer version.
docs/journal-format.md gives every kind with its body.
"""

from __future__ import annotations

from typing import Final

SCRIPT: Final = "script"
BEGUN: Final = "begun"
ANSWERED: Final = "answered"
SKIPPED: Final = "skipped"
BACK: Final = "back"
MOVED: Final = "moved"
ENDED: Final = "ended"
LINE: Final = "line"
PART_NAMED: Final = "part-named"
PART_CHANGED: Final = "part-changed"
PART_RELATED: Final = "part-related"
DELETED: Final = "deleted"

# The kind of question, in the body of `answered`, whose value is a part.
NAME_PART: Final = "name_part"
