"""What the command line says."""

from __future__ import annotations

BAD_CLOCK = "PARTSWORK_NOW is set, but not to a date and time such as 2026-11-22T08:30."
