"""A promise that is broken on some path: which one, where, and how one gets there."""

from __future__ import annotations

from dataclasses import dataclass

from partswork.proof.answering import Said
from partswork.proof.instructions import Scene
from partswork.script.finding import Mark


@dataclass(frozen=True, slots=True)
class Break:
    """One broken promise on the path where it was met first.

    Attributes:
        code: of the finding.
        scene: where it is met.
        at: the place in the script of that scene.
        source: the state the path comes from.
        said: what is said there to come here, None where it follows by itself.
        quoted: the script's words for the message, by name.
        own: it stands in the script itself, though one is inside a shared one.
        entering: the section that should not have been entered, where it is that.
    """

    code: str
    scene: Scene
    at: Mark
    source: int
    said: Said | None
    quoted: tuple[tuple[str, str], ...] = ()
    own: bool = False
    entering: str | None = None

    @property
    def cause(self) -> object:
        """What makes it the same one: told once, however often it is met."""
        script = self.scene.script.id
        if self.code == "PW140":
            return self.code
        if self.code == "PW112":
            return (self.code, script, self.quoted)
        return (self.code, script, self.at, self.scene.use.at if self.scene.use is not None else None)
