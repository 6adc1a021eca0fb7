"""What is known of one's own scripts without proving them anew: kept by content, for listings.

Only a listing believes it. Whoever runs a script has it proved there and then.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from partswork import __version__
from partswork.script.finding import Finding, Mark

if TYPE_CHECKING:
    from partswork.catalogue.found import Found

CHECKER = 1
"""Goes up whenever the proof comes to other verdicts, or its findings say something else."""
ENOUGH_STATES = 20_000
"""A listing waits for no more than this; what is larger is listed without its minutes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What proving one script came to.

    Attributes:
        minutes: least and most, None where they are not known.
        errors: the broken promises, which keep it from being run.
    """

    minutes: tuple[int, int] | None
    errors: tuple[Finding, ...] = ()


class Verdicts:
    """The verdicts on one's own scripts as they stand."""

    def __init__(self, file: Path | None) -> None:
        """Begin; nothing is read yet.

        Args:
            file: where they are kept, None for only as long as this is here. No folder is made for it.
        """
        self._file = file
        self._known: dict[str, Verdict] | None = None

    def of(self, found: Found) -> Verdict | None:
        """Return the verdict on a script as it stands, None where it is not known yet."""
        return self._all().get(_key(found)) if found.bundle is not None else None

    def settle(self, found: Iterable[Found]) -> bool:
        """Prove every script whose verdict is not known yet, and forget those that are not there.

        Returns:
            Whether there is anything new.
        """
        before = self._all()
        joined = {_key(one): one for one in found if one.bundle is not None}
        now = {key: before.get(key) or verdict_on(one) for key, one in joined.items()}
        if now.keys() == before.keys():
            return False
        self._known = now
        if self._file is not None:
            with suppress(OSError):
                _write(self._file, json.dumps({key: asdict(one) for key, one in now.items()}))
        return bool(now.keys() - before.keys())

    def _all(self) -> dict[str, Verdict]:
        if self._known is None:
            self._known = _read(self._file) if self._file is not None else {}
        return self._known


def _key(found: Found) -> str:
    """Return what is the same only for the same script with the same shared ones, and the same checker."""
    assert found.bundle is not None
    content = [CHECKER, __version__, found.bundle.script.id, sorted(found.texts.items())]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def verdict_on(found: Found) -> Verdict:
    """Prove a script, as far as a listing waits for it."""
    # Imported here: a listing of built-in scripts alone never needs it.
    from partswork.proof import prove

    if found.bundle is None:
        return Verdict(None)
    proof = prove(found.bundle, found.reading.text.splitlines(), most_states=ENOUGH_STATES)
    return Verdict(proof.minutes, tuple(one for one in proof.findings if one.severity == "error"))


def _read(file: Path) -> dict[str, Verdict]:
    """Return what is kept in a file; one that is not as it was written holds nothing."""
    try:
        kept: Any = json.loads(file.read_bytes())
        return {str(key): _as_kept(one) for key, one in kept.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _as_kept(kept: Mapping[str, Any]) -> Verdict:
    errors = tuple(Finding(**{**one, "mark": Mark(*one["mark"])}) for one in kept["errors"])
    if kept["minutes"] is None:
        return Verdict(None, errors)
    least, most = kept["minutes"]
    return Verdict((int(least), int(most)), errors)


def _write(file: Path, text: str) -> None:
    """Put it in its place whole; what a power cut takes is proved again."""
    new = file.with_name(f".{file.name}.{uuid4().hex}")
    try:
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as writing:
            writing.write(text)
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
