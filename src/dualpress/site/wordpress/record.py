"""``dualpress.wordpress.json``: which posts of WordPress an article and its translations are.

It stands beside ``dualpress.toml`` and belongs into version control with it:
without it, a translation that WordPress has already would be sent once more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from dualpress import records
from dualpress.article import Language
from dualpress.files import write_whole

__all__ = [
    "RECORD_NAME",
    "KnownArticle",
    "KnownPost",
    "KnownTerm",
    "TermPair",
    "WordPressRecord",
    "read_record",
    "write_record",
]

RECORD_NAME = "dualpress.wordpress.json"
SCHEMA = 1
_LEADS_AWAY = re.compile(r"[\\:\0]")
"""What parts folders on Windows, or names one of its drives; no article's id has it."""


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post that WordPress has.

    Args:
        post: its number there.
        link: its address; empty where it is not known.
        status: as WordPress has it (``publish``, ``draft`` …).
        digest: the SHA-256, in hexadecimal, of what dualpress last sent; for an
            original of the file that it last wrote. ``None`` for a translation that
            dualpress found there and did not make.
        seen: the SHA-256 of the text that WordPress had after that, by which an edit
            made there is known; ``None`` where nothing was sent to it directly.
    """

    post: int
    link: str
    status: str
    digest: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """The posts of an article.

    Args:
        original: that it was imported from; ``None`` where it was not.
        translations: the others, by language.
    """

    original: KnownPost | None = None
    translations: Mapping[Language, KnownPost] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A category or a tag that WordPress has in a language.

    Args:
        id: its number there.
        name: plain text.
        slug: in addresses.
    """

    id: int
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class TermPair:
    """A category or a tag that WordPress has in both languages.

    Args:
        taxonomy: ``category`` or ``post_tag``.
        terms: by language.
    """

    taxonomy: str
    terms: Mapping[Language, KnownTerm]


@dataclass(frozen=True, slots=True)
class WordPressRecord:
    """What a project knows of its WordPress.

    Args:
        site: the address of the site; ``None`` where it is not known.
        articles: by the articles' ids.
        terms: the translations of categories and tags that the site has.
    """

    site: str | None = None
    articles: Mapping[str, KnownArticle] = field(default_factory=dict)
    terms: tuple[TermPair, ...] = ()

    def original(self, article: str) -> KnownPost | None:
        """The post that an article was imported from."""
        return self.articles.get(article, KnownArticle()).original

    def translation(self, article: str, language: Language) -> KnownPost | None:
        """The translation of an article that WordPress has, if it has one."""
        return self.articles.get(article, KnownArticle()).translations.get(language)

    def term(self, taxonomy: str, slug: str, language: Language) -> KnownTerm | None:
        """A category or a tag in a language.

        Args:
            taxonomy: of the term.
            slug: that it has in any language.
            language: that it is wanted in.
        """
        for pair in self.terms:
            slugs = (term.slug for term in pair.terms.values())
            if pair.taxonomy == taxonomy and slug in slugs:
                return pair.terms.get(language)
        return None

    def with_original(self, article: str, post: KnownPost) -> WordPressRecord:
        """The record with the post that an article was imported from."""
        known = self.articles.get(article, KnownArticle())
        return self._with(article, replace(known, original=post))

    def with_translation(
        self, article: str, language: Language, post: KnownPost
    ) -> WordPressRecord:
        """The record with a translation that WordPress has."""
        known = self.articles.get(article, KnownArticle())
        translations = {**known.translations, language: post}
        return self._with(article, replace(known, translations=translations))

    def rename(self, old: str, new: str) -> WordPressRecord:
        """The record with what is known of an article under its new id."""
        if old not in self.articles:
            return self
        articles = {name: known for name, known in self.articles.items() if name != old}
        return replace(self, articles={**articles, new: self.articles[old]})

    def _with(self, article: str, known: KnownArticle) -> WordPressRecord:
        return replace(self, articles={**self.articles, article: known})


def read_record(path: Path) -> WordPressRecord:
    """Read the record of a project; a file that is not there records nothing.

    Raises:
        ConfigError: it cannot be read. To go on without it would write into
            WordPress what is there already.
    """
    known = records.read_record(path, "WordPress's posts", (SCHEMA,), _record)
    return WordPressRecord() if known is None else known


def write_record(path: Path, record: WordPressRecord, former: WordPressRecord) -> None:
    """Write a record if it differs from the former one.

    Raises:
        WriteError: it cannot be written.
    """
    if record != former:
        write_whole(path, _document(record))


def _record(data: Mapping[str, Any]) -> WordPressRecord:
    site = data.get("site")
    return WordPressRecord(
        site=None if site is None else _text(site),
        articles={_id(name): _article(told) for name, told in data["articles"].items()},
        terms=tuple(map(_pair, _list(data["terms"]))),
    )


def _article(told: Mapping[str, Any]) -> KnownArticle:
    original = told.get("original")
    translations = told.get("translations", {})
    return KnownArticle(
        original=None if original is None else _post(original),
        translations={Language(code): _post(post) for code, post in translations.items()},
    )


def _post(told: Mapping[str, Any]) -> KnownPost:
    digest, seen = told.get("digest"), told.get("seen")
    return KnownPost(
        post=_number(told["post"]),
        link=_text(told["link"]),
        status=_text(told["status"]),
        digest=None if digest is None else _text(digest),
        seen=None if seen is None else _text(seen),
    )


def _pair(told: Mapping[str, Any]) -> TermPair:
    terms = {Language(code): _term(term) for code, term in told["terms"].items()}
    return TermPair(_text(told["taxonomy"]), terms)


def _term(told: Mapping[str, Any]) -> KnownTerm:
    return KnownTerm(_number(told["id"]), _text(told["name"]), _text(told["slug"]))


def _id(name: str) -> str:
    """An article's id; it becomes the path of a file, which is to stay inside of the project."""
    parts = _text(name).split("/")
    if any(part in ("", ".", "..") for part in parts) or _LEADS_AWAY.search(name):
        raise ValueError(f"{name!r} is the id of no article")
    return name


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted")
    value.encode()  # halves of characters could not be written again
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list is wanted")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise TypeError("a number from 1 is wanted")
    return value


def _document(record: WordPressRecord) -> bytes:
    data = {
        "schema": SCHEMA,
        "site": record.site,
        "articles": {name: _article_value(own) for name, own in sorted(record.articles.items())},
        "terms": [
            {"taxonomy": pair.taxonomy, "terms": _by_language(pair.terms)} for pair in record.terms
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _article_value(article: KnownArticle) -> dict[str, Any]:
    value: dict[str, Any] = {}
    if article.original is not None:
        value["original"] = _value(article.original)
    if article.translations:
        value["translations"] = _by_language(article.translations)
    return value


def _by_language(told: Mapping[Language, KnownPost | KnownTerm]) -> dict[str, Any]:
    return {language.value: _value(told[language]) for language in Language if language in told}


def _value(known: KnownPost | KnownTerm) -> dict[str, Any]:
    return {name: part for name, part in asdict(known).items() if part is not None}
