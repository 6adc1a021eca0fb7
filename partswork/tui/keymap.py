"""Other keys for actions, as the settings give them: only those that leave nothing out of reach."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import Keys

from partswork.near import nearest
from partswork.tui.actions import BY_ID, EVERYWHERE, SITTING
from partswork.wording import settings as words

_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_TYPING = frozenset(
    "enter tab space backspace delete left right up down home end pageup pagedown shift+tab".split()
)
"""Keys that a question needs."""
_REMAPPABLE = {id: action for id, action in BY_ID.items() if action.key}
_MODIFIERS = ("ctrl+", "alt+", "shift+")


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
        for key in (one.strip().lower() for one in keys.split(",")):
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
    if _REMAPPABLE[id].always and (len(key) == 1 or key in _TYPING):
        return words.key_for_typing(id, key)
    return ""


def _is_key(key: str) -> bool:
    bare = key
    for modifier in _MODIFIERS:
        bare = bare.removeprefix(modifier)
    return key in _NAMED or bare in _NAMED or (len(bare) == 1 and bare.isprintable() and not bare.isspace())


def _without_clashes(usable: dict[str, str], remarks: list[str]) -> dict[str, str]:
    """Take out keys that belong to another action which works at the same time.

    Whatever loses all its keys gets its own back, so what others may have is looked at again.
    """
    while True:
        taken = {
            key: action.id
            for action in (*SITTING, *EVERYWHERE)
            if action.id not in usable
            for key in action.key.split(",")
        }
        clash = _first_clash(usable, taken)
        if clash is None:
            return usable
        id, key = clash
        remarks.append(words.key_taken(id, key, taken[key]))
        left = ",".join(one for one in usable[id].split(",") if one != key)
        usable = {other: keys for other, keys in {**usable, id: left}.items() if keys}


def _first_clash(usable: Mapping[str, str], taken: dict[str, str]) -> tuple[str, str] | None:
    for id, keys in usable.items():
        for key in keys.split(","):
            if taken.setdefault(key, id) != id:
                return id, key
    return None
