"""What `partswork new` and `partswork schema` say to somebody whose first script this is."""

from __future__ import annotations

NEW = """Write a small practice to begin with, and change it into your own.

FILE is its name, such as my-practice.yaml. No file is ever written over.
"""
FOR_OTHERS = "A shared script: one that other scripts use."
SCHEMA = """The shape of a script as a JSON Schema, for editors that help while one writes.

To keep it beside your scripts: partswork schema > partswork-1.schema.json
"""

NO_NAME = "The new script needs a name, such as my-practice.yaml."


def written(script: str, schema: str | None, *, shared: bool) -> str:
    """Say what was written, and what to do next.

    Args:
        script: the file of the script.
        schema: the file of the schema, None where it was there already.
        shared: whether other scripts are to use it.
    """
    what = "a shared script" if shared else "a small practice that works as it is"
    lines = [f"Written: {script}, {what}, with notes on what each line is for."]
    if schema is not None:
        lines.append(f"Beside it: {schema}. Editors that know YAML use it to help while you write.")
    lines += ["", "Open it in any text editor, and change it as you like. Then:", ""]
    quoted = f'"{script}"' if " " in script else script
    lines.append(f"  partswork check {quoted}")
    if not shared:
        lines.append(f"  partswork run {quoted} --demo")
    return "\n".join(lines)


def folder(name: str) -> str:
    """Say that a folder was named."""
    return f"{name} is a folder. Name a file in it, such as my-practice.yaml."


def for_a_test(file: str) -> str:
    """Say that the name is that of a file that tests a script."""
    return f"{file} would be a test of a script. A script itself is called, for instance, my-practice.yaml."


def other_ending(file: str, legal: str | None) -> str:
    """Say that a script ends in .yaml, and what it could be called."""
    return f"A script is a file that ends in .yaml, and {file} does not.{_could_be(legal)}"


def no_name(file: str, legal: str | None) -> str:
    """Say what a name is made of, and what this one could be."""
    return (
        "The name of a script begins with a letter and has only letters, digits and hyphens, at most 64: "
        f"no spaces, no accents. {file} cannot be one.{_could_be(legal)}"
    )


def built_in(id: str) -> str:
    """Say that the id is taken."""
    return (
        f'A built-in practice is already called "{id}", and commands would always find that one. '
        "Choose another name."
    )


def exists(path: str) -> str:
    """Say that nothing is written over."""
    return f"{path} is there already and was left as it is. Choose another name."


def no_folder(path: str) -> str:
    """Say that the folder is missing."""
    return f"There is no folder {path}. Make it first, then try again."


def not_written(path: str) -> str:
    """Say that the disk would not have it."""
    return f"{path} could not be written."


def _could_be(legal: str | None) -> str:
    return f" It could be called {legal}.yaml." if legal else ""
