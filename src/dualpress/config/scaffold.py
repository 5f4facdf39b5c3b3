"""A new project: the folders and files that ``dualpress init`` lays out."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dualpress.config.load import CONFIG_NAME
from dualpress.errors import UsageError, WriteError
from dualpress.files import write_whole

__all__ = ["NewProject", "create_project", "plan_project"]

FOLDERS = ("posts", "glossaries", "po", "output")

_CONFIG = """\
# The settings of this dualpress project. What is not set here has its default;
# docs/configuration.md of dualpress describes every setting.

# Which articles become pages: "reviewed" (every sentence confirmed by a human)
# or "all" (drafts too, each with a notice, and hidden from search engines).
publish = "reviewed"

# What translates by machine: "auto" takes the installed model.
# A model is installed with: dualpress models install en-hi
engine = "auto"

[site]
# The address where the folder "output" will be published, and the site's name.
# base_url = "https://www.example.org/"
# name = "My site"

[hindi]
# How a Hindi sentence ends: "danda" or "stop".
sentence_end = "danda"
"""

_GLOSSARY_README = """\
# The glossary of this site

`project.csv` holds the words that must always be translated the same way: names, acronyms,
terms. One row is one word; only the columns `en` and `hi` must be filled:

| en | hi | kind |
|---|---|---|
| Baloch Liberation Army | बलूच लिबरेशन आर्मी | org |

Open it in any spreadsheet, and save it as "CSV UTF-8". In Excel the plain "CSV" loses the Hindi.
"""

_OUTPUT_README = """\
# The pages

`dualpress translate` and `dualpress build` write the pages here: each article at its own place,
its translation in the folder of its language, `hi` or `en`. Do not edit them: change the post, or
its translation in `po/`, and build again.
"""


@dataclass(frozen=True, slots=True)
class NewProject:
    """What making a project writes, and what it finds and leaves alone.

    Args:
        root: the project's folder.
        folders: those that are not there yet.
        files: path below the root to content, for files that are not there yet.
        kept: files that are there already, as paths below the root.
    """

    root: Path
    folders: tuple[PurePosixPath, ...]
    files: dict[PurePosixPath, bytes]
    kept: tuple[PurePosixPath, ...]


def plan_project(root: Path) -> NewProject:
    """Say what a new project in a folder needs; nothing is written.

    Raises:
        UsageError: the folder is a project already, or is no folder.
    """
    if (root / CONFIG_NAME).exists():
        raise UsageError(
            f"{root} is a dualpress project already",
            path=root / CONFIG_NAME,
            hint="Nothing was changed",
        )
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file", hint="Name a folder, new or old")
    files = _files()
    return NewProject(
        root,
        folders=tuple(PurePosixPath(name) for name in FOLDERS if not (root / name).is_dir()),
        files={name: data for name, data in files.items() if not (root / name).exists()},
        kept=tuple(name for name in files if (root / name).exists()),
    )


def create_project(plan: NewProject) -> None:
    """Write a new project; ``dualpress.toml`` comes last, so half a project is none.

    Raises:
        WriteError: a folder or file could not be written.
    """
    for folder in plan.folders:
        _make_folder(plan.root / folder)
    for name, data in plan.files.items():
        write_whole(plan.root / name, data)


def _files() -> dict[PurePosixPath, bytes]:
    contents = {
        "glossaries/project.csv": _glossary(),
        "glossaries/README.md": _GLOSSARY_README.encode(),
        "output/README.md": _OUTPUT_README.encode(),
        CONFIG_NAME: _CONFIG.encode(),
    }
    return {PurePosixPath(name): data for name, data in contents.items()}


def _glossary() -> bytes:
    """A glossary without rows, as Excel opens it: with a BOM it takes the file for UTF-8."""
    from dualpress.glossary.columns import COLUMNS

    table = io.StringIO(newline="")
    csv.writer(table).writerow(COLUMNS)
    return BOM_UTF8 + table.getvalue().encode()


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"the folder cannot be made: {error.strerror}", path=path) from error
