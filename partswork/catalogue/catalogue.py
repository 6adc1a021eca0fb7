"""Finding scripts: the built-in ones, and those in the person's own folder."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from partswork.catalogue.entries import Entry, shipped_entries
from partswork.catalogue.folders import ENDINGS, is_file, library_folder, script_files
from partswork.errors import ScriptUnusable
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue.found import Found
    from partswork.catalogue.verdicts import Verdicts


class Catalogue:
    """All there is to run. The language is imported only when a script is read."""

    def __init__(self, own: Path, verdicts: Path | None = None) -> None:
        """Begin; nothing is read yet.

        Args:
            own: the folder of the person's own scripts, which need not exist.
            verdicts: the file that keeps what proving them came to; None keeps it only here.
        """
        self._own = own
        self._verdicts_file = verdicts

    @cached_property
    def _verdicts(self) -> Verdicts:
        from partswork.catalogue.verdicts import Verdicts

        return Verdicts(self._verdicts_file)

    def entries(self) -> list[Entry]:
        """Return every script that can be run, then those of one's own that cannot.

        Where two files of one's own have the same name, `.yaml` and `.yml`, it is the one that `find` finds.
        Of one's own, promises and minutes are told as far as they are known; `settle` gets to know them.
        """
        own = [found.entry(self._verdicts.of(found)) for found in self._of_ones_own()]
        by_id: dict[str, Entry] = {}
        for entry in sorted(own, key=lambda entry: bool(entry.findings)):
            by_id.setdefault(entry.id, entry)
        return [*shipped_entries(), *by_id.values()]

    def settle(self) -> bool:
        """Prove what of one's own is not proved yet; return whether `entries` has anything new."""
        own = self._of_ones_own()
        return self._verdicts.settle(own) if own else False

    def find(self, name: str) -> Found:
        """Return the script of that id, or in that file.

        Raises:
            ScriptUnusable: there is none; the nearest id is named.
        """
        if name.endswith(ENDINGS) or "/" in name or "\\" in name:
            return self.read(Path(name).absolute())
        for path in (library_folder() / f"{name}.yaml", *(self._own / (name + ending) for ending in ENDINGS)):
            if is_file(path):
                return self.read(path)
        from partswork.near import nearest

        here = next((name + ending for ending in ENDINGS if is_file(Path(name + ending))), None)
        known = [entry.id for entry in self.entries()]
        raise ScriptUnusable(words.no_such_script(name, here or nearest(name, known)))

    def files(self) -> list[Path]:
        """Return every script file of the library, shared ones too, built-in before one's own."""
        library = library_folder()
        folders = (library, library / "shared", self._own, self._own / "shared")
        return [path for folder in folders for path in script_files(folder)]

    def read(self, path: Path) -> Found:
        """Read one file and join it with the shared scripts it reaches."""
        from partswork.catalogue.found import read_found

        return read_found(path, self._own)

    def _of_ones_own(self) -> list[Found]:
        found = [self.read(path) for path in script_files(self._own)]
        return [one for one in found if one.bundle is None or not one.bundle.script.shared]
