"""From the name of a practice to its session: begun, or taken up where it was left, as they choose."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from partswork.errors import SessionElsewhere
from partswork.session import TODAY, Desk
from partswork.tui.screens.over import Ways
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words

if TYPE_CHECKING:
    from partswork.session import Session, Unfinished
    from partswork.tui.app import PartsworkApp


async def session_of(app: PartsworkApp, desk: Desk, name: str) -> Session | None:
    """Return the session to sit in, None where they would rather not.

    Raises:
        PartsworkError: it cannot be; the sentence says why.
    """
    found = await asyncio.to_thread(desk.find, name)
    way = desk.way_into(found)
    if way is not None:
        app.say(way.sentence)
    if await asyncio.to_thread(lambda: found.not_proved):
        ways = [words.NOT_PROVED_LEAVE, words.NOT_PROVED_BEGIN]
        if await app.push_screen_wait(Ways([session_words.NOT_PROVED], ways)) != words.NOT_PROVED_BEGIN:
            return None
    try:
        left = await asyncio.to_thread(desk.left_today if name == TODAY else desk.left, found)
    except SessionElsewhere:
        ways = [words.LEAVE_THERE, words.BEGIN_HERE]
        if await app.push_screen_wait(Ways([words.ELSEWHERE], ways)) != words.BEGIN_HERE:
            return None
        return await asyncio.to_thread(desk.begin, found)
    if left is None:
        if name == TODAY and desk.today(TODAY) is not None and not await _wants_another(app):
            return None
        return await asyncio.to_thread(desk.begin, found)
    chosen = await app.push_screen_wait(Ways(*_ways_with(left)))
    if chosen is None:
        return None
    if chosen == plain_words.BEGIN_AGAIN:
        if left.owes:
            await app.push_screen_wait(app.sitting_in(desk.close_gently(left)))
        return await asyncio.to_thread(desk.begin, found)
    into = found if chosen == plain_words.CONTINUE_NEWER else None
    return await asyncio.to_thread(lambda: desk.resume(left, into=into))


async def _wants_another(app: PartsworkApp) -> bool:
    """Ask whether there is to be another check-in, where today's is done."""
    ways = [session_words.NOT_NOW, session_words.ANOTHER]
    return await app.push_screen_wait(Ways([session_words.DONE_TODAY], ways)) == session_words.ANOTHER


def _ways_with(left: Unfinished) -> tuple[list[str], list[str]]:
    """Return what is to be said about an unfinished session, and what can become of it."""
    lines = [words.TAKE_UP]
    if left.stale:
        lines.append(plain_words.STALE)
    elif left.broken:
        lines.append(plain_words.BROKEN_SINCE)
    if left.owes:
        lines.append(plain_words.OWES)
    if left.changed and not left.broken:
        lines.append(plain_words.CHANGED)
    if left.only_closes:
        return lines, [plain_words.CLOSE_GENTLY, plain_words.BEGIN_AGAIN]
    newer = [plain_words.CONTINUE_NEWER] if left.changed else []
    return lines, [plain_words.CONTINUE, *newer, plain_words.BEGIN_AGAIN]
