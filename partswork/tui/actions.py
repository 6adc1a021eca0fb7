"""What can be done, each said once: its key, its word in the footer, and its help.

The id is what a person remaps a key by.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from partswork.wording import app as words


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: lasting, for remapped keys.
        key: also while typing, so never a plain letter unless `quiet` says where.
        method: the Textual action.
        word: one or two words for the footer.
        help: a sentence for the palette and the help panel.
        shown: whether the footer has room for it.
        always: works while typing too.
    """

    id: str
    key: str
    method: str
    word: str
    help: str
    shown: bool = True
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
PEOPLE = Action("people", "f2", "app.people", words.PEOPLE, words.PEOPLE_HELP)
BLANK = Action("blank", "f4", "app.blank", words.BLANK, words.BLANK_HELP)
KEYS = Action("keys", "f3", "app.keys", words.KEYS, words.KEYS_HELP)
QUIT = Action("quit", "ctrl+q", "app.quit", words.QUIT, words.QUIT_HELP, shown=False)
JOURNAL = Action("journal", "j", "app.journal", words.JOURNAL, words.JOURNAL_HELP, always=False)

EVERYWHERE = (PEOPLE, BLANK, KEYS, QUIT)
SITTING = (LEAVE, GROUND, BACK)
