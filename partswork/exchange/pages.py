"""Markdown: a page for each session and one for each part, for Obsidian and whatever else reads it.

The second line of a page says that partswork wrote it, about what, and what it then held, so that a
later export replaces its own pages and none that somebody has changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partswork.exchange.chapter import Chapter, chapter
from partswork.exchange.escaping import in_a_line, paragraphs, quoted, scalar
from partswork.exchange.names import part_names, session_names
from partswork.journal import Journal, KnownPart, SessionSummary
from partswork.wording import exchange as words

PARTS = "parts"
"""The folder of the pages about parts, beside those of the sessions."""

_MARK = re.compile(r"---\npartswork: \"([0-9a-f]{32}) ([0-9a-f]{16})\"\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written.

    Attributes:
        place: its folder, if any, and name.
        id: of the session or the part.
        text: all of it.
    """

    place: tuple[str, ...]
    id: str
    text: str


def pages(journal: Journal, chosen: Sequence[SessionSummary]) -> Iterator[Page]:
    """Yield the pages of some sessions, then those of the parts that they name."""
    known = {part.id: part for part in journal.parts()}
    names, links = session_names(chosen), part_names(known.values())
    met: dict[str, list[SessionSummary]] = {}
    for summary in chosen:
        told = chapter(journal, summary)
        for part in told.parts:
            met.setdefault(part, []).append(summary)
        text = _session(told, [_link(links, known[part]) for part in told.parts if part in known])
        yield Page((f"{names[summary.id]}.md",), summary.id, _marked(summary.id, text))
    alike = _alike(known.values())
    for id, about in known.items():
        if id in met:
            relations = [(kind, _related(alike, links, other)) for kind, other in about.relations]
            text = _part(about, relations, [names[one.id] for one in met[id]])
            yield Page((PARTS, f"{links[id]}.md"), id, _marked(id, text))


def is_own(text: str, id: str) -> bool:
    """Say whether partswork wrote this page, about this very thing, and nobody has changed it since."""
    mark = _MARK.match(text)
    return mark is not None and mark.group(1) == id and mark.group(2) == _digest("---\n" + text[mark.end() :])


def _marked(id: str, text: str) -> str:
    return text.replace("---\n", f'---\npartswork: "{id} {_digest(text)}"\n', 1)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _session(told: Chapter, links: Sequence[str]) -> str:
    summary = told.summary
    facts = {
        "id": scalar(summary.id),
        "script": scalar(summary.script),
        "title": scalar(summary.title),
        "started": scalar(summary.started),
        "ended": scalar(summary.ended) if summary.ended is not None else "null",
        "state": scalar(summary.state),
        "parts": _sequence(scalar(link) for link in links),
        "distress": _sequence(str(one) if isinstance(one, int) else scalar(one) for one in told.distress),
    }
    lines = [*_front(facts), "", f"# {in_a_line(summary.title)}"]
    for one in told.told:
        lines += ["", *(paragraphs(str(one.words)) if one.words else [words.LINE])]
        lines += ["", *quoted(one.answer or "")]
    if links:
        lines += ["", f"{words.PARTS_MET}: {', '.join(links)}"]
    return "\n".join([*lines, ""])


def _part(part: KnownPart, relations: Sequence[tuple[str, str]], sessions: Sequence[str]) -> str:
    facts = {
        "id": scalar(part.id),
        "name": scalar(part.name),
        "role": scalar(part.role) if part.role is not None else "null",
        "first_met": scalar(part.first_met),
        "last_met": scalar(part.last_met),
        **{name: scalar(part.fields[name]) for name in words.FIELDS if name in part.fields},
        **{kind: _sequence(scalar(link) for of, link in relations if of == kind) for kind in words.RELATIONS},
    }
    lines = [*_front(facts), "", f"# {in_a_line(part.name) or words.UNNAMED}", ""]
    if part.role is not None:
        lines += [f"{words.ROLE}: {in_a_line(part.role)}", ""]
    for name, label in words.FIELDS.items():
        if name in part.fields:
            lines += [f"{label}:", "", *quoted(part.fields[name]), ""]
    lines += [f"- {words.RELATIONS[kind]} {link}" for kind, link in relations if kind in words.RELATIONS]
    lines += ["", f"{words.SESSIONS}:", "", *(f"- [[{name}]]" for name in sessions)]
    return "\n".join([*lines, ""])


def _front(facts: Mapping[str, str]) -> list[str]:
    return ["---", *(f"{key}: {value}" for key, value in facts.items()), "---"]


def _sequence(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _link(links: Mapping[str, str], part: KnownPart) -> str:
    return f"[[{links[part.id]}]]"


def _alike(parts: Iterable[KnownPart]) -> dict[str, list[KnownPart]]:
    by_name: dict[str, list[KnownPart]] = {}
    for part in parts:
        by_name.setdefault(part.name, []).append(part)
    return by_name


def _related(alike: Mapping[str, list[KnownPart]], links: Mapping[str, str], name: str) -> str:
    """Return a link to the part of that name; where several have it, the name alone."""
    called = alike.get(name, [])
    return _link(links, called[0]) if len(called) == 1 else in_a_line(name)
