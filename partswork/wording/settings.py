"""What is said about the settings file."""

from __future__ import annotations

COUNTRY = 'In the settings, country is two letters, such as country = "IE".'
PERSON = (
    'In the settings, each of people has a name and a phone, such as { name = "Sam", phone = "555 0100" }.'
)


def unreadable(path: str) -> str:
    """Say that the file cannot be used."""
    return f"The settings file could not be read, so nothing in it counts: {path}"


def unknown(key: str, near: str | None) -> str:
    """Say that a key is not known."""
    meant = f' Did you mean "{near}"?' if near else ""
    return f'The settings have nothing called "{key}".{meant}'
