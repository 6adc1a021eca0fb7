"""`partswork journal`: what was written."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, remark, show, show_json
from partswork.wording import commands as words
from partswork.wording import searching

if TYPE_CHECKING:
    from partswork.journal import Hit, Journal, SessionSummary


_DAY = click.DateTime(["%Y-%m-%d"])
_ASKED_FOR = "-"


@click.group(invoke_without_command=True, help=words.JOURNAL)
@as_json_option
@click.pass_context
def journal(ctx: click.Context, as_json: bool) -> None:
    """List the sessions, newest first."""
    if ctx.invoked_subcommand is not None:
        return
    kept = kept_journal()
    summaries: list[SessionSummary] = []
    if kept is not None:
        with kept:
            summaries = kept.sessions()
    if as_json:
        show_json([_as_json(summary) for summary in summaries])
        return
    if not summaries:
        show(words.NOTHING_WRITTEN)
    for summary in summaries:
        show(f"{_moment(summary.started)}  {summary.state:<8}  {summary.id[:8]}  {summary.title}")


@journal.command("show", help=words.JOURNAL_SHOW)
@click.argument("id")
@as_json_option
def show_session(id: str, as_json: bool) -> None:
    """Show one session."""
    from partswork.journal import SessionNotFound
    from partswork.session.retelling import retell
    from partswork.wording.journal import NO_SUCH_SESSION
    from partswork.wording.session import LINE_ADDED

    kept = kept_journal()
    if kept is None:
        raise SessionNotFound(NO_SUCH_SESSION)
    with kept:
        summary = kept.session(id)
        answers = kept.answers(summary.id)
        told = [] if as_json else retell(kept, summary.id)
    if as_json:
        show_json(_as_json(summary) | {"answers": [asdict(answer) for answer in answers]})
        return
    show(f"{summary.title}\n{_moment(summary.started)}  {summary.state}")
    for one in told:
        show()
        show(str(one.words) or LINE_ADDED)
        said = one.answer if one.answer is not None else words.LEFT_OUT
        for line in said.split("\n"):
            show(f"    {line}" + (words.TAKEN_BACK if one.abandoned else ""))


@journal.command(help=searching.SEARCH)
@click.argument("words", nargs=-1, required=True)
@click.option("--part", metavar="NAME", help=searching.PART)
@click.option("--script", metavar="SCRIPT", help=searching.SCRIPT)
@click.option("--since", type=_DAY, metavar="DAY", help=searching.SINCE)
@click.option("--until", type=_DAY, metavar="DAY", help=searching.UNTIL)
@click.option("--most", type=click.IntRange(1), default=50, metavar="N", help=searching.MOST)
@as_json_option
def search(
    words: tuple[str, ...],
    part: str | None,
    script: str | None,
    since: datetime | None,
    until: datetime | None,
    most: int,
    as_json: bool,
) -> None:
    """Find where words were said."""
    looked_for = _asked(searching.WHICH_WORDS) if words == (_ASKED_FOR,) else " ".join(words)
    kept = kept_journal()
    hits: list[Hit] = []
    if kept is not None:
        with kept:
            hits = kept.search(
                looked_for,
                part=part,
                script=script,
                since=since.date() if since else None,
                until=until.date() if until else None,
                # One more than is shown tells whether there is more.
                most=most + 1,
            )
    if as_json:
        show_json([_found_as_json(hit) for hit in hits[:most]])
        return
    if not hits:
        show(searching.NOTHING_FOUND)
    for hit in hits[:most]:
        show(f"{_moment(hit.started)}  {hit.session[:8]}  {hit.title}, {hit.name}")
        show(f"    {hit.text}")
    if len(hits) > most:
        show(searching.MORE)


@journal.command(help=searching.DELETE)
@click.argument("id")
@click.option("--yes", is_flag=True, help=searching.YES)
def delete(id: str, yes: bool) -> int:
    """Delete one session, after a word that confirms it."""
    from partswork.clock import now
    from partswork.journal import SessionNotFound
    from partswork.wording.journal import NO_SUCH_SESSION

    kept = kept_journal()
    if kept is None:
        raise SessionNotFound(NO_SUCH_SESSION)
    with kept:
        summary = kept.session(id)
        show(searching.will_go(summary.title, _moment(summary.started)))
        if not yes and not _at_a_terminal():
            remark(searching.NOT_ASKED)
            return 1
        if not yes and _asked(searching.ask_to_confirm()).strip().lower() != searching.CONFIRM:
            remark(searching.NOT_DELETED)
            return 1
        kept.delete(summary.id, at=now().isoformat())
    show(searching.DELETED)
    return 0


def _at_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(question: str) -> str:
    """Return one line from standard input, asked for where somebody is there; it reaches no history."""
    if sys.stdin is None:
        return ""
    if _at_a_terminal():
        sys.stderr.write(question)
        sys.stderr.flush()
    return sys.stdin.readline().rstrip("\n")


def _found_as_json(hit: Hit) -> dict[str, Any]:
    return {
        "session": hit.session,
        "script": hit.script,
        "started": hit.started,
        "name": hit.name,
        "snippet": hit.text,
    }


def kept_journal() -> Journal | None:
    """Return the journal, None where none was begun: looking makes none."""
    from partswork.journal import Journal
    from partswork.paths import places

    here = places()
    try:
        here.journal.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        # Something is there and does not let itself be looked at: opening it says what.
        pass
    return Journal.open(here.data)


def _as_json(summary: SessionSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "script": summary.script,
        "title": summary.title,
        "started": summary.started,
        "ended": summary.ended,
        "state": summary.state,
    }


def _moment(at: str) -> str:
    return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
