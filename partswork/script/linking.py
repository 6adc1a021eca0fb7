"""Joining a script with the shared scripts it uses, and checking what they give each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from partswork.near import nearest
from partswork.script.answers import ResultKind, kind_of_input
from partswork.script.finding import Findings
from partswork.script.flow import asks_inward
from partswork.script.model import Bundle, Script, Section, every_step
from partswork.script.names import Names, check_names
from partswork.script.reader import Reading
from partswork.script.steps import Name, NamePart, Use

UNBURDENING = "unburdening"
"""The tag of shared scripts that may only be reached with a therapist in the room."""


def link(reading: Reading, shared: Mapping[str, Reading], available: Iterable[str]) -> Bundle | None:
    """Check a script against the shared scripts it reaches, and join them.

    Args:
        reading: the script; its findings are added to.
        shared: every shared script it reaches, directly or through others, that could be found.
        available: the ids of shared scripts that may be used, for suggestions.

    Returns:
        All a session needs, or None where something stands in the way.
    """
    script, findings = reading.script, reading.findings
    if script is None:
        return None
    linking = _Linking(script, shared, tuple(available), findings)
    linking.check()
    if reading.errors:
        return None
    _look_at_depth(script, findings)
    return Bundle(script, {id: found.script for id, found in shared.items() if found.script is not None})


def uses(script: Script) -> Iterator[tuple[Section, Use]]:
    """Yield every `use` of a script with its section, in writing order."""
    for section in script.sections:
        for step in every_step(section.steps):
            if isinstance(step, Use):
                yield section, step


def needed(script: Script) -> Iterator[str]:
    """Yield the ids of the shared scripts a script names itself."""
    if script.if_they_stop:
        yield script.if_they_stop
    for _, use in uses(script):
        if use.script.text:
            yield use.script.text


def _look_at_depth(script: Script, findings: Findings) -> None:
    """Tell of the first step that asks for a part in a script that is said to settle only.

    A shared script that takes a part can be given none that was not asked for.
    """
    if script.shared or script.depth != "settling":
        return
    for section in script.sections:
        for step in every_step(section.steps):
            if isinstance(step, NamePart):
                findings.section = section.id
                findings.add("PW085", step.at)
                findings.section = None
                return


class _Linking:
    def __init__(
        self, script: Script, shared: Mapping[str, Reading], available: tuple[str, ...], findings: Findings
    ) -> None:
        self._script, self._shared, self._available, self._findings = script, shared, available, findings
        self._known: dict[str, dict[str, Script]] = {}
        self._inward: dict[str, bool] = {}

    def check(self) -> None:
        names = Names(self._script, self._findings.unclear)
        self._check_stop()
        for section, use in uses(self._script):
            self._findings.section = None if self._script.shared else section.id
            used = self._find(use.script)
            if use.save_as is not None and use.save_as.text:
                names.add(use.save_as, ResultKind(tuple(used.returns)) if used else None)
            if used is not None:
                self._check_use(use, used, section, names)
        self._findings.section = None
        names.check_alike(self._findings)
        check_names(self._script, names, self._findings)

    def _find(self, name: Name) -> Script | None:
        """Return a shared script that can be used, or say why it cannot."""
        if not name.text:
            return None
        reading = self._shared.get(name.text)
        itself = self._script.shared and name.text == self._script.id
        if (
            reading is not None
            and reading.script is not None
            and not (reading.errors or reading.script.shared)
        ):
            self._findings.add("PW056", name.at, id=name.text)
        elif itself or self._script.id in self._reached(name.text):
            # Before all else: whoever comes round to itself has faults on account of that alone.
            self._findings.add("PW051", name.at, id=name.text)
        elif reading is None:
            self._findings.add("PW050", name.at, near=(name.text, self._available), id=name.text)
        elif reading.script is None or reading.errors:
            self._findings.add("PW052", name.at, id=name.text)
        else:
            return reading.script
        return None

    def _reached(self, id: str) -> dict[str, Script]:
        """Return a shared script with all it uses, however indirectly."""
        if id in self._known:
            return self._known[id]
        reached: dict[str, Script] = {}
        waiting = [id]
        while waiting:
            next_id = waiting.pop()
            reading = self._shared.get(next_id)
            if next_id in reached or reading is None or reading.script is None:
                continue
            reached[next_id] = reading.script
            waiting += needed(reading.script)
        self._known[id] = reached
        return reached

    def _asks_inward(self, id: str, reached: dict[str, Script]) -> bool:
        if id not in self._inward:
            self._inward[id] = any(asks_inward(script) for script in reached.values())
        return self._inward[id]

    def _check_stop(self) -> None:
        if self._script.if_they_stop is None:
            return
        at = self._script.if_they_stop_at
        grounding = self._find(Name(self._script.if_they_stop, at))
        if grounding is not None and (not grounding.grounds or grounding.takes):
            self._findings.add("PW059", at, id=grounding.id)

    def _check_use(self, use: Use, used: Script, section: Section, names: Names) -> None:
        findings = self._findings
        missing = [word for word in used.takes if word not in use.given]
        for word, name in use.given.items():
            if word in used.takes:
                wanted = used.takes[word]
                names.expect(name, kind_of_input(wanted), wanted)
                continue
            findings.add("PW060", use.given_at[word], near=(word, used.takes), input=word, id=used.id)
            meant = nearest(word, missing)
            if meant is not None:
                missing.remove(meant)
        for word in missing:
            findings.add("PW061", use.script.at, input=word, id=used.id)
        if use.save_as is not None and not used.returns:
            findings.add("PW062", use.save_as.at, id=used.id)
        reached = self._reached(used.id)
        if self._script.company != "therapist" and not self._script.shared:
            for script in reached.values():
                if UNBURDENING in script.tags:
                    findings.add("PW063", use.script.at, id=script.id)
        outward = self._script.grounds or (section.closing and self._script.depth != "settling")
        if outward and self._asks_inward(used.id, reached):
            findings.add("PW058" if self._script.grounds else "PW074", use.script.at)
