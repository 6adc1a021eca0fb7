"""Trying test files, one after the other; each script is read and proved once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from partswork.authoring.trying.files import ids_near, script_of
from partswork.authoring.trying.matching import match
from partswork.authoring.trying.model import ScriptTest
from partswork.authoring.trying.reading import read_test
from partswork.authoring.trying.running import Failure, run
from partswork.catalogue import Catalogue
from partswork.catalogue.files import bytes_of
from partswork.catalogue.folders import ENDINGS
from partswork.catalogue.found import Found
from partswork.errors import ScriptUnusable
from partswork.script.finding import Finding, Findings, Mark


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one test file.

    Attributes:
        test: None where there is none to speak of.
        findings: what is wrong with the file itself; with errors, it was not run.
        failures: what is not as it expects, by line.
    """

    file: Path
    test: ScriptTest | None
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all is as the test expects."""
        return not self.failures and not any(finding.severity == "error" for finding in self.findings)


class Bench:
    """Where tests are tried."""

    def __init__(self, own: Path) -> None:
        """Begin; nothing is read yet.

        Args:
            own: the folder of the person's own scripts.
        """
        self._own = own
        self._catalogue = Catalogue(own)
        self._found: dict[Path, Found] = {}

    def try_out(self, file: Path) -> Tried:
        """Read one test file and run it; whatever stands in the way is told, never raised."""
        test, findings = self._read(file)
        if test is None or _errors(findings):
            return Tried(file, test, findings.sorted())
        script = script_of(test.script.text, file, self._own)
        if script is None:
            name = test.script.text
            near = None if name.endswith(ENDINGS) else (name, ids_near(file, self._own))
            findings.add("PW202", test.script.at, near=near, script=name)
            return Tried(file, test, findings.sorted())
        try:
            bundle = self._find(script).usable()
        except ScriptUnusable as error:
            return Tried(file, test, findings.sorted(), (Failure(test.script.at.line, error.sentence),))
        match(test, bundle, findings)
        failures = () if _errors(findings) else run(test, bundle)
        return Tried(file, test, findings.sorted(), failures)

    def _read(self, file: Path) -> tuple[ScriptTest | None, Findings]:
        raw = bytes_of(file)
        if isinstance(raw, bytes):
            return read_test(raw)
        findings = Findings([])
        findings.add(raw, Mark(1, 1))
        return None, findings

    def _find(self, script: Path) -> Found:
        if script not in self._found:
            self._found[script] = self._catalogue.read(script)
        return self._found[script]


def _errors(findings: Findings) -> bool:
    return any(finding.severity == "error" for finding in findings.sorted())
