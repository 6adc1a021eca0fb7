"""Where a script's steps may lead: what can be seen without walking its paths."""

from __future__ import annotations

from typing import assert_never

from partswork.script.finding import Findings
from partswork.script.model import Script, Section, every_step
from partswork.script.steps import (
    Ask,
    Choose,
    Distress,
    End,
    GoTo,
    Locate,
    NamePart,
    Question,
    Rate,
    Return,
    Scan,
    Step,
)


def check_flow(script: Script, findings: Findings) -> None:
    """Check targets, ends, and which sections may stand where."""
    order: dict[str, int] = {}
    for n, section in enumerate(script.sections):
        order.setdefault(section.id, n)
    last_inside = max((n for n, section in enumerate(script.sections) if not section.closing), default=-1)
    all_opening = True
    for n, section in enumerate(script.sections):
        findings.section = None if script.shared else section.id
        _check_marks(script, section, findings)
        if section.opening and not all_opening:
            findings.add("PW049", section.at, section=section.id, key="opening")
        if section.closing and n < last_inside:
            findings.add("PW049", section.at, section=section.id, key="closing")
        all_opening = all_opening and section.opening
        for step in every_step(section.steps):
            match step:
                case GoTo():
                    _check_go_to(script, order, n, step, findings)
                case End() if script.shared:
                    findings.add("PW054", step.at, key="end")
                case Return() if not script.shared:
                    findings.add("PW055", step.at, key="return")
                case Return() if step.result.text and step.result.text not in script.returns:
                    written, near = step.result, (step.result.text, script.returns)
                    findings.add("PW053", written.at, near=near, result=written.text)
        if script.grounds:
            _only_outward(section, findings, "PW058")
        elif section.closing and script.depth != "settling":
            _only_outward(section, findings, "PW074")
    findings.section = None


def _check_go_to(script: Script, order: dict[str, int], here: int, step: GoTo, findings: Findings) -> None:
    target = step.section
    if script.shared:
        findings.add("PW054", step.at, key="go_to")
    elif target.text and target.text not in order:
        later = (id for id, n in order.items() if n > here and id)
        findings.add("PW040", target.at, near=(target.text, later), section=target.text)
    elif target.text and order[target.text] <= here:
        findings.add("PW042", target.at, section=target.text)


def _check_marks(script: Script, section: Section, findings: Findings) -> None:
    told = [word for word in ("deep", "opening", "closing") if getattr(section, word)]
    if len(told) > 1:
        findings.add("PW027", section.at, key=told[1], other=told[0])
    if section.deep and section.needs is None:
        findings.add("PW047", section.at, section=section.id)
    if section.needs is not None and not section.deep:
        findings.add("PW046", section.at, section=section.id)
    if section.deep and script.depth != "deep":
        findings.add("PW048", section.at, section=section.id, depth=script.depth)


def _only_outward(section: Section, findings: Findings, code: str) -> None:
    for step in every_step(section.steps):
        if _asks_inward(step):
            findings.add(code, step.at)


def asks_inward(script: Script) -> bool:
    """Whether a shared script asks anything but `distress` and `choose`, itself."""
    steps = (step for section in script.sections for step in every_step(section.steps))
    return any(_asks_inward(step) for step in steps)


def _asks_inward(step: Step) -> bool:
    """Whether a step asks what neither a closing section nor a script that grounds may ask."""
    if not isinstance(step, Question):
        return False
    match step:
        case Distress() | Choose():
            return False
        case Ask() | Rate() | Scan() | NamePart() | Locate():
            return True
        case _:
            assert_never(step)
