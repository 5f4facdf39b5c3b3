"""A server on this machine that answers as WordPress's REST API does, as far as publishing asks.

After wp-includes/rest-api/endpoints/ of WordPress 6.1.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

USER = "asha"
PASSWORD = "Qz7t bX2m Lp9w Rf4k Nc6v Hj1d"  # noqa: S105 - of this server alone
CAPABILITIES = ("edit_posts", "edit_others_posts", "publish_posts", "unfiltered_html")

_LISTED = ("publish", "future", "draft", "pending", "private")
_HIDDEN = ("draft", "pending")


@dataclass
class Asked:
    """What the server was asked."""

    method: str
    route: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Said:
    """What it answers."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body).encode()


Trap = Callable[[Asked], Said | None]


class Refused(Exception):
    def __init__(self, status: int, code: str, message: str = "No.", **data: Any) -> None:
        content = {"code": code, "message": message, "data": {"status": status, **data}}
        self.said = Said(content, status)


class FakeWordPress:
    """A site in memory.

    Attributes:
        posts: by number, as the REST API gives them.
        terms: by number.
        asked: every request so far.
        traps: each may answer in the place of the site, or break the connection.
        stores: what it makes of a text that it is sent.
        slugs: what it makes of a slug.
        after: called when a request was done, before it is answered.
    """

    def __init__(self) -> None:
        self.url = ""
        self.posts: dict[int, dict[str, Any]] = {}
        self.terms: dict[int, dict[str, Any]] = {}
        self.asked: list[Asked] = []
        self.traps: list[Trap] = []
        self.after: list[Trap] = []
        self.capabilities = set(CAPABILITIES)
        self.has_pretty_links = True
        self.has_polylang = False
        self.stores: Callable[[str], str] = lambda text: text
        self.slugs: Callable[[str], str] = lambda slug: slug
        self._lock = Lock()
        self._next = 100

    @property
    def changes(self) -> list[Asked]:
        """The requests that were not for reading alone."""
        return [asked for asked in self.asked if asked.method != "GET"]

    def add(self, kind: str = "post", **fields: Any) -> int:
        """A post that an editor made."""
        given = {"status": "publish", "slug": "", "title": "", "content": "", "excerpt": ""}
        return int(self._insert(kind, {**given, **fields})["id"])

    def edit(self, number: int, **fields: Any) -> None:
        """What an editor changes."""
        self._change(self.posts[number], fields)

    def answer(self, asked: Asked) -> Said:
        with self._lock:
            self.asked.append(asked)
            for trap in self.traps:
                if said := trap(asked):
                    return said
            try:
                said = self._routed(asked)
            except Refused as refused:
                said = refused.said
            for trap in self.after:
                said = trap(asked) or said
            return said

    def _routed(self, asked: Asked) -> Said:
        if asked.route == "home":
            root = f"{self.url}/{'wp-json/' if self.has_pretty_links else '?rest_route=/'}"
            link = {"Link": f'<{self.url}/x>; rel="shortlink", <{root}>; rel="https://api.w.org/"'}
            return Said(b"<!DOCTYPE html><title>A site</title>", headers=link)
        if asked.route == "":
            spaces = ["oembed/1.0", *(["pll/v1"] if self.has_polylang else []), "wp/v2"]
            return Said({"home": self.url, "namespaces": spaces})
        if asked.route == "pll/v1/languages" and self.has_polylang:
            named = [("en", "en_US"), ("hi", "hi_IN")]
            return Said([{"slug": code, "locale": locale} for code, locale in named])
        match = re.fullmatch(r"wp/v2/(posts|pages|categories|tags|users)(?:/(\w+))?", asked.route)
        if match is None:
            raise Refused(404, "rest_no_route")
        self._log_in(asked)
        name, number = match.groups()
        if name == "users":
            caps = dict.fromkeys(self.capabilities, True)
            return Said({"id": 1, "name": "Asha Rao", "capabilities": caps})
        handle = self._posts if name in ("posts", "pages") else self._terms
        return handle(asked, name, int(number) if number else None)

    def _log_in(self, asked: Asked) -> None:
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if scheme != "Basic":
            raise Refused(401, "rest_not_logged_in", "You are not currently logged in.")
        user, _, password = base64.b64decode(token).decode().partition(":")
        if user != USER or re.sub(r"\W", "", password) != PASSWORD.replace(" ", ""):
            raise Refused(401, "incorrect_password", "Not an application password.")

    def _posts(self, asked: Asked, name: str, number: int | None) -> Said:
        kind = name.removesuffix("s")
        if number is None and asked.method == "GET":
            return Said([self._shown(post, asked) for post in self._listed(kind, asked.query)])
        if number is None:
            return Said(self._insert(kind, asked.json()), 201)
        post = self.posts.get(number)
        if post is None or post["type"] != kind:
            raise Refused(404, "rest_post_invalid_id", "Invalid post ID.")
        if asked.method == "DELETE":
            self._change(post, {"status": "trash", "slug": f"{post['slug']}__trashed"})
        elif asked.method == "POST":
            self._change(post, asked.json())
        return Said(self._shown(post, asked))

    def _listed(self, kind: str, query: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        assert query["status"] == "any"
        slugs = {quote(slug).lower() for slug in query.get("slug", "").split(",") if slug}
        included = {int(number) for number in query.get("include", "").split(",") if number}
        for post in self.posts.values():
            fits = post["slug"].lower() in slugs or post["id"] in included
            if post["type"] == kind and post["status"] in _LISTED and fits:
                yield post

    def _shown(self, post: dict[str, Any], asked: Asked) -> dict[str, Any]:
        names = asked.query.get("_fields", "").split(",")
        return post if names == [""] else {name: post[name] for name in names}

    def _insert(self, kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        self._next += 1
        post: dict[str, Any] = {
            "id": self._next,
            "type": kind,
            "guid": {"raw": f"https://www.example.org/?p={self._next}"},
            "status": "draft",
            "slug": "",
            "date_gmt": "2026-11-20T04:30:00",
            "author": 1,
            "featured_media": 0,
            "categories": [],
            "tags": [],
            "meta": {},
        }
        for name in ("title", "content", "excerpt"):
            post[name] = {"raw": ""}
        if self.has_polylang:
            post |= {"lang": "en", "translations": {"en": self._next}}
        self.posts[self._next] = post
        self._change(post, fields)
        # New drafts get a slug of their own, other than changed ones.
        post["slug"] = self._unique(post)
        return post

    def _change(self, post: dict[str, Any], fields: Mapping[str, Any]) -> None:
        for name, value in fields.items():
            if name in ("title", "content", "excerpt"):
                post[name] = {"raw": self.stores(value)}
            elif name == "slug":
                post["slug"] = quote(self.slugs(value)).lower()
            elif name not in ("lang", "translations") or self.has_polylang:
                post[name] = value
        if post["status"] not in _HIDDEN:
            post["slug"] = self._unique(post)
        is_hidden = post["status"] in _HIDDEN
        post["link"] = f"{self.url}/?p={post['id']}" if is_hidden else f"{self.url}/{post['slug']}/"
        for number in post.get("translations", {}).values():
            if number in self.posts:
                self.posts[number]["translations"] = dict(post["translations"])

    def _unique(self, post: dict[str, Any]) -> str:
        others = {
            other["slug"]
            for other in self.posts.values()
            if other is not post and other["type"] == post["type"]
        }
        slug, number = post["slug"], 1
        while slug and slug in others:
            number += 1
            slug = f"{post['slug']}-{number}"
        return str(slug)

    def _terms(self, asked: Asked, name: str, number: int | None) -> Said:
        own = [term for term in self.terms.values() if term["taxonomy"] == name]
        if number is not None:
            return Said(self.terms[number])
        if asked.method == "GET":
            slug, search = asked.query.get("slug"), asked.query.get("search")
            found = [
                term
                for term in own
                if (slug and term["slug"] == quote(slug).lower())
                or (search and search.lower() in term["name"].lower())
            ]
            return Said(found)
        if "manage_categories" not in self.capabilities:
            raise Refused(403, "rest_cannot_create")
        fields = asked.json()
        for term in own:
            # Polylang lets each language have a term of a name.
            if (term["name"], term.get("lang")) == (fields["name"], fields.get("lang")):
                raise Refused(400, "term_exists", term_id=term["id"])
        return Said(self.add_term(name, **fields), 201)

    def add_term(self, taxonomy: str, name: str, slug: str = "", **more: Any) -> dict[str, Any]:
        self._next += 1
        term = {"id": self._next, "taxonomy": taxonomy, "name": name, **more}
        term["slug"] = quote(slug or name).lower()
        if self.has_polylang:
            term.setdefault("lang", "en")
            term.setdefault("translations", {})
        self.terms[self._next] = term
        return term


class Broken(Exception):
    """Breaks the connection."""


def _handler(site: FakeWordPress) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _respond(self) -> None:
            asked = self._read()
            try:
                said = site.answer(asked)
            except Broken:
                self.close_connection = True
                return
            body = said.encoded()
            self.send_response(said.status)
            headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
            for name, value in {**headers, **said.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(body)

        do_GET = do_POST = do_DELETE = _respond  # noqa: N815 - the names that are looked for

        def _read(self) -> Asked:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            route = unquote(parts.path)
            if site.has_pretty_links and route.startswith("/wp-json/"):
                route = route.removeprefix("/wp-json/")
            elif "rest_route" in query:
                route = query.pop("rest_route").lstrip("/")
            else:
                route = "home" if route == "/" else "nothing"
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", "0")))
            return Asked(self.command, route, query, headers, body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def serving(site: FakeWordPress) -> Iterator[str]:
    """Runs the site on a free port of 127.0.0.1 until the block ends; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site.url
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
