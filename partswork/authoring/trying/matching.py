"""Holding a test against the script it is of: every name and every section in it must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partswork.authoring.trying.answering import NoAnswer, value_of
from partswork.authoring.trying.model import Answers, ScriptTest
from partswork.script.finding import Findings, Mark
from partswork.script.model import Bundle, Script, every_step
from partswork.script.steps import DISTRESS, Question, Step, Use, saved_name


def match(test: ScriptTest, bundle: Bundle, findings: Findings) -> None:
    """Note every answer and every section of a test that its script does not have."""
    for name, answers in test.answers.items():
        if findings.full:
            return
        questions = list(_questions(bundle, name))
        if questions:
            _match_answers(name, answers, questions, findings)
        else:
            _tell_unknown(bundle, name, answers.at, findings)
    if test.stops_after is not None and not any(_questions(bundle, test.stops_after.text)):
        _tell_unknown(bundle, test.stops_after.text, test.stops_after.at, findings)
    places = [section.id for section in bundle.script.sections]
    # Grounding that came in between stands in no section.
    places.append(bundle.if_they_stop.id)
    for section in (*test.passes, *test.never):
        if section.text not in places:
            findings.add("PW040", section.at, near=(section.text, places), section=section.text)


def _match_answers(name: str, answers: Answers, questions: list[Question], findings: Findings) -> None:
    for written in answers.each:
        if not written.said:
            continue
        refused = []
        for question in questions:
            try:
                value_of(name, question, written)
            except NoAnswer as error:
                refused.append(error)
        if len(refused) == len(questions):
            refused[0].tell(findings)


def _tell_unknown(bundle: Bundle, name: str, at: Mark, findings: Findings) -> None:
    result = f"{name}."
    names = list(dict.fromkeys(_names(bundle)))
    inside = [one for one in names if one.startswith(result)]
    if inside:
        findings.add("PW204", at, name=name, inside=inside[0])
    else:
        findings.add("PW203", at, near=(name, names), name=name, script=bundle.script.id)


def _questions(bundle: Bundle, name: str) -> Iterator[Question]:
    """Yield the questions whose answers have this name in a test."""
    *way, last = name.split(".")
    scripts = [bundle.script, *(bundle.shared.values() if name == DISTRESS else ())]
    for piece in way:
        scripts = [*_used_as(bundle, scripts, piece)]
    for script in scripts:
        for step in _steps(script):
            if isinstance(step, Question) and saved_name(step) == last and (last != DISTRESS or not way):
                yield step


def _used_as(bundle: Bundle, scripts: Iterable[Script], name: str) -> Iterator[Script]:
    """Yield the shared scripts whose answers stand behind a name and a dot."""
    found = {}
    for script in scripts:
        for step in _steps(script):
            if isinstance(step, Use) and _prefix(step) == name:
                found[step.script.text] = bundle.shared[step.script.text]
        if script is bundle.script and bundle.if_they_stop.id == name:
            found[name] = bundle.if_they_stop
    yield from found.values()


def _names(bundle: Bundle) -> Iterator[str]:
    """Yield the names of the script's own answers, and of those in the shared scripts it uses itself."""
    for step in _steps(bundle.script):
        if isinstance(step, Question):
            yield saved_name(step)
    yield DISTRESS
    uses = [step for step in _steps(bundle.script) if isinstance(step, Use)]
    inside = [(_prefix(step), bundle.shared[step.script.text]) for step in uses]
    for prefix, script in (*inside, (bundle.if_they_stop.id, bundle.if_they_stop)):
        for step in _steps(script):
            if isinstance(step, Question) and saved_name(step) != DISTRESS:
                yield f"{prefix}.{saved_name(step)}"


def _prefix(use: Use) -> str:
    return use.save_as.text if use.save_as is not None else use.script.text


def _steps(script: Script) -> Iterator[Step]:
    for section in script.sections:
        yield from every_step(section.steps)
