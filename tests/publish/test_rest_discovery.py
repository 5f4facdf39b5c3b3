"""Finding the REST API of a site."""

from __future__ import annotations

import pytest
from fake_wordpress import PASSWORD, USER, Asked, FakeWordPress, Said, serving

from dualpress.errors import SiteUnavailable
from dualpress.site.wordpress.rest.credentials import Credentials
from dualpress.site.wordpress.rest.discovery import Api, find_api
from dualpress.site.wordpress.rest.transport import Transport


def found(site: FakeWordPress, path: str = "") -> Api:
    with serving(site) as url:
        transport = Transport(url, Credentials(USER, PASSWORD))
        try:
            return find_api(transport, url + path)
        finally:
            transport.close()


def home(page: bytes, status: int = 200, **headers: str) -> FakeWordPress:
    """A site with this page as its first one."""
    site = FakeWordPress()

    def first(asked: Asked) -> Said | None:
        return Said(page, status, headers) if asked.route == "home" else None

    site.traps.append(first)
    return site


def test_the_header_names_it() -> None:
    site = FakeWordPress()
    api = found(site)
    assert api.address("wp/v2/posts") == f"{site.url}/wp-json/wp/v2/posts"


def test_plain_permalinks_name_it_in_the_query() -> None:
    site = FakeWordPress()
    site.has_pretty_links = False
    assert found(site).address("wp/v2/posts") == f"{site.url}/?rest_route=%2Fwp%2Fv2%2Fposts"


def test_the_page_names_it_where_a_cache_drops_the_header() -> None:
    site = home(b'<head><link rel="https://api.w.org/" href="/wp-json/"></head>')
    assert found(site).root == f"{site.url}/wp-json/"


def test_the_usual_places_are_tried_where_nothing_names_it() -> None:
    site = home(b"<p>Hello")
    assert found(site).root == f"{site.url}/wp-json/"
    site = home(b"<p>Hello")
    site.has_pretty_links = False
    assert found(site).root == f"{site.url}/?rest_route=/"


def test_no_password_is_sent_to_strangers() -> None:
    site = FakeWordPress()
    found(site)
    assert not any("authorization" in asked.headers for asked in site.asked)


def test_an_api_that_hides_from_strangers_is_asked_with_the_password() -> None:
    site = FakeWordPress()

    def hides(asked: Asked) -> Said | None:
        is_stranger = asked.route == "" and "authorization" not in asked.headers
        return Said({"code": "rest_cannot_access"}, 401) if is_stranger else None

    site.traps.append(hides)
    assert found(site).home == site.url


def test_an_api_on_another_site_is_not_asked() -> None:
    link = '<https://www.example.org/wp-json/>; rel="https://api.w.org/"'
    with pytest.raises(SiteUnavailable, match=r"www\.example\.org"):
        found(home(b"", Link=link))


def test_a_site_without_an_api_is_told() -> None:
    site = FakeWordPress()
    site.traps.append(lambda asked: None if asked.route == "home" else Said(b"", 404))
    with pytest.raises(SiteUnavailable, match="no REST API"):
        found(site)


def test_a_page_for_browsers_is_no_api() -> None:
    site = FakeWordPress()
    site.traps.append(lambda _: Said(b"<!DOCTYPE html><p>Hello"))
    with pytest.raises(SiteUnavailable, match="no REST API"):
        found(site)


def test_a_site_that_refuses_everything_is_told() -> None:
    site = FakeWordPress()
    site.traps.append(lambda _: Said(b"<title>Just a moment...</title>", 403))
    with pytest.raises(SiteUnavailable, match="Cloudflare"):
        found(site)
