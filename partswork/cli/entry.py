"""The door: finds the command, and turns every error into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import TracebackType

import click

from partswork import __version__
from partswork.cli.listing import remark
from partswork.errors import PartsworkError
from partswork.wording import commands as words

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "today": "partswork.cli.sitting",
    "run": "partswork.cli.sitting",
    "scripts": "partswork.cli.library",
    "new": "partswork.cli.beginning",
    "check": "partswork.cli.checking",
    "walk": "partswork.cli.trying",
    "test": "partswork.cli.trying",
    "explain": "partswork.cli.explaining",
    "schema": "partswork.cli.beginning",
    "graph": "partswork.cli.drawing",
    "routes": "partswork.cli.drawing",
    "journal": "partswork.cli.keeping",
    "export": "partswork.cli.exchanging",
    "import": "partswork.cli.exchanging:take_in",
    "paths": "partswork.cli.places",
    "help-now": "partswork.cli.places",
}
"""Each command, and the module that has it, with its name there if that is another; imported when called."""


class Commands(click.Group):
    """A group whose commands are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order they are listed."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), name or cmd_name.replace("-", "_"))
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; where there is none, say which may be meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            # Imported here: comparing words costs a start something, and nearly none needs it.
            from partswork.near import nearest

            ctx.fail(words.no_such_command(args[0], nearest(args[0], COMMANDS)))
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=words.ABOUT,
    epilog=words.EPILOG,
)
@click.version_option(__version__, prog_name="partswork", message="%(prog)s %(version)s")
@click.pass_context
def partswork(ctx: click.Context) -> int | None:
    """Begin today's check-in where no command is given."""
    if ctx.invoked_subcommand is not None:
        return None
    from partswork.cli.sitting import home

    return home()


def main() -> None:
    """Run the command line and exit."""
    _leave_no_core_dump()
    _open_what_is_closed()
    code = _run()
    sys.exit(code if _written_out(told=code != DONE) else code or FAILED)


def _run() -> int:
    try:
        code = partswork.main(prog_name="partswork", standalone_mode=False)
    except click.ClickException as error:
        # It quotes what was typed, which may hold anything; said by us, it is cleaned.
        told = StringIO()
        error.show(told)
        remark(told.getvalue().rstrip())
        return WRONG_USAGE if isinstance(error, click.UsageError) else FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except PartsworkError as error:
        remark(error.sentence)
        return error.exit_code
    except BrokenPipeError:
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last door: a sentence, and no values, whatever broke
        remark(words.broken(type(error).__name__, _where(error.__traceback__)))
        return FAILED
    return code if isinstance(code, int) else DONE


def _leave_no_core_dump() -> None:
    """A crash of the interpreter itself writes no memory to the disk. Windows keeps none by itself."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _open_what_is_closed() -> None:
    """A program can be started without these streams; what it says then goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good


def _written_out(*, told: bool) -> bool:
    """Write out what waits to be, and return whether that could be done.

    Args:
        told: a sentence has already said that something failed.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        if not told and not isinstance(error, BrokenPipeError):
            remark(words.broken(type(error).__name__, _where(error.__traceback__)))
        # What nobody takes is let go: Python would try, and complain, once more on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def _where(trace: TracebackType | None) -> str:
    """Return the place where something broke; the places tell no values, so they may be shown around."""
    place = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        place = f"{Path(name).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
