"""What WPML's plugin "WPML Export and Import" reads of a WXR file: custom fields.

On a site without a plugin for languages they do no harm, and ``dualpress import
wordpress`` knows a pair by them.

https://wpml.org/documentation/related-projects/wpml-export-and-import/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dualpress.article import Language
from dualpress.site.wordpress.pairing import Marks
from dualpress.site.wordpress.wxr_write import Meta, WxrTerm

__all__ = ["WpmlPairing"]

_LANGUAGE = "_wpml_import_language_code"
_SOURCE = "_wpml_import_source_language_code"
_GROUP = "_wpml_import_translation_group"


class WpmlPairing:
    """The custom fields of one file."""

    terms: Iterator[WxrTerm] = iter(())

    def link_posts(
        self, numbers: Mapping[Language, int], source: Language, key: str
    ) -> Mapping[Language, Marks]:
        """Give each post its language and the pair."""
        return {language: Marks(meta=_meta(language, source, key)) for language in numbers}

    def link_terms(
        self, terms: Mapping[Language, WxrTerm], source: Language
    ) -> Mapping[Language, WxrTerm]:
        """Give each term its language and the pair."""
        key = " ".join(f"{term.taxonomy} {term.slug}" for term in terms.values())
        return {
            language: replace(term, meta=_meta(language, source, key))
            for language, term in terms.items()
        }


def _meta(language: Language, source: Language, key: str) -> Meta:
    origin = ((_SOURCE, source.value),) if language is not source else ()
    return ((_LANGUAGE, language.value), *origin, (_GROUP, key))
