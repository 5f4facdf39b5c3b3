"""Whether the redirects of a site lead its readers to a page, and straight there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.hosts import address_key
from dualpress.site.verify.places import Fault, Target
from dualpress.site.verify.redirects import Redirection
from dualpress.site.verify.site import VerifiedSite

__all__ = ["RedirectRule"]

_MOST_HOPS = 10
"""What search engines follow; browsers follow twenty."""


class _Way(NamedTuple):
    """Where a redirect leads.

    Args:
        stops: the addresses on the way, the last one included.
        end: where that leads; ``None`` where it is gone.
        is_circle: whether the way comes back to one of them.
    """

    stops: list[str]
    end: Target | None
    is_circle: bool = False


class RedirectRule(Rule):
    """Redirects to a page that is there, without a detour."""

    id = "redirect"
    cause = (
        "A redirect leads to nothing, to another redirect or in a circle, or begins at a page "
        "that exists."
    )
    cure = "Send readers straight to the page that they end up on, or tell that the page is gone"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Follow each redirect that no other one leads to, and one of each circle."""
        rules = _by_address(site)
        reached = {
            address_key(_target(site, rule.target).url)
            for rule in rules.values()
            if rule.target is not None
        }
        seen: set[str] = set()
        for address in sorted(rules, key=lambda address: (address in reached, address)):
            if address not in seen:
                way = _way(site, rules, address)
                seen.update((address, *map(address_key, way.stops)))
                if message := _wrong(way):
                    rule = rules[address]
                    yield self.finding(rule.file, rule.line, f"{rule.source} leads {message}")
        yield from self._at_pages(site)

    def _at_pages(self, site: VerifiedSite) -> Iterator[Finding]:
        """Redirects that begin where a page stands: one of the two is never seen."""
        for rule in site.redirections:
            target = _target(site, rule.source)
            if target.path in site.pages and not target.faults - {Fault.RELATIVE}:
                message = f"{rule.source} is sent on, and there is a page, {target.path}"
                cure = "Take away the redirect, or the page"
                yield self.finding(rule.file, rule.line, message, cure=cure)


def _by_address(site: VerifiedSite) -> dict[str, Redirection]:
    """The redirects of the site by where they begin; the first of two counts."""
    found: dict[str, Redirection] = {}
    for rule in (*site.redirections, *_refreshing(site)):
        source = _target(site, rule.source)
        if source.is_inside and source.path not in site.pages:
            found.setdefault(address_key(source.url), rule)
    return found


def _refreshing(site: VerifiedSite) -> Iterator[Redirection]:
    """The pages that send their readers on themselves."""
    for path, page in site.read.items():
        if page.refresh:
            leads_to = site.resolve(page, page.refresh.value).url
            yield Redirection(site.places.url_of(path), leads_to, path, page.refresh.line)


def _target(site: VerifiedSite, href: str) -> Target:
    """Where an address of a list leads: it begins at the root of the host, or of the site."""
    target = site.places.resolve("", href)
    if target.is_inside:
        return target
    of_site = site.places.resolve("", href.lstrip("/"))
    return of_site if of_site.path is not None else target


def _way(site: VerifiedSite, rules: Mapping[str, Redirection], address: str) -> _Way:
    """Follow a redirect to its end."""
    stops: list[str] = []
    known = {address}
    while (leads_to := rules[address].target) is not None:
        target = _target(site, leads_to)
        address = address_key(target.url)
        stops.append(target.url)
        if address in known or address not in rules:
            return _Way(stops, target, is_circle=address in known)
        known.add(address)
    return _Way(stops, None)


def _wrong(way: _Way) -> str | None:
    """What is wrong with a way; the end of a sentence."""
    if way.is_circle:
        return f"to {way.stops[0]}, and round in a circle: no reader ever gets to a page"
    if way.end is None:
        return f"to {way.stops[-1]}, which is gone" if way.stops else None
    if len(way.stops) > _MOST_HOPS:
        return f"from one redirect to the next, {len(way.stops)} times: nobody follows so many"
    if way.end.is_inside and way.end.path is None:
        return f"to {way.stops[-1]}, which does not exist"
    if len(way.stops) > 1:
        return f"to {way.stops[-1]} by a detour over {way.stops[0]}"
    return None
