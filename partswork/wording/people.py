"""What is said about who to call."""

from __future__ import annotations

INTRODUCTION = "If you or someone else is in danger, or you cannot keep yourself safe, call now."
EMERGENCY_ANYWHERE = "Emergency services: from most mobile phones, 112 or 911 reaches them."
ANYONE = "A friend, a neighbour or a doctor counts too. If nobody comes to mind, the number above is for you as well."
KEEP_PEOPLE = (
    "People you would call can be kept here too, in the settings file (partswork paths shows where)."
)
PARTSWORK_CANNOT = "Nobody reads what is written in partswork, so nobody will come because of it."


def emergency(number: str, country: str) -> str:
    """Say the emergency number of a country one has set."""
    return f"Emergency services ({country}): {number}"


def emergency_guessed(number: str, country: str) -> str:
    """Say the emergency number where the country is only guessed from the language."""
    return f"Emergency services: {number} in {country}. Elsewhere, 112 or 911 works from most mobile phones."


def person(name: str, phone: str) -> str:
    """Say whom to call."""
    return f"{name}: {phone}"
