"""Reading a script file: bytes in, a script and everything there is to say about it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partswork.script.finding import Finding, Findings, Mark
from partswork.script.flow import check_flow
from partswork.script.keys import Keys
from partswork.script.model import FORMAT, INPUT_KINDS, Company, Depth, InputKind, Script, Section
from partswork.script.shapes import NEVER_SHARED, ONLY_SHARED, SCRIPT, SECTION
from partswork.script.source import take_in
from partswork.script.step_reader import StepReader
from partswork.script.steps import Name
from partswork.script.texts import read_name
from partswork.script.tree import Table, Text
from partswork.script.tree_reader import read_tree
from partswork.wording.findings import ends_in_txt

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file.

    Attributes:
        text: the file's text, cleaned; "" where it is not text.
        script: None where there is no script to speak of. A script read with errors is still
            here, so that its names can be checked, but it must not be run.
        findings: begun here, added to by `linking.link`.
    """

    text: str
    script: Script | None
    findings: Findings

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep it from being run."""
        return tuple(finding for finding in self.findings.sorted() if finding.severity == "error")


def read(raw: bytes, stem: str | None = None) -> Reading:
    """Read a script.

    Args:
        raw: the bytes of the file.
        stem: the file's name without its ending, which the script's id must be; None to not ask.
    """
    source, findings = take_in(raw)
    if not source.usable:
        return Reading(source.text, None, findings)
    tree = read_tree(source.text, source.lines, findings)
    if tree is None:
        return Reading(source.text, None, findings)
    if not isinstance(tree, Table):
        findings.add("PW012", tree.at)
        return Reading(source.text, None, findings)
    if _from_the_future(tree, findings):
        return Reading(source.text, None, findings)
    script = _script(tree, findings, stem)
    check_flow(script, findings)
    return Reading(source.text, script, findings)


def _from_the_future(table: Table, findings: Findings) -> bool:
    _, value = table.entries.get("partswork", (None, None))
    said = value.value.strip() if isinstance(value, Text) else ""
    if value is None or not (said.isascii() and said.isdigit()) or int(said[:9]) <= FORMAT:
        return False
    findings.add("PW025", value.at, number=said)
    return True


def _script(table: Table, findings: Findings, stem: str | None) -> Script:
    keys = Keys(table, SCRIPT, findings)
    shared = keys.yes("shared")
    keys.number("partswork", FORMAT)
    id = keys.id("id")
    if stem is not None and id.text and id.text != stem:
        # Editors put .txt behind a name, and folders hide it.
        suggestion = ends_in_txt(stem) if stem.endswith((".yaml", ".yml")) else None
        findings.add("PW019", id.at, suggestion=suggestion, id=id.text, stem=stem)
    language = keys.line("language", seen=False)
    if language and not _LANGUAGE.fullmatch(language):
        near = (language, ("en", "de"))
        findings.add("PW023", keys.at("language"), key="language", value=language, near=near)
    _whole(keys, shared)
    stop = keys.id("if_they_stop")
    unclear: list[Name] = []
    sections = _sections(keys, id.text, unclear)
    depth: Depth
    # What is missing has been told; what is said about sections goes by what their author seems to mean.
    match keys.one_of("depth", "deep" if any(section.deep for section in sections) else "settling"):
        case "deep":
            depth = "deep"
        case "meeting":
            depth = "meeting"
        case _:
            depth = "settling"
    company: Company = "therapist" if keys.one_of("company", "alone") == "therapist" else "alone"
    return Script(
        id=id.text,
        title=keys.line("title", seen=True),
        about=keys.words("about"),
        version=keys.line("version", seen=False),
        language=language,
        sections=sections,
        depth=depth,
        company=company,
        if_they_stop=stop.text or None,
        if_they_stop_at=stop.at,
        tags=tuple(text.value.strip() for text in keys.texts("tags", seen=False)),
        note=keys.note(),
        shared=shared,
        takes=_takes(keys),
        returns=_returns(keys),
        grounds=keys.yes("grounds"),
        unclear=tuple(unclear),
    )


def _whole(keys: Keys, shared: bool) -> None:
    """Check which keys a script, or a shared script, must and may not have."""
    findings, first = keys.findings, keys.first
    if shared:
        for key in sorted(NEVER_SHARED):
            if keys.has(key):
                findings.add("PW054", keys.key_at(key), key=key)
        if not keys.has("steps"):
            findings.add("PW021", first, key="steps")
        return
    for key in sorted(ONLY_SHARED):
        if keys.has(key):
            findings.add("PW055", keys.key_at(key), key=key)
    for key in ("depth", "if_they_stop"):
        if not keys.has(key):
            findings.add("PW021", first, key=key)
    if not keys.has("sections") and not keys.has("steps"):
        findings.add("PW021", first, key="sections")
    if keys.has("sections") and keys.has("steps"):
        findings.add("PW027", keys.key_at("steps"), key="steps", other="sections")


def _sections(keys: Keys, script: str, unclear: list[Name]) -> tuple[Section, ...]:
    findings = keys.findings
    if not keys.has("sections"):
        steps = StepReader(findings, script, "main", unclear).steps(keys, "steps")
        return (Section(id="main", at=keys.first, title=None, steps=steps),)
    sections = []
    seen: dict[str, Mark] = {}
    for item in keys.items("sections", "sections"):
        if not isinstance(item, Table):
            keys.expected("sections", item.at, "sections")
            continue
        _, said = item.entries.get("id", (None, None))
        findings.section = said.value.strip() if isinstance(said, Text) else None
        inner = Keys(item, SECTION, findings)
        id = inner.id("id")
        if id.text in seen:
            findings.add("PW017", id.at, what=id.text, line=seen[id.text].line)
        elif id.text:
            seen[id.text] = id.at
        sections.append(
            Section(
                id=id.text,
                at=id.at,
                title=inner.maybe_words("title"),
                steps=StepReader(findings, script, id.text, unclear).steps(inner, "steps"),
                deep=inner.yes("deep"),
                needs=inner.condition("needs") if inner.has("needs") else None,
                opening=inner.yes("opening"),
                closing=inner.yes("closing"),
                note=inner.note(),
            )
        )
        findings.section = None
    return tuple(sections)


def _takes(keys: Keys) -> dict[str, InputKind]:
    takes: dict[str, InputKind] = {}
    lines: dict[str, int] = {}
    for item in keys.items("takes", "inputs"):
        if not isinstance(item, Table) or len(item.entries) != 1:
            keys.expected("takes", item.at, "inputs")
            continue
        ((key, value),) = item.entries.values()
        name = read_name(key, keys.findings)
        kind = value.value.strip() if isinstance(value, Text) else ""
        known = next((legal for legal in INPUT_KINDS if legal == kind), None)
        if known is None:
            keys.findings.add("PW023", value.at, key=key.value, value=kind, near=(kind, INPUT_KINDS))
        if name.text in takes:
            keys.findings.add("PW017", key.at, what=name.text, line=lines[name.text])
        elif name.text:
            takes[name.text], lines[name.text] = known or "part", key.at.line
    return takes


def _returns(keys: Keys) -> dict[str, Mark]:
    returns: dict[str, Mark] = {}
    for text in keys.texts("returns", seen=False):
        name = read_name(text, keys.findings)
        if name.text in returns:
            keys.findings.add("PW017", text.at, what=name.text, line=returns[name.text].line)
        elif name.text:
            returns[name.text] = name.at
    return returns
