"""A WordPress site, as one user of it sees and changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, TypeVar
from urllib.parse import unquote

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.site.wordpress.post import PostType
from dualpress.site.wordpress.rest.discovery import Api
from dualpress.site.wordpress.rest.posts import (
    PostState,
    SitePost,
    is_number,
    read_post,
    read_state,
)
from dualpress.site.wordpress.rest.refusals import refusal, refusal_code
from dualpress.site.wordpress.rest.reply import Reply, plain_words, read_json
from dualpress.site.wordpress.rest.transport import Transport

__all__ = ["SiteLanguage", "SiteTerm", "User", "WordPressSite"]

Found = TypeVar("Found")

_ROUTES = {"post": "posts", "page": "pages"}
_TAXONOMIES = {"category": "categories", "post_tag": "tags"}
_PAGE = 100
"""The most that the REST API lists at once."""

_GONE = ("rest_post_invalid_id", "rest_term_invalid")


@dataclass(frozen=True, slots=True)
class User:
    """Whose application password it is.

    Args:
        name: shown to readers.
        capabilities: what WordPress lets the user do.
    """

    name: str
    capabilities: frozenset[str]


@dataclass(frozen=True, slots=True)
class SiteTerm:
    """A category or a tag.

    Args:
        id: its number.
        name: plain text.
        slug: decoded.
        language: Polylang's code; ``None`` where no such field answers.
        translations: the terms that it is a pair with, by Polylang's codes.
    """

    id: int
    name: str
    slug: str
    language: str | None
    translations: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of Polylang's.

    Args:
        code: such as ``hi``.
        locale: such as ``hi_IN``.
    """

    code: str
    locale: str


class WordPressSite:
    """A site.

    Args:
        transport: to it.
        api: where its REST API stands.

    Attributes:
        remarks: what an editor should know of the site, one sentence each.
    """

    def __init__(self, transport: Transport, api: Api) -> None:
        self._transport = transport
        self.api = api
        self.remarks: dict[str, None] = {}

    def user(self) -> User:
        """Whose password it is.

        Raises:
            SiteUnavailable: nobody's.
        """
        try:
            found = self._get("wp/v2/users/me", {"context": "edit"})
        except SiteUnavailable:
            raise
        except SiteError as error:
            raise SiteUnavailable(error.cause, hint=error.hint) from error
        capabilities = found.get("capabilities") if isinstance(found, dict) else None
        named = capabilities.items() if isinstance(capabilities, dict) else ()
        name = found.get("name") if isinstance(found, dict) else None
        return User(
            name if isinstance(name, str) else "",
            frozenset(name for name, has in named if has),
        )

    def post(self, kind: PostType, number: int) -> SitePost | None:
        """A post with its text; ``None`` where there is none of that number.

        Raises:
            SiteError: the user may not edit it.
        """
        reply = self._ask("GET", f"wp/v2/{_ROUTES[kind]}/{number}", {"context": "edit"})
        if reply.status in (404, 410) and refusal_code(reply) in _GONE:
            return None
        return self._read(self._accepted(reply), read_post)

    def states(self, kind: PostType, numbers: Iterable[int]) -> dict[int, PostState]:
        """What these posts are, without those that are gone or in the trash."""
        found: dict[int, PostState] = {}
        wanted = sorted(set(numbers))
        for start in range(0, len(wanted), _PAGE):
            some = wanted[start : start + _PAGE]
            listed = self._get(
                f"wp/v2/{_ROUTES[kind]}",
                {
                    "include": ",".join(map(str, some)),
                    "status": "any",
                    "per_page": _PAGE,
                    "context": "edit",
                    "_fields": "id,status,link",
                },
            )
            found |= {state.id: state for state in self._each(listed, read_state)}
        return found

    def with_slugs(self, kind: PostType, slugs: Iterable[str]) -> list[SitePost]:
        """The posts that have one of these slugs, drafts among them; the oldest first."""
        listed = self._get(
            f"wp/v2/{_ROUTES[kind]}",
            {
                "slug": ",".join(slugs),
                "status": "any",
                "per_page": _PAGE,
                "context": "edit",
            },
        )
        return sorted(self._each(listed, read_post), key=lambda post: post.id)

    def create(self, kind: PostType, fields: Mapping[str, Any]) -> SitePost:
        """Make a post."""
        reply = self._ask("POST", f"wp/v2/{_ROUTES[kind]}", content=fields)
        return self._read(self._accepted(reply), read_post)

    def update(self, kind: PostType, number: int, fields: Mapping[str, Any]) -> SitePost:
        """Change a post; what is not among the fields stays."""
        reply = self._ask("POST", f"wp/v2/{_ROUTES[kind]}/{number}", content=fields)
        return self._read(self._accepted(reply), read_post)

    def discard(self, kind: PostType, number: int) -> None:
        """Put a post into the trash."""
        self._accepted(self._ask("DELETE", f"wp/v2/{_ROUTES[kind]}/{number}"))

    def term(self, taxonomy: str, number: int) -> SiteTerm | None:
        """A term; ``None`` where there is none of that number."""
        reply = self._ask("GET", f"wp/v2/{_TAXONOMIES[taxonomy]}/{number}", {"context": "edit"})
        if reply.status == 404 and refusal_code(reply) in _GONE:
            return None
        return self._read(self._accepted(reply), _term)

    def find_terms(self, taxonomy: str, **query: str) -> list[SiteTerm]:
        """The terms that fit a query: ``slug=…`` or ``search=…``."""
        listed = self._get(f"wp/v2/{_TAXONOMIES[taxonomy]}", {**query, "per_page": _PAGE})
        return list(self._each(listed, _term))

    def create_term(self, taxonomy: str, fields: Mapping[str, Any]) -> SiteTerm | None:
        """Make a term, or take the one that is there; ``None`` where the user may not."""
        route = f"wp/v2/{_TAXONOMIES[taxonomy]}"
        reply = self._ask("POST", route, content=fields)
        if reply.status in (401, 403) and refusal_code(reply).startswith("rest_cannot_"):
            return None
        if refusal_code(reply) == "term_exists":
            return self._existing(taxonomy, reply)
        return self._read(self._accepted(reply), _term)

    def languages(self) -> list[SiteLanguage]:
        """Polylang's languages; none where it is not there, or too old to tell."""
        if "pll/v1" not in self.api.namespaces:
            return []
        reply = self._ask("GET", "pll/v1/languages")
        if reply.status != 200:
            return []
        return list(self._each(self._json(reply), _language))

    def _existing(self, taxonomy: str, reply: Reply) -> SiteTerm | None:
        data = self._json(reply).get("data")
        number = data.get("term_id") if isinstance(data, dict) else None
        return self.term(taxonomy, number) if is_number(number) else None

    def _get(self, route: str, params: Mapping[str, Any]) -> Any:
        return self._accepted(self._ask("GET", route, params))

    def _ask(
        self,
        method: str,
        route: str,
        params: Mapping[str, Any] | None = None,
        content: Mapping[str, Any] | None = None,
    ) -> Reply:
        address = self.api.address(route)
        return self._transport.ask(method, address, params=params, content=content)

    def _accepted(self, reply: Reply) -> Any:
        """What an answer says.

        Raises:
            SiteError: it is a refusal, or no JSON.
        """
        if reply.status >= 400:
            raise refusal(reply, self._transport.host, self._transport.hide)
        return self._json(reply)

    def _json(self, reply: Reply) -> Any:
        host = self._transport.host
        try:
            found, before = read_json(reply.text)
        except ValueError:
            said = plain_words(self._transport.hide(reply.text)) or "nothing"
            kind = "a web page" if reply.is_page else "what is no JSON"
            raise SiteError(
                f"{host} answered with {kind}, not as WordPress's REST API does: {said}",
                hint="A security plugin, a cache or an error of PHP may stand before it",
            ) from None
        if said := plain_words(self._transport.hide(before)):
            self.remarks[f"{host} prints messages of PHP into its answers: {said}"] = None
        return found

    def _each(self, listed: Any, read: Callable[[Any], Found]) -> Iterator[Found]:
        if not isinstance(listed, list):
            raise self._strange()
        for data in listed:
            yield self._read(data, read)

    def _read(self, data: Any, read: Callable[[Any], Found]) -> Found:
        try:
            return read(data)
        except ValueError:
            raise self._strange() from None

    def _strange(self) -> SiteError:
        return SiteError(
            f"{self._transport.host} did not answer as WordPress's REST API does",
            hint="A plugin may change its answers",
        )


def _term(data: Any) -> SiteTerm:
    """Read a term; raises ValueError for anything else."""
    if not isinstance(data, dict) or not is_number(data.get("id")):
        raise ValueError("no term")
    name, slug, language = data.get("name"), data.get("slug"), data.get("lang")
    if not isinstance(name, str) or not isinstance(slug, str):
        raise ValueError("no term")
    pairs = data.get("translations")
    told = pairs.items() if isinstance(pairs, dict) else ()
    return SiteTerm(
        id=data["id"],
        name=unescape(name),
        slug=unquote(slug),
        language=language if isinstance(language, str) and pairs is not None else None,
        translations={code: number for code, number in told if is_number(number)},
    )


def _language(data: Any) -> SiteLanguage:
    """Read a language of Polylang's; raises ValueError for anything else."""
    code = data.get("slug") if isinstance(data, dict) else None
    locale = data.get("locale") if isinstance(data, dict) else None
    if not isinstance(code, str) or not isinstance(locale, str):
        raise ValueError("no language")
    return SiteLanguage(code, locale)
