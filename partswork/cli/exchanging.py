"""`partswork export` and `partswork import`: out of the journal and back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partswork.cli.ending import ended_in_order
from partswork.cli.keeping import kept_journal
from partswork.cli.listing import as_json_option, remark, show, show_json
from partswork.cli.progress import Progress
from partswork.wording import exchange as words
from partswork.wording.commands import NOTHING_WRITTEN

if TYPE_CHECKING:
    from partswork.journal import Journal, SessionSummary

MARKDOWN, JSONL, CSV, SUMMARY = "markdown", "jsonl", "csv", "summary"
STANDARD_OUTPUT = "-"
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(help=words.EXPORT)
@click.option(
    "--format", "form", type=click.Choice([MARKDOWN, JSONL, CSV, SUMMARY]), required=True, help=words.FORMAT
)
@click.option("-o", "--output", "to", metavar="PATH", help=words.TO)
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help=words.SINCE)
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help=words.UNTIL)
@click.option("--part", metavar="NAME", help=words.PART)
@click.option("--script", metavar="ID", help=words.SCRIPT)
@click.option("--with-answers", is_flag=True, help=words.WITH_ANSWERS)
@click.option("--force", is_flag=True, help=words.FORCE)
def export(
    form: str,
    to: str | None,
    since: datetime | None,
    until: datetime | None,
    part: str | None,
    script: str | None,
    with_answers: bool,
    force: bool,
) -> int:
    """Write out what is kept."""
    from partswork.errors import WrongUsage
    from partswork.exchange.choosing import Wanted, chosen

    if form == MARKDOWN and to in (None, STANDARD_OUTPUT):
        raise WrongUsage(words.NEEDS_A_FOLDER)
    if with_answers and form != SUMMARY:
        raise WrongUsage(words.ONLY_SUMMARY)
    if since is not None and until is not None and since > until:
        raise WrongUsage(words.BACKWARDS)
    wanted = Wanted(_date(since), _date(until), part, script)
    kept = kept_journal()
    if kept is None:
        remark(NOTHING_WRITTEN)
        return 0
    with kept, ended_in_order(), Progress(words.EXPORTING) as progress:
        everything = form == JSONL and wanted.everything
        sessions = [] if everything else chosen(kept, wanted)
        if not everything and not sessions:
            progress.clear()
            remark(words.NOTHING_FITS)
            return 0
        _write(kept, form, to, None if everything else sessions, progress, with_answers, force)
    return 0


def _write(
    journal: Journal,
    form: str,
    to: str | None,
    sessions: Sequence[SessionSummary] | None,
    progress: Progress,
    with_answers: bool,
    force: bool,
) -> None:
    from partswork.exchange.writing import write_file, write_folder

    if form == MARKDOWN:
        from partswork.exchange.pages import pages

        assert to is not None
        assert sessions is not None
        count = write_folder(Path(to), progress.over(pages(journal, sessions)), force=force)
        progress.clear()
        remark(words.exported(count))
    else:
        pieces = progress.over(_pieces(journal, form, sessions, with_answers=with_answers))
        if to is not None and to != STANDARD_OUTPUT:
            write_file(Path(to), pieces, force=force)
        else:
            _show_all(pieces)
        progress.clear()
    remark(words.NOT_ENCRYPTED)


def _pieces(
    journal: Journal, form: str, sessions: Sequence[SessionSummary] | None, *, with_answers: bool
) -> Iterator[str]:
    from partswork.exchange.lines import lines
    from partswork.exchange.summary import summary
    from partswork.exchange.tables import table

    if form == JSONL:
        return lines(journal, sessions)
    assert sessions is not None
    return table(journal, sessions) if form == CSV else summary(journal, sessions, with_answers=with_answers)


def _show_all(pieces: Iterable[str]) -> None:
    """Write to standard output as it would be in a file: always UTF-8, and no line end changed."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8"))
    sys.stdout.buffer.flush()


@click.command("import", help=words.IMPORT)
@click.argument("file", metavar="FILE")
@click.option("--yes", is_flag=True, help=words.YES)
@as_json_option
def take_in(file: str, yes: bool, as_json: bool) -> int:
    """Take in what was exported."""
    from partswork.exchange import taking
    from partswork.exchange.reading import Lines
    from partswork.journal import Journal
    from partswork.paths import places

    with Progress(words.IMPORTING) as progress:
        offered = Lines(Path(file), seen=progress.at)
        # Before the journal is opened, and perhaps begun: a file that cannot be taken makes none.
        offered.look_through(lambda record: False)
        with Journal.open(places().data) as kept:
            if not yes and _someone_is_there() and taking.deletes_here(kept, offered):
                progress.clear()
                if not click.confirm(words.DELETES, err=True):
                    remark(words.LEFT)
                    return 1
            told = taking.take_in(kept, offered)
    if as_json:
        show_json(_as_json(told.records, told.sessions, told.deleted))
    else:
        show(words.taken_in(told.records, told.sessions, told.deleted))
    return 0


def _as_json(records: int, sessions: int, deleted: int) -> dict[str, Any]:
    return {"records": records, "sessions": sessions, "deleted": deleted}


def _someone_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
