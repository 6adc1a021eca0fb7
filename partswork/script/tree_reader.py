"""Reading the quiet part of YAML, event by event.

PyYAML's composer is not safe for strangers' files (100 KB of `[` ends the process), so this reads
the event stream and stops at the first cap that is met. Every scalar stays text.
"""

from __future__ import annotations

from typing import Any

from partswork.cleaning import clean
from partswork.script.finding import ALLOW, Findings, Mark
from partswork.script.slips import around
from partswork.script.source import first_unseen
from partswork.script.tree import Items, Table, Text, Tree
from partswork.wording.findings import YAML_PROBLEMS

DEEPEST = 20
LONGEST_TEXT = 64_000
MOST_EVENTS = 50_000
"""Ours take under 1,500; this many are still read within a second."""

# What the YAML library notices only further on.
_TOLD_WHERE_IT_BEGINS = ("quoted scalar", "simple key")


class _Stopped(Exception):
    """Reading cannot go on; the finding is noted."""


def read_tree(source: str, lines: list[str], findings: Findings) -> Tree | None:
    """Read one document of cleaned text.

    Args:
        source: the text of the file.
        lines: the same, in lines.
        findings: told all that is wrong.

    Returns:
        The tree, or None where the file cannot be read to its end.
    """
    # Imported here: nothing but reading a script needs YAML, and it costs as much as the rest.
    import yaml

    builder = _Builder(lines, findings)
    try:
        for event in yaml.parse(source, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Stopped:
        return None
    except yaml.YAMLError as error:
        if not builder.inside_flow:
            _tell(error, lines, findings)
        return None
    if builder.root is None:
        findings.add("PW012", Mark(1, 1))
    return builder.root


class _Builder:
    def __init__(self, lines: list[str], findings: Findings) -> None:
        self.root: Tree | None = None
        self._lines = lines
        self._findings = findings
        self._stack: list[Items | Table] = []
        self._flow = 0
        self._documents = 0
        self._events = 0

    @property
    def inside_flow(self) -> bool:
        """Whether a list or table in brackets, told already, is not yet closed."""
        return self._flow > 0

    def take(self, event: Any) -> None:
        """Take one event of the YAML parser."""
        self._events += 1
        if self._events > MOST_EVENTS or self._findings.full:
            self._stop("PW007", _mark(event))
        kind = type(event).__name__
        if self._flow:
            self._inside_flow(kind, event)
            return
        match kind:
            case "ScalarEvent":
                self._scalar(event)
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._stop("PW013", _mark(event, 3 if event.explicit else 1))
                if event.version or event.tags:
                    self._findings.add("PW008", _mark(event), what="%")
            case "MappingStartEvent" | "SequenceStartEvent":
                self._begin(event, kind == "MappingStartEvent")
            case "MappingEndEvent" | "SequenceEndEvent":
                self._stack.pop()
            case "AliasEvent":
                mark = _mark(event, len(event.anchor) + 1)
                self._findings.add("PW008", mark, what="*" + event.anchor)
                self._pass_over(mark)

    def _begin(self, event: Any, table: bool) -> None:
        self._refuse_extras(event)
        mark = _mark(event)
        if event.flow_style:
            self._findings.add("PW009", mark, what="{ }" if table else "[ ]")
            self._flow = 1
            self._pass_over(mark)
            return
        if len(self._stack) >= DEEPEST:
            self._stop("PW007", mark)
        made: Items | Table = Table(mark) if table else Items(mark)
        self._place(made)
        self._stack.append(made)

    def _pass_over(self, mark: Mark) -> None:
        """Put nothing in the place of what has been told and cannot be read."""
        self._findings.close(mark)
        self._place(Text("", mark, mark.line))

    def _inside_flow(self, kind: str, event: Any) -> None:
        """Pass over a list or table in brackets: it is told once, and its contents are not read."""
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._flow += 1
            if self._flow + len(self._stack) > DEEPEST:
                self._stop("PW007", _mark(event))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._flow -= 1

    def _scalar(self, event: Any) -> None:
        if len(event.value) > LONGEST_TEXT:
            self._stop("PW007", _mark(event))
        self._refuse_extras(event)
        block = event.style in ("|", ">")
        last = event.end_mark.line + 1
        cut_off = 0
        if not block:
            line = self._line(last)
            rest = line[event.end_mark.column :].lstrip(" ")
            if rest.startswith("#") and not ALLOW.match(rest):
                cut_off = len(line) - len(rest) + 1
        # The file is clean; only quotation marks can hide what is not, as \x1b.
        value = clean(event.value) if event.style == '"' else event.value
        self._place(Text(value, self._text_mark(event, last), last, block, cut_off))

    def _text_mark(self, event: Any, last: int) -> Mark:
        """Return where a text stands, without its quotation marks."""
        start = event.start_mark
        length = event.end_mark.column - start.column if last == start.line + 1 else 1
        mark = Mark(start.line + 1, start.column + 1, max(length, 1))
        if event.style in ("'", '"'):
            mark = Mark(mark.line, mark.column + 1, max(mark.length - 2, 1))
            unseen = first_unseen(event.value)
            if unseen is not None:
                self._findings.add("PW016", mark, what=unseen[1])
        elif length == 0 and self._stack:
            holder = self._stack[-1]
            if isinstance(holder, Items):
                return Mark(mark.line, max(mark.column - 1, 1))
            if holder.pending is not None:
                return holder.pending.at
        elif mark.line > len(self._lines):
            return Mark(1, 1)
        return mark

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._findings.add("PW008", _mark(event, len(event.anchor) + 1), what="&" + event.anchor)
        if event.tag:
            written = self._line(event.start_mark.line + 1)[event.start_mark.column :].split(" ")[0]
            self._findings.add("PW008", _mark(event, max(len(written), 1)), what=written or event.tag)

    def _place(self, made: Tree) -> None:
        if not self._stack:
            self.root = made
            return
        holder = self._stack[-1]
        if type(holder) is Items:
            holder.items.append(made)
            return
        assert type(holder) is Table
        if holder.pending is None:
            if not isinstance(made, Text):
                self._stop("PW014", made.at)
            else:
                if not made.value.strip():
                    self._findings.add("PW014", made.at)
                    self._findings.close(made.at)
                if not holder.entries:
                    holder.at = made.at
                holder.pending = made
        else:
            key, holder.pending = holder.pending, None
            if key.value == "<<":
                self._findings.add("PW008", key.at, what="<<")
            elif key.value in holder.entries:
                self._findings.add("PW011", key.at, key=key.value, line=holder.entries[key.value][0].at.line)
            else:
                holder.entries[key.value] = (key, made)

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def _stop(self, code: str, mark: Mark) -> None:
        self._findings.add(code, mark)
        raise _Stopped


def _mark(event: Any, length: int = 1) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1, length)


def _tell(error: Any, lines: list[str], findings: Findings) -> None:
    """Say in plain words what the YAML parser could not read."""
    problem = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    place, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if start is not None and any(said in problem for said in _TOLD_WHERE_IT_BEGINS):
        place = start
    line = min(place.line + 1, len(lines)) if place else 1
    column = min(place.column, len(lines[line - 1])) + 1 if place else 1
    colon = "mapping values are not allowed" in problem
    amiss = around(lines, Mark(line, column), colon=colon)
    if amiss is not None:
        findings.add("PW001", amiss[1], told=amiss[0])
        return
    before = lines[line - 1][: column - 1].lstrip(" -").rstrip(" ")
    if colon and (" " in before or ":" in before):
        findings.add("PW002", Mark(line, column))
        return
    sentence = next(sentence for said, sentence in YAML_PROBLEMS if said in problem)
    findings.add("PW001", Mark(line, column), told=sentence)
