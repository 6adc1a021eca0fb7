"""The scripts someone names on the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from partswork.cli.listing import remark
from partswork.wording import checking as checking_words
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue import Catalogue
    from partswork.catalogue.found import Found
    from partswork.script.model import Bundle


def catalogue() -> Catalogue:
    """Return all there is to run here."""
    from partswork.catalogue import Catalogue
    from partswork.paths import places

    here = places()
    return Catalogue(here.scripts, here.verdicts)


def found(listed: Catalogue, name: str) -> Found:
    """Return the script in a file, or by id where there is no such file.

    Raises:
        ScriptUnusable: it is no file, and no script has that id.
    """
    from partswork.catalogue.folders import ENDINGS

    if os.path.lexists(name) or name.endswith(ENDINGS) or Path(name).name != name:
        return listed.read(Path(name).absolute())
    return listed.find(name)


def refuse_parted(command: str, names: Sequence[str]) -> None:
    """Refuse several names that are one with blanks in it.

    Raises:
        WrongUsage: none of them is there, and all together they are a file.
    """
    from partswork.errors import WrongUsage

    whole = " ".join(names)
    if len(names) > 1 and Path(whole).is_file() and not any(map(os.path.lexists, names)):
        raise WrongUsage(checking_words.with_blanks(command, whole))


def joined(one: Found) -> Bundle:
    """Return a script that could be joined, whatever it promises; else tell why on standard error.

    Raises:
        ScriptUnusable: it could not.
    """
    from partswork.cli.telling import told
    from partswork.errors import ScriptUnusable

    if one.bundle is None:
        for finding in one.errors:
            remark(told(finding, one.file.name))
            remark("")
        raise ScriptUnusable(words.script_has_errors(str(one.file), len(one.errors)))
    return one.bundle
