"""A script to begin with, written beside the schema that editors want."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from partswork.catalogue.folders import ENDINGS, TEST_ENDINGS, library_folder, script_files
from partswork.errors import PartsworkError, WrongUsage
from partswork.script.reader import read
from partswork.script.schema import SCHEMA_FILE, schema
from partswork.wording import starting as words

PRACTICE, SHARED = "a-first-script", "a-shared-script"
"""The ids of the scripts to begin with; the files lie beside this one."""

_MOST_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Started:
    """What was written: the script, and the schema where there was none."""

    script: Path
    schema: Path | None


def start(name: str, *, shared: bool = False) -> Started:
    """Write a script to begin with; nothing is ever written over.

    Args:
        name: the file to be; `.yaml` may be left out.
        shared: whether other scripts are to use it.

    Raises:
        WrongUsage: that cannot be the name of a script.
        PartsworkError: there is a file of that name, or a practice with that id, or no such folder.
    """
    path, id = _named(name)
    text = start_text(id, path.name, shared=shared)
    # The reader knows what may be an id.
    if read(text.encode("utf-8", "replace"), id).errors:
        raise WrongUsage(words.no_name(path.name, _legal(id)))
    if id.casefold() in _built_in():
        raise PartsworkError(words.built_in(id))
    if not _write(path, text):
        raise PartsworkError(words.exists(str(path)))
    beside = path.parent / SCHEMA_FILE
    return Started(path, beside if _write(beside, schema_text()) else None)


def start_text(id: str, file: str, *, shared: bool = False) -> str:
    """Return a script to begin with.

    Args:
        id: what it is to be called.
        file: the name of its file.
        shared: whether other scripts are to use it.
    """
    ours = SHARED if shared else PRACTICE
    text = (Path(__file__).parent / f"{ours}.yaml").read_text("utf-8")
    title = " ".join(id.replace("-", " ").split())
    text = re.sub("^title: .*$", lambda _: f"title: {title[:1].upper()}{title[1:]}", text, flags=re.MULTILINE)
    return text.replace(f"{ours}.yaml", file).replace(ours, id)


def schema_text() -> str:
    """Return the schema as its file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _named(name: str) -> tuple[Path, str]:
    """Return the file that is meant, and the id it gives its script."""
    path = Path(name)
    if not name.strip():
        raise WrongUsage(words.NO_NAME)
    if _is_folder(path) or name.endswith(("/", "\\")):
        raise WrongUsage(words.folder(name))
    if path.name.endswith(TEST_ENDINGS):
        raise WrongUsage(words.for_a_test(path.name))
    if "." not in path.name:
        path = path.with_name(f"{path.name}.yaml")
    ending = next((ending for ending in ENDINGS if path.name.endswith(ending)), None)
    if ending is None:
        raise WrongUsage(words.other_ending(path.name, _legal(path.stem)))
    return path, path.name.removesuffix(ending)


def _legal(id: str) -> str | None:
    """Return the id that is most like what was written, None where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode("ascii")
    joined = re.sub("[^A-Za-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")
    return joined[:_MOST_LETTERS].lower() or None


def _built_in() -> set[str]:
    library = library_folder()
    return {file.stem for folder in (library, library / "shared") for file in script_files(folder)}


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as one may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _write(path: Path, text: str) -> bool:
    """Write a new file, and return whether it was: not where there is one already."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except (FileNotFoundError, NotADirectoryError):
        raise PartsworkError(words.no_folder(str(path.parent))) from None
    except OSError as error:
        raise PartsworkError(words.not_written(str(path))) from error
    return True
