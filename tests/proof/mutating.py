"""Good scripts with a step dropped, doubled, moved or wrapped, a test turned round, an option changed.

Such scripts are close to breaking a promise: permission overwritten, grounding on one branch only,
distress asked before and not after, a refusal opened again by a loop, a shared script that grounds on
one way only. Many break none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from random import Random

import yaml

from partswork.script.linking import link
from partswork.script.model import Bundle
from partswork.script.reader import read
from tests.guide.writing import Node, written
from tests.proof.sowing import scripts

Table = dict[str, Node]
Steps = list[Node]

MAINS = (
    "beside-the-guard",
    "the-long-way",
    "beside-the-guard",
    "the-long-way",
    "daily-check-in",
    "the-loud-part",
)
CHANGES = tuple(
    """
    drop double move swap wrap repeat test test optional refusal refuse fill show title lead deep closing
    """.split()
)

GROUNDING = """\
partswork: 1
id: grounding
title: Back to the room
version: 1.0
language: en
about: A few lines, and distress.
shared: yes
grounds: yes
steps:
  - say: Look up.
  - distress: How is it now?
  - if: distress is not low
    then:
      - say: One more.
      - distress: And now?
"""
_USES = re.compile(r"^ *(?:- )?(?:use|if_they_stop): ([\w-]+)$", re.MULTILINE)


def mutant(random: Random) -> Bundle:
    """Return a script with one to three changes, in itself or a shared script it uses."""
    while True:
        main = random.choice(MAINS)
        used = _reached(main)
        trees: dict[str, Table] = {id: deepcopy(_tree(scripts()[id])) for id in (main, *used)}
        if random.random() < 0.5:
            trees["grounding"] = deepcopy(_tree(GROUNDING))
        for _ in range(random.randint(1, 3)):
            _change(trees[random.choice((main, main, main, *used))], random)
        bundle = _joined(main, {id: written(_tidy(tree)) for id, tree in trees.items()})
        if bundle is not None:
            return bundle


def _joined(main: str, texts: dict[str, str]) -> Bundle | None:
    """Read and link scripts, None where the reader has anything against them."""
    readings = {id: read(text.encode(), id) for id, text in texts.items()}
    shared = {id: reading for id, reading in readings.items() if id != main}
    for id, reading in shared.items():
        link(reading, {other: one for other, one in shared.items() if other != id}, shared)
    return link(readings[main], shared, shared)


@cache
def _tree(text: str) -> Table:
    tree: Table = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    return tree


@cache
def _reached(main: str) -> tuple[str, ...]:
    """Return the shared scripts a script uses, and those they use."""
    reached: dict[str, None] = {}
    waiting = [main]
    while waiting:
        for id in _USES.findall(scripts()[waiting.pop()]):
            if id not in reached:
                reached[id] = None
                waiting.append(id)
    return tuple(reached)


def _change(script: Table, random: Random) -> None:
    """Change one thing."""
    lists = list(_lists(script))
    steps = random.choice(lists)
    at = random.randrange(len(steps))
    match random.choice(CHANGES):
        case "drop" if len(steps) > 1:
            del steps[at]
        case "double":
            other = random.choice(lists)
            other.insert(random.randint(0, len(other)), deepcopy(steps[at]))
        case "move" if len(steps) > 1 and len(lists) > 1:
            other = random.choice([one for one in lists if one is not steps])
            other.insert(random.randint(0, len(other)), steps.pop(at))
        case "swap" if at:
            steps[at - 1], steps[at] = steps[at], steps[at - 1]
        case "wrap":
            steps[at] = {"if": _condition(script, random), "then": [steps[at]]}
        case "repeat":
            until = _condition(script, random)
            steps[at] = {"repeat_until": until, "at_most": random.choice("23"), "steps": [steps[at]]}
        case change:
            _change_word(script, change, random)


def _change_word(script: Table, change: str, random: Random) -> None:
    tables = list(_tables(script))
    random.shuffle(tables)
    for table in tables:
        tested = next((key for key in ("if", "repeat_until", "needs") if key in table), None)
        if change == "test" and tested:
            table[tested] = _turned(str(table[tested]), random)
        elif change == "optional" and "save_as" in table and "use" not in table:
            table["optional"] = "no" if table.get("optional") == "yes" else "yes"
        elif change == "refusal" and table.get("refusal") == "yes":
            del table["refusal"]
        elif change == "refuse" and _is_option(table):
            table["refusal"] = "yes"
        elif change == "show" and "say" in table:
            table["say"] = f"{table['say']} ${{{_name(script, random)}}}"
        elif change == "title" and "steps" in table and "id" in table and "about" not in table:
            table["title"] = f"About ${{{_name(script, random)}}}"
        elif change in ("deep", "closing") and table.get(change) == "yes":
            del table[change]
            table.pop("needs", None)
        elif change == "lead" and "go_to" in table:
            table["go_to"] = random.choice(_sections(script))
        elif change == "fill" and "say" in table:
            table["say"] = re.sub(r"\|[^}]*}", "}", str(table["say"]))
        else:
            continue
        return


def _is_option(table: Table) -> bool:
    return len(table) <= 2 and next(iter(table)) in (
        "given",
        "open",
        "short",
        "worry",
        "stay",
        "look",
        "part",
    )


def _name(script: Table, random: Random) -> str:
    """Return a name that is saved somewhere, or none that is known."""
    names = [str(table["save_as"]) for table in _tables(script) if "save_as" in table]
    return random.choice(names or ["nothing"])


def _turned(condition: str, random: Random) -> str:
    """Return a condition with one word of it changed."""
    words = {
        "is not ": "is ",
        "is ": "is not ",
        " and ": " or ",
        " or ": " and ",
        "low": "high",
        "high": "low",
    }
    words |= {"raised": "high", "given": "refused", "open": "not_today", "unclear": "given"}
    found = [word for word in words if word in condition]
    if not found:
        return condition
    word = random.choice(found)
    return condition.replace(word, words[word], 1)


def _condition(script: Table, random: Random) -> str:
    tested = [str(table[key]) for table in _tables(script) for key in ("if", "repeat_until") if key in table]
    return random.choice([*tested, "distress is low", "distress is not high"])


def _sections(script: Table) -> list[str]:
    sections = script.get("sections", [])
    return [str(one["id"]) for one in sections if isinstance(one, dict)]


def _tables(node: Node) -> Iterator[Table]:
    if isinstance(node, dict):
        yield node
        for held in node.values():
            yield from _tables(held)
    elif isinstance(node, list):
        for held in node:
            yield from _tables(held)


def _lists(script: Table) -> Iterator[Steps]:
    for table in _tables(script):
        for key in ("steps", "then", "otherwise"):
            held = table.get(key)
            if isinstance(held, list) and held:
                yield held


def _tidy(node: Node) -> Node:
    """Return a tree as it is written: words without the line end behind them."""
    if isinstance(node, str):
        return node.strip()
    if isinstance(node, list):
        return [_tidy(held) for held in node]
    return {key: _tidy(held) for key, held in node.items()}
