"""What is said about who to call."""

from __future__ import annotations

INTRODUCTION = "If you or someone else is in danger, or you cannot keep yourself safe, call now."
EMERGENCY_ANYWHERE = "Emergency services: from most mobile phones, 112 or 911 reaches them."
NO_PEOPLE = "You can keep people you would call here: write them into the settings file (partswork paths shows where)."
PARTSWORK_CANNOT = "Nobody reads what is written in partswork, so nobody will come because of it."
SETTINGS_EXAMPLE = '[[people]]\nname = "Sam"\nphone = "555 0100"'


def emergency(number: str, country: str | None) -> str:
    """Say the emergency number."""
    return f"Emergency services ({country}): {number}"


def person(name: str, phone: str) -> str:
    """Say whom to call."""
    return f"{name}: {phone}"
