"""What is said of one kind of finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of finding: how bad it is, the promise it breaks, and its sentence."""

    message: str
    severity: Literal["error", "warning", "hint"] = "error"
    promise: str | None = None
