"""What is said about the settings file, and what stands in a new one."""

from __future__ import annotations

COUNTRY = 'In the settings, country is two letters, such as country = "IE".'
PERSON = (
    'In the settings, each of people has a name and a phone, such as { name = "Sam", phone = "555 0100" }.'
)
THEME = 'In the settings, theme is the name of one, such as theme = "nord".'
SHOW = 'In the settings, show is a list that may hold "deep" and "ketamine", such as show = ["deep"].'
KEYS = 'In the settings, [keys] has a key for the name of an action, such as ground = "ctrl+r".'
NOT_KEPT = "The settings file could not be written, so this holds until partswork is closed."

NEW_FILE = """\
# Settings of partswork. Every line may be left out; a line that begins with # does nothing.

# Two letters for where you are, so that the right emergency number is shown.
# country = "IE"

# The colours of the app. The palette (ctrl+p) shows them all.
# theme = "nord"

# Nothing on the screen moves by itself but words and counts.
# reduced_motion = true

# A bell when a quiet or a breath is over.
# bell = true

# Practices that home does not show unless you want it to.
# show = ["deep", "ketamine"]

# Other keys, by the name of what they do. f3 in the app shows them.
# [keys]
# ground = "ctrl+r"

# People you would call, one block for each.
# [[people]]
# name = "Sam"
# phone = "555 0100"
"""


def unreadable(path: str) -> str:
    """Say that the file cannot be used."""
    return f"The settings file could not be read, so nothing in it counts: {path}"


def unknown(key: str, near: str | None) -> str:
    """Say that a key is not known."""
    return f'The settings have nothing called "{key}".{_meant(near)}'


def true_or_false(key: str) -> str:
    """Say that a key is one or the other."""
    return f"In the settings, {key} is true or false."


def no_such_theme(name: str, near: str | None) -> str:
    """Say that a theme is not known."""
    return f'There is no theme called "{name}".{_meant(near)}'


def no_such_action(name: str, near: str | None) -> str:
    """Say that keys cannot be given to an action, because it is not known."""
    return f'In [keys] of the settings, "{name}" is nothing the app can do.{_meant(near)}'


def no_such_key(action: str, key: str) -> str:
    """Say that a key is not known."""
    return f'In [keys] of the settings, {action} has "{key}", which is no key. Such as: f6, ctrl+r, escape.'


def key_for_typing(action: str, key: str) -> str:
    """Say that a key is needed for typing."""
    return (
        f'In [keys] of the settings, {action} has "{key}", which is needed for typing. Such as: f6, ctrl+r.'
    )


def key_taken(action: str, key: str, other: str) -> str:
    """Say that a key belongs to another action."""
    return f'In [keys] of the settings, {action} has "{key}", which belongs to {other}.'


def _meant(near: str | None) -> str:
    return f' Did you mean "{near}"?' if near else ""
