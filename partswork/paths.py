"""Where things are. Asking creates nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders partswork uses; none of them need exist yet.

    Attributes:
        data: the journal, its key and its leases.
        config: `settings.toml`.
        scripts: the person's own scripts, and `shared/` below it.
    """

    data: Path
    config: Path
    scripts: Path

    @property
    def journal(self) -> Path:
        """The journal's one file."""
        return self.data / "journal.db"

    @property
    def pictures(self) -> Path:
        """The folder of pictures of the screen that one asked for."""
        return self.data / "pictures"

    @property
    def verdicts(self) -> Path:
        """What proving one's own scripts came to; may be deleted at any time."""
        return self.data / "verdicts.json"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"


def places() -> Places:
    """Return the folders in use: under `PARTSWORK_HOME` if set, else where the system keeps such."""
    home = os.environ.get("PARTSWORK_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root / "data", root / "config", root / "scripts")
    # Imported here: with PARTSWORK_HOME set nothing needs it.
    from platformdirs import PlatformDirs

    system = PlatformDirs("partswork", appauthor=False)
    data = Path(system.user_data_dir)
    return Places(data, Path(system.user_config_dir), data / "scripts")
