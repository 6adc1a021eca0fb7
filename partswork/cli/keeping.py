"""`partswork journal`: what was written."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.listing import as_json_option, show, show_json
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.journal import Journal, SessionSummary


@click.group(invoke_without_command=True, help=words.JOURNAL)
@as_json_option
@click.pass_context
def journal(ctx: click.Context, as_json: bool) -> None:
    """List the sessions, newest first."""
    if ctx.invoked_subcommand is not None:
        return
    kept = _journal()
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

    kept = _journal()
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


def _journal() -> Journal | None:
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
