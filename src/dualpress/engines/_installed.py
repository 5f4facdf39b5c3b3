"""Which packages are installed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Language
from dualpress.engines._files import remove_folder
from dualpress.engines._metadata import (
    METADATA,
    package_name,
    parse_metadata,
    parse_pair,
    version_order,
)
from dualpress.engines.base import Abilities
from dualpress.errors import PackageError, UsageError

__all__ = ["InstalledPackage", "installed", "newest", "package_folders", "remove_package"]


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A package that is installed.

    Args:
        name: ``translate-en_hi``.
        version: ``1.1``.
        source: the language that it translates from.
        target: the language that it translates into.
        path: its folder.
        abilities: what its model can do besides translating plain text.
    """

    name: str
    version: str
    source: Language
    target: Language
    path: Path
    abilities: Abilities = field(default_factory=Abilities)

    @property
    def model(self) -> str:
        """Name and version, as they stand beside what it translated."""
        return f"{self.name} {self.version}"


def installed(models: Path) -> list[InstalledPackage]:
    """The packages between English and Hindi in a folder, sorted by name and version.

    Args:
        models: the folder of packages; may be one that Argos Translate itself installed into, and
            need not exist.
    """
    found = [package for folder in package_folders(models) if (package := _read(folder))]
    return sorted(found, key=lambda package: (package.name, version_order(package.version)))


def newest(models: Path, source: Language, target: Language) -> InstalledPackage | None:
    """The installed package of the highest version for a pair; ``None`` where there is none."""
    name = package_name(source, target)
    fitting = [package for package in installed(models) if package.name == name]
    return fitting[-1] if fitting else None


def remove_package(name: str, models: Path) -> list[InstalledPackage]:
    """Removes all versions of a package.

    Args:
        name: ``en-hi`` or ``translate-en_hi``.
        models: the folder of packages.

    Returns:
        What was removed.

    Raises:
        UsageError: no such package is installed.
        WriteError: a package cannot be removed.
    """
    wanted = package_name(*parse_pair(name))
    packages = installed(models)
    removed = [package for package in packages if package.name == wanted]
    if not removed:
        others = ", ".join(sorted({package.name for package in packages})) or "none"
        raise UsageError(f"No package {wanted} is installed", hint=f"Installed are: {others}")
    for package in removed:
        remove_folder(package.path)
    return removed


def package_folders(models: Path) -> Iterator[Path]:
    """All folders that may be packages, sorted; unfinished ones begin with a stop."""
    if models.is_dir():
        for folder in sorted(models.iterdir()):
            if folder.is_dir() and not folder.name.startswith("."):
                yield folder


def _read(folder: Path) -> InstalledPackage | None:
    try:
        metadata = parse_metadata((folder / METADATA).read_bytes(), folder)
    except (OSError, PackageError):
        return None
    return InstalledPackage(
        metadata.name,
        metadata.package_version,
        metadata.from_code,
        metadata.to_code,
        folder,
        metadata.abilities,
    )
