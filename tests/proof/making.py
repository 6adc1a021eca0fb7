"""Scripts of any size, all of one shape, for what must hold of large ones."""

from __future__ import annotations

from partswork.script.model import Bundle
from tests.guide.sitting import script


def straight(steps: int) -> Bundle:
    """Return a script with so many steps, one behind the other."""
    five = """\
  - say: Line {n}.
  - ask: What is there, {n}?
    save_as: what_{n}
    optional: yes
  - if: what_{n} is answered
    then:
      - say: You said ${{what_{n}}}.
  - pause: 5 seconds
  - distress: How is it now, {n}?
"""
    body = "".join(five.format(n=n) for n in range(steps // 5))
    return script(f"steps:\n{body}  - end: complete", depth="settling")


def branching(questions: int) -> Bundle:
    """Return a script that asks so many questions and goes different ways after each."""
    one = """\
  - choose: Which way, {n}?
    save_as: way_{n}
    options:
      - a: A
        then:
          - say: A {n}.
      - b: B
      - c: C
  - if: way_{n} is b
    then:
      - say: B {n}.
      - distress: How is it now?
    otherwise:
      - rate: How much, {n}?
        save_as: much_{n}
      - if: much_{n} is more than 5
        then:
          - say: Much.
"""
    body = "".join(one.format(n=n) for n in range(questions))
    return script(f"steps:\n{body}  - end: complete", depth="settling")


def asked_first(questions: int, tested: str, before: str = "") -> Bundle:
    """Return a script that asks so many choices of a, b, c and d, and tests each for some at the end."""
    asked = """\
  - choose: Which way, {n}?
    save_as: way_{n}
    options:
      - a: A
      - b: B
      - c: C
      - d: D
"""
    test = "  - if: way_{n} is {key}\n    then:\n      - say: It was {key}, {n}.\n"
    body = before + "".join(asked.format(n=n) for n in range(questions))
    body += "".join(test.format(n=n, key=key) for n in range(questions) for key in tested)
    return script(f"steps:\n{body}  - end: complete", depth="settling")


def nested_uses(levels: int) -> Bundle:
    """Return a script that uses a shared one twice, which uses another twice, and so on."""
    shared = {
        f"level_{n}": f"steps:\n  - use: level-{n + 1}\n  - use: level-{n + 1}\n" for n in range(levels - 1)
    }
    shared[f"level_{levels - 1}"] = "steps:\n  - say: Here."
    return script("steps:\n  - use: level-0\n  - end: complete", depth="settling", **shared)
