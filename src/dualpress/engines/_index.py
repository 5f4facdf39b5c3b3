"""Argos Translate's index of packages."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from dualpress.article import Language
from dualpress.engines._download import fetch
from dualpress.engines._metadata import PackageMetadata, version_order
from dualpress.errors import PackageError
from dualpress.web import host_of, is_protected

__all__ = ["INDEX_URL", "AvailablePackage", "available", "choose"]

INDEX_URL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""argostranslate.settings.remote_package_index, without the import: that makes folders in the
user's home and sets environment variables."""

_INDEX_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """A package that the index offers.

    Args:
        name: ``translate-en_hi``.
        version: ``1.1``.
        source: the language that it translates from.
        target: the language that it translates into.
        links: where it can be fetched from, over HTTPS.
    """

    name: str
    version: str
    source: Language
    target: Language
    links: tuple[str, ...]


def available(index: str = INDEX_URL) -> list[AvailablePackage]:
    """Fetches the index.

    Args:
        index: its address, HTTPS or on this machine.

    Returns:
        The packages between English and Hindi that can be fetched, sorted by name and version.

    Raises:
        PackageError: it cannot be fetched or is no index.
    """
    data = io.BytesIO()
    fetch(index, data, limit=_INDEX_BYTES)
    try:
        entries = json.loads(data.getvalue())
    except ValueError as error:
        raise PackageError(f"{host_of(index)} did not send an index of packages") from error
    if not isinstance(entries, list):
        raise PackageError(f"{host_of(index)} did not send an index of packages")
    found = [package for entry in entries if (package := _read(entry))]
    return sorted(found, key=lambda package: (package.name, version_order(package.version)))


def choose(
    packages: Sequence[AvailablePackage], source: Language, target: Language, locked: str | None
) -> AvailablePackage:
    """Chooses the package for a pair: of the locked version if it is offered, else the newest.

    Args:
        packages: as :func:`available` gives them.
        source: the language to translate from.
        target: the language to translate into.
        locked: the version that the project's lock names.

    Raises:
        PackageError: there is none for the pair.
    """
    fitting = [
        package for package in packages if (package.source, package.target) == (source, target)
    ]
    if not fitting:
        raise PackageError(
            f"The index offers no package for {source}-{target}",
            hint="Fetch one by hand and install it from the file",
        )
    return next((package for package in fitting if package.version == locked), fitting[-1])


def _read(entry: Any) -> AvailablePackage | None:
    """Reads one entry; those of other languages or kinds are nothing to dualpress."""
    try:
        metadata = PackageMetadata.model_validate(entry)
    except ValidationError:
        return None
    links = entry.get("links")
    usable = [link for link in links if _is_usable(link)] if isinstance(links, list) else []
    if not usable or metadata.from_code is metadata.to_code:
        return None
    return AvailablePackage(
        metadata.name,
        metadata.package_version,
        metadata.from_code,
        metadata.to_code,
        tuple(usable),
    )


def _is_usable(link: Any) -> bool:
    """Whether it can be fetched: some links of the index are for IPFS."""
    return isinstance(link, str) and is_protected(link)
