"""What should be known before the first time, and who to call."""

from __future__ import annotations

from textual.app import App

from partswork.people import ToCall
from partswork.tui.screens.over import People, Ways
from partswork.wording import app as words
from partswork.wording import people as people_words
from partswork.wording import session as session_words

GO_ON, LOOK_AROUND, SEE_PEOPLE, LEAVE = words.BEGIN_WAYS


def before_the_first(people: ToCall) -> list[str]:
    """Return what should be known before anything is typed."""
    return [*session_words.BEFORE_THE_FIRST, "\n".join(people.by_number())]


def who_to_call(people: ToCall) -> People:
    """Return the page of people to call."""
    last = [people_words.PARTSWORK_CANNOT, *([] if people.people else [people_words.KEEP_PEOPLE])]
    return People([people_words.INTRODUCTION, "\n".join(people.lines()), *last])


async def welcome(app: App[int], people: ToCall) -> str:
    """Say it, and return what they would like: `GO_ON`, `LOOK_AROUND` or `LEAVE`. Nothing is marked."""
    while True:
        ways = Ways(before_the_first(people), words.BEGIN_WAYS, words.CHOOSING, marked=False)
        chosen = await app.push_screen_wait(ways)
        if chosen == SEE_PEOPLE:
            await app.push_screen_wait(who_to_call(people))
        elif chosen is not None:
            return chosen
