"""What can be done, each said once: its key, its word at the foot of the screen, and its help.

The id is what a person remaps a key by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.binding import Binding, BindingType
from textual.screen import Screen

from partswork.wording import app as words


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: lasting, for remapped keys.
        key: "" for what only the palette has.
        method: the Textual action.
        word: one or two words for the foot of the screen, and the palette.
        help: a sentence for the palette and the help.
        shown: whether it stands at the foot of the screen.
        aside: it stands there at the right.
        always: works while typing too, so its key is never a plain letter.
    """

    id: str
    key: str
    method: str
    word: str
    help: str
    shown: bool = True
    aside: bool = False
    always: bool = True

    def binding(self) -> Binding:
        """Return the Textual binding."""
        return Binding(
            self.key,
            self.method,
            self.word,
            show=self.shown,
            priority=self.always,
            id=self.id,
            tooltip=self.help,
        )


LEAVE = Action("leave", "escape", "leave", words.LEAVE, words.LEAVE_HELP)
GROUND = Action("ground", "ctrl+g", "ground", words.GROUND, words.GROUND_HELP)
BACK = Action("back", "f7", "back", words.BACK, words.BACK_HELP)

ROOM = Action("room", "ctrl+g", "app.room", words.GROUND, words.ROOM_HELP)
BEGIN = Action("begin", "enter", "select", words.BEGIN, words.BEGIN_HELP, always=False)
JOURNAL = Action("journal", "j", "app.journal", words.JOURNAL, words.JOURNAL_HELP, always=False)
LEAVE_HOME = Action("leave-home", "q", "app.quit", words.QUIT, words.QUIT_HELP, always=False)
READ = Action("read", "enter", "select", words.READ, words.READ_HELP, always=False)
SEARCH = Action("search", "slash", "search", words.SEARCH, words.SEARCH_HELP, always=False)
CLOSE = Action("close", "escape", "dismiss", words.BACK, words.CLOSE_HELP)

PEOPLE = Action("people", "f2", "app.people", words.PEOPLE, words.PEOPLE_HELP, aside=True)
KEYS = Action("keys", "f3", "app.keys", words.KEYS, words.KEYS_HELP, aside=True)
BLANK = Action("blank", "f4", "app.blank", words.BLANK, words.BLANK_HELP)
PALETTE = Action("palette", "ctrl+p", "app.command_palette", words.PALETTE, words.PALETTE_HELP, shown=False)
QUIT = Action("quit", "ctrl+q", "app.quit", words.QUIT, words.QUIT_HELP, shown=False)

THEME = Action("theme", "", "app.change_theme", words.THEME, words.THEME_HELP)
MOTION = Action("motion", "", "app.motion", words.MOTION, words.MOTION_HELP)
BELL = Action("bell", "", "app.bell_wanted", words.BELL, words.BELL_HELP)
PICTURE = Action("picture", "", "app.picture", words.PICTURE, words.PICTURE_HELP)
BEFORE = Action("before", "", "app.before", words.BEFORE, words.BEFORE_HELP)

INTERRUPT = Action("interrupt", "ctrl+c", "app.interrupt", words.QUIT, words.INTERRUPT_HELP, shown=False)

EVERYWHERE = (BLANK, PEOPLE, KEYS, PALETTE, QUIT, INTERRUPT)
SITTING = (LEAVE, GROUND, BACK)
HOME = (BEGIN, ROOM, JOURNAL, LEAVE_HOME)
PALETTE_ONLY = (THEME, MOTION, BELL, PICTURE, BEFORE)

BY_ID = {action.id: action for action in (*SITTING, *HOME, READ, SEARCH, CLOSE, *EVERYWHERE, *PALETTE_ONLY)}


def digits(action: str) -> list[BindingType]:
    """Return a binding for each digit, to an action that takes it as a number.

    Keys that a widget handles itself overtake those that are bound: typed ahead over a slow line,
    `3 ↓ 5` would be told as 3, 5 and ↓. So every key of a control is bound.
    """
    return [Binding(str(digit), f"{action}({digit})", show=False) for digit in range(10)]


def shown_key(key: str) -> str:
    """Return a key as it is told to a person."""
    return {"escape": "esc", "question_mark": "?", "slash": "/"}.get(key, key)


def key_here(screen: Screen[Any], action: Action) -> str:
    """Return the key of an action on a screen, as it is told: it may have been given another."""
    keys = (one.binding.key for one in screen.active_bindings.values() if one.binding.id == action.id)
    return shown_key(next(keys, action.key))
