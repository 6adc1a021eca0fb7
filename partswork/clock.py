"""What time it is, for people: `PARTSWORK_NOW` sets it in tests and demonstrations."""

from __future__ import annotations

import os
from datetime import datetime

from partswork.errors import WrongUsage
from partswork.wording import commands as words


def now() -> datetime:
    """Return the present moment in local time, with its offset from UTC.

    Raises:
        WrongUsage: `PARTSWORK_NOW` is set to something that is not an ISO 8601 date and time.
    """
    told = os.environ.get("PARTSWORK_NOW")
    if not told:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(told).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise WrongUsage(words.BAD_CLOCK) from error
