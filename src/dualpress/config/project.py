"""A project: a folder with ``dualpress.toml``, and where its parts stand."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dualpress.config.load import CONFIG_NAME, load_config
from dualpress.config.model import Config
from dualpress.errors import ConfigError, UsageError

__all__ = ["CONFIG_NAME", "Project", "default_models", "find_project", "shipped_glossaries"]


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder and configuration; every path that it gives is absolute.

    Args:
        root: the folder of ``dualpress.toml``, absolute.
        config: what that file says.
    """

    root: Path
    config: Config

    @classmethod
    def load(cls, root: Path) -> Project:
        """Read the project in a folder.

        Raises:
            UsageError: the folder holds no ``dualpress.toml``.
            ConfigError: the file is wrong, or the pages would be written among the posts.
        """
        root = _absolute(root)
        project = cls(root, load_config(root))
        if project.output.is_relative_to(project.posts):
            # The next run would read the pages as new posts.
            raise ConfigError(
                f"'output' ({project.output}) lies inside 'posts' ({project.posts})",
                path=root / CONFIG_NAME,
                hint="Write the pages to a folder of their own",
            )
        return project

    @property
    def posts(self) -> Path:
        """The folder of the articles."""
        return self.resolve(self.config.posts)

    @property
    def po(self) -> Path:
        """The folder of the PO files."""
        return self.resolve(self.config.po)

    @property
    def output(self) -> Path:
        """The folder of the pages."""
        return self.resolve(self.config.output)

    @property
    def models(self) -> Path:
        """The folder of the translation models."""
        models = self.config.models
        return default_models() if models is None else self.resolve(models)

    @property
    def template(self) -> Path | None:
        """The site's own page template; ``None`` where the shipped one is used."""
        template = self.config.page.template
        return None if template is None else self.resolve(template)

    @property
    def index_template(self) -> Path | None:
        """The site's own template of lists; ``None`` where the shipped one is used."""
        template = self.config.page.index_template
        return None if template is None else self.resolve(template)

    @property
    def bilingual_template(self) -> Path | None:
        """The site's own template of side-by-side views; ``None`` for the shipped one."""
        template = self.config.page.bilingual_template
        return None if template is None else self.resolve(template)

    @property
    def notice_template(self) -> Path | None:
        """The site's own template of notices; ``None`` where the shipped one is used."""
        template = self.config.page.notice_template
        return None if template is None else self.resolve(template)

    @property
    def state(self) -> Path:
        """The folder of what can be rebuilt at any time."""
        return self.root / ".dualpress"

    @property
    def addresses(self) -> Path:
        """The file that records at which paths pages were published."""
        return self.root / "dualpress.urls.json"

    @property
    def lock(self) -> Path:
        """The file that records the SHA-256 of the models used."""
        return self.root / "dualpress.lock"

    def glossary_paths(self) -> list[Path]:
        """The glossary files in order: the shipped ones, then the project's.

        The files that one pattern matches are in the order of their names.

        Raises:
            ConfigError: a file that is named without ``*`` is not there.
        """
        paths = shipped_glossaries() if self.config.shipped_glossaries else []
        for pattern in self.config.glossaries:
            paths += self._matching(pattern)
        return list(dict.fromkeys(paths))

    def engine_settings(self, name: str) -> dict[str, Any]:
        """The table ``[engines.<name>]``, a relative ``path`` in it below the root.

        Engines know no project: they take a relative path from the working directory.
        """
        settings = dict(self.config.engines.get(name, {}))
        if isinstance(settings.get("path"), str):
            settings["path"] = str(self.resolve(settings["path"]))
        return settings

    def name_of(self, path: Path) -> str:
        """How messages name a file: from the root, where it lies below, with ``/``."""
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    def resolve(self, path: str) -> Path:
        """A path of the configuration: below the root, or absolute, ``~`` expanded."""
        return _absolute(self.root / _expand(path))

    def _matching(self, pattern: str) -> list[Path]:
        if not glob.has_magic(pattern):
            path = self.resolve(pattern)
            if not path.is_file():
                raise ConfigError(
                    f"'glossaries' names {pattern!r}, but there is no such file",
                    path=self.root / CONFIG_NAME,
                )
            return [path]
        whole = os.path.join(glob.escape(str(self.root)), _expand(pattern))  # noqa: PTH118
        found = {_absolute(Path(name)) for name in glob.glob(whole, recursive=True)}  # noqa: PTH207
        return sorted(path for path in found if path.is_file())


def find_project(start: Path) -> Path:
    """The nearest folder with ``dualpress.toml``: ``start`` or one above it.

    Raises:
        UsageError: there is none.
    """
    start = _absolute(start)
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder
    raise UsageError(
        f"{start} is not in a dualpress project: neither it nor a folder above holds {CONFIG_NAME}",
        hint="Go to your project's folder, name it with --project, or make one: dualpress init",
    )


def shipped_glossaries() -> list[Path]:
    """The glossaries that come with dualpress, in the order of their names.

    They stand inside the installed package, or beside ``src`` in a checkout
    that is installed as editable.

    Raises:
        ConfigError: the installation lacks them.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "data" / "glossaries", package.parents[1] / "glossaries"):
        if folder.is_dir():
            return sorted(folder.glob("*.csv"))
    raise ConfigError(
        "the glossaries that come with dualpress are missing from its installation",
        hint="Install dualpress again, or set shipped_glossaries = false",
    )


def default_models() -> Path:
    """The folder of the models that all of a user's projects share."""
    from platformdirs import user_data_path

    return user_data_path("dualpress", appauthor=False) / "models"


def _expand(path: str) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 - patterns are no paths


def _absolute(path: Path) -> Path:
    # Path.resolve() would turn a mapped drive of Windows into its network address.
    return Path(os.path.abspath(path))  # noqa: PTH100
