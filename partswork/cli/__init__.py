"""The command line: a file a family of commands, each importing what it needs when it runs."""

from partswork.cli.entry import main

__all__ = ["main"]
