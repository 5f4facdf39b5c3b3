"""The tags of a translation: what the glossary calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualpress.article import Language
from dualpress.glossary import Glossary, translate_exact

__all__ = ["translated_tags"]

_LISTS = ("tags", "categories", "keywords")


def translated_tags(
    values: Mapping[str, Any], glossary: Glossary, source: Language
) -> dict[str, list[Any]]:
    """The lists of front matter in which a tag is a term of the glossary, with its rendering.

    A tag that is none, or may be rendered in more than one way, stays: a
    reader finds it, and a reviewer can give it a row.

    Args:
        values: of the front matter.
        glossary: of the article.
        source: the language that the article was written in.
    """
    found = {key: values[key] for key in _LISTS if isinstance(values.get(key), list)}
    translated = {key: [_tag(tag, glossary, source) for tag in tags] for key, tags in found.items()}
    return {key: tags for key, tags in translated.items() if tags != found[key]}


def _tag(tag: object, glossary: Glossary, source: Language) -> object:
    if not isinstance(tag, str):
        return tag
    return translate_exact(tag, glossary, source_language=source) or tag
