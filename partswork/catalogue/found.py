"""A script file, read and joined with the shared scripts it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from partswork.catalogue.entries import Entry, Source
from partswork.catalogue.files import read_file
from partswork.catalogue.folders import (
    ENDINGS,
    is_built_in,
    is_file,
    library_folder,
    script_files,
    shared_folders,
)
from partswork.errors import ScriptUnusable
from partswork.script.finding import Finding, Mark
from partswork.script.linking import link, needed
from partswork.script.model import Bundle
from partswork.script.reader import Reading, read
from partswork.script.words import plain_text
from partswork.wording import commands as words

if TYPE_CHECKING:
    from partswork.catalogue.verdicts import Verdict
    from partswork.proof import Proof


@dataclass(frozen=True)
class Found:
    """One script file.

    Attributes:
        bundle: all that a session needs, None where its findings stand in the way.
        texts: the text of the script and of each shared script it reaches, by id.
    """

    file: Path
    source: Source
    reading: Reading
    bundle: Bundle | None
    texts: Mapping[str, str]

    @cached_property
    def proof(self) -> Proof | None:
        """Whether its promises are kept on every way through; None where it could not be joined."""
        # Imported here: most of what is found is only listed.
        from partswork.proof import prove

        return prove(self.bundle, self.reading.text.splitlines()) if self.bundle is not None else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, by line; what is broken on some way through as well."""
        proved = self.proof.findings if self.proof is not None else ()
        return tuple(sorted((*self.reading.findings.sorted(), *proved), key=lambda finding: finding.mark))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep it from being run."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def proved_with_the_rest(self) -> bool:
        """Whether it is one of the built-in scripts: those are proved before they are given away."""
        return self.source == "built-in"

    @property
    def not_proved(self) -> bool:
        """Whether it can be run, but was too large to be proved: whoever runs it is told."""
        proof = self.proof if not self.proved_with_the_rest else None
        return proof is not None and not proof.broken and "not proved" in proof.promises.values()

    def is_broken_as(self, begun: Bundle) -> bool:
        """Whether the version of it that a session began on breaks a promise, as far as is known today."""
        if begun == self.bundle and self.proved_with_the_rest:
            return False
        from partswork.proof import prove

        return prove(begun).broken

    def usable(self) -> Bundle:
        """Return the bundle.

        Raises:
            ScriptUnusable: it has errors, breaks a promise, or is only shared.
        """
        if self.bundle is None or (not self.proved_with_the_rest and self.errors):
            raise ScriptUnusable(words.script_has_errors(str(self.file), len(self.errors)))
        if self.bundle.script.shared:
            raise ScriptUnusable(words.ONLY_SHARED)
        return self.bundle

    def entry(self, verdict: Verdict | None = None) -> Entry:
        """Return what a listing says about it.

        Args:
            verdict: what proving it came to, None where that is not known.
        """
        script = self.reading.script
        if script is None or self.bundle is None:
            stem = self.file.stem
            return Entry(stem, stem, "", "", "", "", "own", (), self.file, findings=self.reading.errors)
        return Entry(
            id=script.id,
            title=script.title,
            about=plain_text(script.about),
            depth=script.depth,
            company=script.company,
            language=script.language,
            source=self.source,
            tags=script.tags,
            file=self.file,
            minutes=verdict.minutes if verdict is not None else None,
            findings=verdict.errors if verdict is not None else (),
        )


def read_found(path: Path, own: Path) -> Found:
    """Read one file and join it with the shared scripts it reaches.

    Args:
        path: the file, which may be anything.
        own: the folder of the person's own scripts.
    """
    reading = read_file(path)
    reached = _reach(reading, path, own)
    readings = {id: one for id, (one, _) in reached.items()}
    bundle = link(reading, readings, _available(path, own))
    if path.parent == own and not is_built_in(path) and is_file(library_folder() / f"{path.stem}.yaml"):
        reading.findings.add("PW080", Mark(1, 1), id=path.stem)
        bundle = None
    elif (used := _used_instead(path)) is not None:
        reading.findings.add("PW081", Mark(1, 1), name=used.name)
        bundle = None
    texts = {id: one.text for id, one in readings.items()}
    if bundle is not None:
        texts[bundle.script.id] = reading.text
    return Found(path, "built-in" if is_built_in(path) else "own", reading, bundle, texts)


def _used_instead(path: Path) -> Path | None:
    """Return the file of the same name, with an ending that is looked for first, None where there is none."""
    before = ENDINGS[: ENDINGS.index(path.suffix)] if path.suffix in ENDINGS else ()
    return next((other for ending in before if is_file(other := path.with_suffix(ending))), None)


def join(script: str, texts: Mapping[str, str]) -> Bundle | None:
    """Join a script again from texts kept when its session began, None where they no longer fit.

    Args:
        script: its id.
        texts: the text of it and of each shared script it reaches, by id.
    """
    readings = {id: read(text.encode("utf-8")) for id, text in texts.items()}
    shared = {id: reading for id, reading in readings.items() if id != script}
    _link_all([(reading, shared, list(shared)) for reading in shared.values()])
    return link(readings[script], shared, shared) if script in readings else None


def _reach(reading: Reading, path: Path, own: Path) -> dict[str, tuple[Reading, Path]]:
    """Return every shared script a script reaches, each joined with those it uses itself."""
    reached: dict[str, tuple[Reading, Path]] = {}
    waiting = [(reading, path)]
    while waiting:
        using, place = waiting.pop()
        if using.script is None:
            continue
        for id in needed(using.script):
            file = _shared_file(id, place, own)
            if file is None:
                continue
            if id not in reached:
                reached[id] = (read_file(file), file)
                waiting.append(reached[id])
            elif reached[id][1] != file:
                using.findings.add("PW068", Mark(1, 1), id=id)
    _link_all(
        [
            (one, _seen_from(one, place, own, reached), _available(place, own))
            for one, place in reached.values()
        ]
    )
    return reached


def _seen_from(
    one: Reading, place: Path, own: Path, reached: Mapping[str, tuple[Reading, Path]]
) -> dict[str, Reading]:
    """Return the shared scripts that were reached, without those that `one` names but cannot see itself."""
    named = needed(one.script) if one.script is not None else ()
    unseen = {id for id in named if _shared_file(id, place, own) is None}
    return {id: reading for id, (reading, _) in reached.items() if id not in unseen}


def _link_all(shared: list[tuple[Reading, Mapping[str, Reading], list[str]]]) -> None:
    """Join shared scripts with those they use: each with the others it sees, and the ids there are.

    Again while something new is found: what stands in the way of one stands in the way of all that
    use it, in whatever order they were reached.
    """
    before = -1
    while (errors := sum(len(reading.errors) for reading, _, _ in shared)) != before:
        before = errors
        for reading, others, available in shared:
            link(reading, others, available)


def _shared_file(id: str, path: Path, own: Path) -> Path | None:
    """Return the file of the shared script that the script at `path` means by an id."""
    for folder in shared_folders(path, own):
        for ending in ENDINGS:
            file = folder / (id + ending)
            if file != path and is_file(file):
                return file
    return None


def _available(path: Path, own: Path) -> list[str]:
    return [
        file.stem for folder in shared_folders(path, own) for file in script_files(folder) if file != path
    ]
