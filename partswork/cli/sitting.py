"""`partswork run` and `partswork today`: a session at this terminal, or through a pipe."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from partswork.cli.listing import remark
from partswork.wording import commands as words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words

if TYPE_CHECKING:
    from partswork.catalogue.found import Found
    from partswork.plain import Lines
    from partswork.plain.source import Source
    from partswork.session import Desk, Session, Unfinished
    from partswork.session.previewing import Way

_plain = click.option("--plain", is_flag=True, help=words.PLAIN)
_demo = click.option("--demo", is_flag=True, help=words.DEMO)


@click.command(help=words.RUN)
@click.argument("script")
@_plain
@_demo
@click.option("--section", metavar="ID", help=words.SECTION)
@click.option("--continue", "go_on", is_flag=True, help=words.CONTINUE)
def run(script: str, plain: bool, demo: bool, section: str | None, go_on: bool) -> int:
    """Go through a practice."""
    demo = demo or section is not None
    if not plain and can_show_app():
        return open_app(script, demo=demo, section=section)
    return _sit(script, demo=demo, go_on=go_on, section=section)


@click.command(help=words.TODAY)
@_plain
@_demo
def today(plain: bool, demo: bool) -> int:
    """Go through today's check-in."""
    from partswork.session import TODAY

    if not plain and can_show_app():
        return open_app(TODAY, demo=demo)
    return _sit(TODAY, demo=demo, go_on=True, only_today=True)


def home() -> int:
    """Open the app on its home screen; where there is no screen for it, today's check-in in plain lines."""
    from partswork.session import TODAY

    return open_app(None) if can_show_app() else _sit(TODAY, demo=False, go_on=True, only_today=True)


def can_show_app() -> bool:
    """Whether there is a terminal that can show a whole screen."""
    person = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return person and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")


def open_app(begin: str | None, *, demo: bool = False, section: str | None = None) -> int:
    """Run the app, beginning with a practice where one is named, at one of its sections where that is."""
    from partswork.catalogue import Catalogue
    from partswork.clock import now
    from partswork.paths import places
    from partswork.people import to_call
    from partswork.session import Desk
    from partswork.settings import read_settings
    from partswork.tui import run_app

    here = places()
    now()
    settings = read_settings(here.settings)
    found = _usable(Catalogue(here.scripts).find(begin)) if begin is not None else None
    with Desk(here, demo=demo, way=_way_to(found, section)) as desk:
        code = run_app(desk, to_call(settings), begin, settings)
    for sentence in settings.remarks:
        remark(sentence)
    return code


def _sit(name: str, *, demo: bool, go_on: bool, only_today: bool = False, section: str | None = None) -> int:
    """Begin or continue a session, play it, and return the exit code."""
    from partswork.catalogue import Catalogue
    from partswork.clock import now
    from partswork.paths import places
    from partswork.plain import Interruptions, Lines, Scripted, Terminal
    from partswork.session import Desk

    here = places()
    # A clock that cannot be read, or a script that cannot be run, leaves no journal behind.
    now()
    found = _usable(Catalogue(here.scripts).find(name))
    way = _way_to(found, section)
    person = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    lines = Lines(_tolerant(sys.stdout), _columns if person else None)
    with Interruptions() as interruptions, Desk(here, demo=demo, way=way) as desk:
        source: Source = Terminal(interruptions) if person else Scripted(_input(), interruptions)
        if demo:
            lines.write(plain_words.DEMONSTRATION)
        if way is not None:
            lines.write(way.sentence)
        if desk.first_time:
            for sentence in session_words.BEFORE_THE_FIRST:
                lines.write(sentence)
            lines.gap()
        session = _taken_up(desk, found, lines, source, go_on=go_on, only_today=only_today)
        if session is None and only_today and source.waits and not _another_today(desk, lines, source):
            return 0
        return _play(session or desk.begin(found), lines, source)


def _way_to(found: Found | None, section: str | None) -> Way | None:
    """Return the way to the section it is to begin at, None where that is its beginning."""
    if found is None or section is None:
        return None
    from partswork.session.previewing import way_to

    return way_to(found, section)


def _usable(found: Found) -> Found:
    """Return a script that can be run; if it cannot, tell why on standard error."""
    from partswork.cli.telling import told

    if not found.proved_with_the_rest or found.bundle is None:
        for finding in found.errors:
            remark(told(finding, found.file.name))
            remark("")
    found.usable()
    if found.not_proved:
        remark(session_words.NOT_PROVED)
    return found


def _taken_up(
    desk: Desk, found: Found, lines: Lines, source: Source, *, go_on: bool, only_today: bool
) -> Session | None:
    """Return the session that is continued, None where a new one is to begin."""
    from partswork.errors import SessionElsewhere

    try:
        left = desk.left_today(found) if only_today else desk.left(found)
    except SessionElsewhere:
        if only_today:
            raise
        remark(words.RUNNING_ELSEWHERE)
        return None
    if left is None:
        return None
    if source.waits:
        return _offer(desk, found, left, lines, source)
    if not go_on:
        remark(words.UNFINISHED)
        return None
    if left.only_closes and only_today:
        remark(words.BEGUN_AGAIN)
        return None
    return desk.resume(left)


def _offer(desk: Desk, found: Found, left: Unfinished, lines: Lines, source: Source) -> Session | None:
    """Let them choose what becomes of an unfinished session; an empty line takes the first way."""
    began = datetime.fromisoformat(left.summary.started).strftime("%H:%M, %d %B %Y")
    lines.write(plain_words.offer(left.summary.title, began))
    for holds, sentence in (
        (left.stale, plain_words.STALE),
        (left.broken and not left.stale, plain_words.BROKEN_SINCE),
        (left.owes, plain_words.OWES),
        (left.changed and not left.broken, plain_words.CHANGED),
    ):
        if holds:
            lines.write(sentence)
    ways = [plain_words.CLOSE_GENTLY if left.only_closes else plain_words.CONTINUE]
    if left.changed and not left.only_closes:
        ways.append(plain_words.CONTINUE_NEWER)
    ways.append(plain_words.BEGIN_AGAIN)
    chosen = _chosen(ways, lines, source)
    if chosen == plain_words.BEGIN_AGAIN:
        if left.owes:
            _close(desk.close_gently(left), lines, source)
        return None
    return desk.resume(left, into=found if chosen == plain_words.CONTINUE_NEWER else None)


def _close(session: Session, lines: Lines, source: Source) -> None:
    """Play what a session still owes; whoever leaves it half-way has left, and begins nothing."""
    from partswork.guide import Ending

    code = _play(session, lines, source)
    if not isinstance(session.beat, Ending):
        raise click.exceptions.Exit(code)


def _another_today(desk: Desk, lines: Lines, source: Source) -> bool:
    """Ask whether there is to be another check-in, where today's is done."""
    from partswork.session import TODAY

    if desk.today(TODAY) in (None, "paused"):
        return True
    lines.write(session_words.DONE_TODAY)
    return _chosen([session_words.NOT_NOW, session_words.ANOTHER], lines, source) == session_words.ANOTHER


def _chosen(ways: list[str], lines: Lines, source: Source) -> str:
    from partswork.plain.interruptions import Interrupted
    from partswork.plain.source import OutOfInput

    lines.write(plain_words.WHICH_WAY)
    for number, way in enumerate(ways, 1):
        lines.write(f"{number}. {way}")
    try:
        while True:
            said = source.line("", lambda typed: None).strip()
            if not said:
                return ways[0]
            if said.isascii() and said.isdigit() and len(said) < 3 and 1 <= int(said) <= len(ways):
                return ways[int(said) - 1]
            lines.write(plain_words.which_way(len(ways)))
    except (Interrupted, OutOfInput):
        raise click.Abort from None


def _play(session: Session, lines: Lines, source: Source) -> int:
    """Play a session to its end or to where it is left, and say where it is kept."""
    from partswork.guide import Beat
    from partswork.paths import places
    from partswork.people import to_call
    from partswork.plain import Player
    from partswork.plain.player import FAILED
    from partswork.settings import read_settings

    settings = read_settings(places().settings)
    for sentence in settings.remarks:
        remark(sentence)
    lines.write(session.title)
    lines.gap()
    if source.waits:
        lines.write(plain_words.COMMANDS)
        lines.gap()
    with session:
        code = Player(session, lines, source, to_call(settings).lines()).play()
        if code == FAILED and isinstance(session.beat, Beat) and not source.waits:
            remark(plain_words.input_ended(session.number))
        lines.write(plain_words.saved(session.id) if session.kept else plain_words.NOT_SAVED)
    return code


def _columns() -> int:
    return shutil.get_terminal_size().columns


def _input() -> BinaryIO:
    """Return standard input; where there is none, nothing can be read from it."""
    return sys.stdin.buffer if sys.stdin is not None else BytesIO()


def _tolerant(stream: TextIO) -> TextIO:
    """Return the stream, writing what its encoding lacks as a question mark."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream
