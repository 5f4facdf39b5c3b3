"""What Polylang reads of a WXR file: languages and pairs are terms of its own taxonomies.

A post has a term of ``language`` and one of ``post_translations``, whose description
lists the numbers of its versions in PHP's notation; Polylang's importer puts the
site's numbers in the place of the file's. Categories and tags get their language from the list of
``term_translations``. https://polylang.pro/doc/developpers-how-to/,
``modules/plugins/wp-import.php`` of https://github.com/polylang/polylang
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from dualpress.article import Language
from dualpress.site.wordpress.pairing import Marks
from dualpress.site.wordpress.php_serialize import php_serialize
from dualpress.site.wordpress.wxr_write import WxrTerm

__all__ = ["PolylangPairing"]


class PolylangPairing:
    """The terms of one file.

    Args:
        numbers: gives each term its number in the file.
        names: of the languages, in themselves.
        regions: the BCP 47 tag of each language, for a site that does not have it yet.
    """

    def __init__(
        self,
        numbers: Iterator[int],
        names: Mapping[Language, str],
        regions: Mapping[Language, str],
    ) -> None:
        self._numbers = numbers
        self._languages = {
            language: self._language(language, names[language], regions[language])
            for language in Language
        }
        self._groups: list[WxrTerm] = []

    @property
    def terms(self) -> Iterator[WxrTerm]:
        """The languages and the pairs."""
        yield from self._languages.values()
        yield from self._groups

    def link_posts(
        self, numbers: Mapping[Language, int], source: Language, key: str
    ) -> Mapping[Language, Marks]:
        """Give each post its language and the pair."""
        group = self._group("post_translations", numbers, key)
        return {language: Marks((self._languages[language], group)) for language in numbers}

    def link_terms(
        self, terms: Mapping[Language, WxrTerm], source: Language
    ) -> Mapping[Language, WxrTerm]:
        """List the terms in a pair of their own; nothing is put on themselves."""
        numbers = {language: term.id for language, term in terms.items()}
        key = " ".join(f"{term.taxonomy} {term.slug}" for term in terms.values())
        self._group("term_translations", numbers, key)
        return terms

    def _group(self, taxonomy: str, numbers: Mapping[Language, int], key: str) -> WxrTerm:
        # Polylang's own look so: `pll_` and what PHP's uniqid() gives.
        name = f"pll_{hashlib.sha256(key.encode()).hexdigest()[:13]}"
        versions = {lang.value: numbers[lang] for lang in Language if lang in numbers}
        described = php_serialize(versions)
        group = WxrTerm(next(self._numbers), taxonomy, name, name, description=described)
        self._groups.append(group)
        return group

    def _language(self, language: Language, name: str, region: str) -> WxrTerm:
        country = region.rpartition("-")[2].lower()
        locale = region.replace("-", "_")
        described = php_serialize({"locale": locale, "rtl": 0, "flag_code": country})
        return WxrTerm(next(self._numbers), "language", language.value, name, description=described)
