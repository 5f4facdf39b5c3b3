"""What an Argos Translate package says about itself (``metadata.json``)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from dualpress.article import Language, other
from dualpress.engines.base import Abilities
from dualpress.errors import PackageError, UsageError

__all__ = [
    "METADATA",
    "PackageMetadata",
    "TermTags",
    "package_name",
    "parse_metadata",
    "parse_pair",
    "version_order",
]

METADATA = "metadata.json"
"""The file's name, in the package's own folder."""

TermTags = Annotated[str, StringConstraints(pattern=r"\{target\}")]
"""A pattern for what stands in the place of a term: ``{source}`` for the words of the sentence,
``{target}`` for what they are to be called."""

_PAIR = re.compile(r"(?:translate-)?(?P<source>[a-z]{2})[-_](?P<target>[a-z]{2})")


class PackageMetadata(BaseModel):
    """The fields that matter, of those that argostranslate.package.IPackage reads, and our own.

    Argos Translate takes no notice of fields that it does not know.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    type: Literal["translate"] = "translate"
    package_version: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
    from_code: Language
    to_code: Language
    target_prefix: Literal[""] = ""
    """A token that models of several target languages want first; there is none for a pair."""

    inline_tags: bool = False
    """Our own field: the model knows the tags ``<g1>…</g1>`` and ``<x2/>``."""

    guided_alignment: bool = False
    """Our own field: the model's attention was taught which words became which."""

    term_tags: TermTags | None = None
    """Our own field: how the model was taught to be told what a term is to be called."""

    @property
    def abilities(self) -> Abilities:
        """What the model can do besides translating plain text."""
        return Abilities(self.inline_tags, self.guided_alignment, self.term_tags)

    @property
    def name(self) -> str:
        """The package's name, ``translate-en_hi``."""
        return package_name(self.from_code, self.to_code)


def package_name(source: Language, target: Language) -> str:
    """What Argos Translate calls the package for a pair: ``translate-en_hi``."""
    return f"translate-{source}_{target}"


def parse_pair(text: str) -> tuple[Language, Language]:
    """Reads ``en-hi``, ``en_hi`` or ``translate-en_hi`` as source and target language.

    Raises:
        UsageError: it is not a pair that dualpress translates.
    """
    match = _PAIR.fullmatch(text)
    for source in Language:
        if match and (match["source"], match["target"]) == (source, other(source)):
            return source, other(source)
    raise UsageError(
        f'"{text}" is no pair of languages that dualpress translates',
        hint="The pairs are: en-hi, hi-en",
    )


def parse_metadata(data: bytes, path: Path) -> PackageMetadata:
    """Reads metadata.

    Args:
        data: the contents of ``metadata.json``.
        path: of what package, for the message.

    Raises:
        PackageError: it is no valid metadata of a package for English and Hindi.
    """
    try:
        metadata = PackageMetadata.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise PackageError(_cause(first), path=path, hint=_HINT) from None
    if metadata.from_code is metadata.to_code:
        cause = f"The package translates {metadata.from_code} into itself"
        raise PackageError(cause, path=path, hint=_HINT)
    return metadata


def version_order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: ``1.10`` comes after ``1.9``."""
    return tuple(int(part) for part in version.split("."))


_HINT = "Use an Argos Translate package for en-hi or hi-en"


def _cause(error: Any) -> str:
    """One sentence on what pydantic found."""
    if not error["loc"]:
        return f"{METADATA} is not JSON as packages have it"
    field = error["loc"][0]
    if field in ("from_code", "to_code") and error["type"] != "missing":
        return f"The package is for another language: {error['input']!r:.40}"
    return f'"{field}" in {METADATA} is wrong: {error["msg"]}'
