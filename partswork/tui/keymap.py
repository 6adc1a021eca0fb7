"""Other keys for actions, as the settings give them: only those that leave nothing out of reach."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import Keys

from partswork.near import nearest
from partswork.tui.actions import BY_ID, CLOSE, EVERYWHERE, HOME, READ, ROOM, SITTING
from partswork.wording import settings as words

_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_TYPING = frozenset(
    "enter tab space backspace delete left right up down home end pageup pagedown shift+tab".split()
)
"""Keys that a question needs."""
_SAME = frozenset("ctrl+m ctrl+i ctrl+j ctrl+h ctrl+left_square_bracket ctrl+[".split())
"""Keys that a terminal sends as Enter, Tab, Backspace or Escape."""
_TOGETHER = tuple((*here, *EVERYWHERE) for here in (SITTING, HOME, (READ, CLOSE, ROOM)))
"""Actions that work at the same time."""
_KEPT = {"f5": "palette"}
"""Keys that an action has besides its own."""
_REMAPPABLE = {id: action for id, action in BY_ID.items() if action.key}
_MODIFIERS = frozenset({"ctrl", "alt", "shift"})


def keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the keys that can be used, by the id of their action, and a sentence for each that cannot.

    Args:
        wanted: a key, or several with commas, by the id of an action.
    """
    remarks: list[str] = []
    usable: dict[str, str] = {}
    for id, keys in wanted.items():
        if id not in _REMAPPABLE:
            remarks.append(words.no_such_action(id, nearest(id, _REMAPPABLE)))
            continue
        good = []
        for key in (_written(one.strip()) for one in keys.split(",")):
            wrong = _wrong(id, key)
            if wrong:
                remarks.append(wrong)
            else:
                good.append(key)
        if good:
            usable[id] = ",".join(good)
    return _without_clashes(usable, remarks), remarks


def _wrong(id: str, key: str) -> str:
    if not _is_key(key):
        return words.no_such_key(id, key)
    if _REMAPPABLE[id].always and (len(key) == 1 or key in _TYPING | _SAME):
        return words.key_for_typing(id, key)
    return ""


def _written(key: str) -> str:
    """Return a key as Textual writes it; a single letter is itself, large or small."""
    return key if len(key) == 1 else key.lower()


def _is_key(key: str) -> bool:
    *modifiers, bare = key.split("+")
    if len(bare) == 1 and "shift" in modifiers:
        # A terminal sends the large letter instead.
        return False
    plain = bare in _NAMED or (len(bare) == 1 and bare.isprintable() and not bare.isspace())
    return key in _NAMED or (plain and set(modifiers) <= _MODIFIERS)


def _without_clashes(usable: dict[str, str], remarks: list[str]) -> dict[str, str]:
    """Take out keys that belong to another action which works at the same time.

    Whatever loses all its keys gets its own back, so what others may have is looked at again.
    """
    while (clash := _first_clash(usable)) is not None:
        id, key, other = clash
        remarks.append(words.key_taken(id, key, other))
        left = ",".join(one for one in usable[id].split(",") if one != key)
        usable = {one: keys for one, keys in {**usable, id: left}.items() if keys}
    return usable


def _first_clash(usable: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return an action, a key it was given, and the other action whose key that is."""
    for actions in _TOGETHER:
        here = {action.id for action in actions}
        taken = dict(_KEPT)
        taken |= {action.key: action.id for action in actions if action.id not in usable}
        for id, keys in usable.items():
            for key in keys.split(",") if id in here else ():
                if taken.setdefault(key, id) != id:
                    return id, key, taken[key]
    return None
