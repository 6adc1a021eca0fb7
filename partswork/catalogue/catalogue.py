"""Finding scripts, and joining each with the shared scripts it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from partswork.catalogue.entries import Entry, Source, entry_of, unusable_entry
from partswork.catalogue.files import ENDINGS, read_file, script_files
from partswork.catalogue.index import library_folder, shipped_entries
from partswork.errors import ScriptUnusable
from partswork.script.finding import Mark
from partswork.script.linking import link, needed
from partswork.script.model import Bundle
from partswork.script.near import nearest
from partswork.script.reader import Reading, read
from partswork.wording import commands as words


@dataclass(frozen=True, slots=True)
class Found:
    """One script file, read and joined.

    Attributes:
        bundle: all that a session needs, None where its findings stand in the way.
        texts: the text of the script and of each shared script it reaches, by id.
    """

    file: Path
    source: Source
    reading: Reading
    bundle: Bundle | None
    texts: Mapping[str, str]

    def usable(self) -> Bundle:
        """Return the bundle.

        Raises:
            ScriptUnusable: it has errors, or is only shared.
        """
        if self.bundle is None:
            raise ScriptUnusable(words.script_has_errors(str(self.file), len(self.reading.errors)))
        if self.bundle.script.shared:
            raise ScriptUnusable(words.ONLY_SHARED)
        return self.bundle


class Catalogue:
    """The built-in scripts and those in the person's own folder."""

    def __init__(self, own: Path) -> None:
        """Begin; nothing is read yet.

        Args:
            own: the folder of the person's own scripts, which need not exist.
        """
        self._own = own
        self._library = library_folder()

    def entries(self) -> list[Entry]:
        """Return every script that can be run, then those of one's own that cannot."""
        good, bad = shipped_entries(), []
        for path in script_files(self._own):
            found = self.read(path)
            script = found.reading.script
            if found.bundle is None or script is None:
                bad.append(unusable_entry(path, found.reading.errors))
            elif not script.shared:
                good.append(entry_of(script, "own", path))
        return good + bad

    def find(self, name: str) -> Found:
        """Return the script of that id, or in that file.

        Raises:
            ScriptUnusable: there is none; the nearest id is named.
        """
        if name.endswith(ENDINGS) or "/" in name or "\\" in name:
            return self.read(Path(name).absolute())
        for path in (self._library / f"{name}.yaml", *(self._own / (name + ending) for ending in ENDINGS)):
            if path.is_file():
                return self.read(path)
        known = [entry.id for entry in self.entries()]
        raise ScriptUnusable(words.no_such_script(name, nearest(name, known)))

    def files(self) -> list[Path]:
        """Return every script file of the library, shared ones too, built-in before one's own."""
        folders = (self._library, self._library / "shared", self._own, self._own / "shared")
        return [path for folder in folders for path in script_files(folder)]

    def read(self, path: Path) -> Found:
        """Read one file and join it with the shared scripts it reaches."""
        source: Source = "built-in" if path.is_relative_to(self._library) else "own"
        reading = read_file(path)
        reached = self._reach(reading, path)
        available = [found.stem for folder in self._shared_folders(path) for found in script_files(folder)]
        bundle = link(reading, {id: one for id, (one, _) in reached.items()}, available)
        if path.parent == self._own and (self._library / path.name).is_file():
            reading.findings.add("PW080", Mark(1, 1), id=path.stem)
            bundle = None
        texts = {id: one.text for id, (one, _) in reached.items()}
        if bundle is not None:
            texts[bundle.script.id] = reading.text
        return Found(path, source, reading, bundle, texts)

    def _reach(self, reading: Reading, path: Path) -> dict[str, tuple[Reading, Path]]:
        """Return every shared script a script reaches, each joined with those it uses itself."""
        reached: dict[str, tuple[Reading, Path]] = {}
        waiting = [(reading, path)]
        while waiting:
            using, place = waiting.pop()
            if using.script is None:
                continue
            for id in needed(using.script):
                found = self._shared(id, place)
                if found is None:
                    continue
                if id not in reached:
                    reached[id] = (read_file(found), found)
                    waiting.append(reached[id])
                elif reached[id][1] != found:
                    using.findings.add("PW068", Mark(1, 1), id=id)
        readings = {id: one for id, (one, _) in reached.items()}
        for one, place in reached.values():
            folders = self._shared_folders(place)
            link(one, readings, [file.stem for folder in folders for file in script_files(folder)])
        return reached

    def _shared(self, id: str, path: Path) -> Path | None:
        """Return the file of the shared script that a script at `path` means."""
        for folder in self._shared_folders(path):
            for ending in ENDINGS:
                file = folder / (id + ending)
                if file != path and file.is_file():
                    return file
        return None

    def _shared_folders(self, path: Path) -> tuple[Path, ...]:
        built_in = self._library / "shared"
        if path.is_relative_to(self._library):
            return (built_in,)
        return (path.parent, self._own / "shared", built_in)


def join(script: str, texts: Mapping[str, str]) -> Bundle | None:
    """Join a script again from texts kept when its session began, None where they no longer fit.

    Args:
        script: its id.
        texts: the text of it and of each shared script it reaches, by id.
    """
    readings = {id: read(text.encode("utf-8")) for id, text in texts.items()}
    shared = {id: reading for id, reading in readings.items() if id != script}
    for reading in shared.values():
        link(reading, shared, shared)
    return link(readings[script], shared, shared) if script in readings else None
