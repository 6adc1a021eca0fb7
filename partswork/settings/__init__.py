"""What a person has set: one small commented TOML file, every key optional."""

from partswork.settings.model import Hidden, Person, Settings
from partswork.settings.reading import read_settings

__all__ = ["Hidden", "Person", "Settings", "read_settings"]
