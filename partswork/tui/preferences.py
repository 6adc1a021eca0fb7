"""What a person has set for the app, and may set in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from partswork.errors import PartsworkError
from partswork.settings import Hidden, Settings


@dataclass
class Preferences:
    """The settings as they are now, and the file they are kept in.

    Attributes:
        settings: as they are now.
        file: None where nothing is kept: a demonstration, a test.
    """

    settings: Settings
    file: Path | None = None

    def shown(self) -> frozenset[Hidden]:
        """Return what home shows besides what everyone sees."""
        return self.settings.show

    def set(self, key: str, value: str | bool | frozenset[str]) -> str:
        """Set one thing, and keep it; return what is to be said where it could not be kept."""
        self.settings = replace(self.settings, **{key: value})  # type: ignore[arg-type]  # as its field is
        if self.file is None:
            return ""
        # Imported here: only a change needs to write TOML.
        from partswork.settings.keeping import keep_setting

        try:
            keep_setting(self.file, key, sorted(value) if isinstance(value, frozenset) else value)
        except PartsworkError as error:
            return error.sentence
        return ""
