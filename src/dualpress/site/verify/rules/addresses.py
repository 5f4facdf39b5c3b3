"""Whether addresses are written as the site's own: whole, with the right slashes, host and path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.places import Fault, Target
from dualpress.site.verify.site import VerifiedSite

__all__ = ["AbsoluteRule", "BasePathRule", "DoubleSlashRule", "HostRule", "TrailingSlashRule"]


class _FaultRule(Rule):
    """Tells of all addresses that have one fault."""

    fault: ClassVar[Fault]
    wrong: ClassVar[str]

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at all addresses."""
        for address in site.address_faults(self.fault):
            message = f"{address.name} is {address.href}, {self.wrong}"
            yield self.finding(address.file, address.line, message)


class AbsoluteRule(_FaultRule):
    """Search engines are given whole addresses."""

    id = "absolute"
    cause = "A canonical address, a version or a sitemap's page is not a whole address."
    cure = "Write the whole address, with https:// and the host"
    fault = Fault.RELATIVE
    wrong = "which is no whole address"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the addresses that have to be whole."""
        for address in site.address_faults(self.fault):
            if address.is_absolute:
                message = f"{address.name} is “{address.href}”, {self.wrong}"
                yield self.finding(address.file, address.line, message)


class DoubleSlashRule(_FaultRule):
    """No two slashes in a row."""

    id = "double-slash"
    cause = "An address has two slashes in a row."
    cure = "Write one slash: where two parts of an address are put together, one of them has it"
    fault = Fault.DOUBLE_SLASH
    wrong = "with two slashes in a row"


class BasePathRule(_FaultRule):
    """Addresses begin with the folder that the site stands in."""

    id = "base-path"
    cause = "An address lacks the folder that the site stands in, or has it twice."
    cure = "Begin the address with the site's own: see its base URL in the generator's settings"
    needs_address = True
    fault = Fault.BASE_PATH
    wrong = "without the folder that the site stands in, or with it twice"


class HostRule(_FaultRule):
    """Addresses begin with the scheme and the host that the site stands on."""

    id = "host"
    cause = "An address has another scheme or host than the site: http, www, localhost."
    cure = "Write the scheme and the host of the site's own address everywhere"
    needs_address = True
    fault = Fault.HOST
    wrong = "which is not on the site's own host"


class TrailingSlashRule(_FaultRule):
    """Addresses end as the page's own does."""

    id = "trailing-slash"
    cause = "An address has a slash at its end that the page's own has not, or lacks it."
    cure = "Write the address of a page in one way: as its canonical link does, and as it is served"
    fault = Fault.TRAILING_SLASH
    wrong = "with a slash too many or too few at its end for the file that it leads to"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at all addresses, and then compare those of versions with their canonical ones."""
        yield from super().run(site)
        canonicals = dict(_canonicals(site))
        told = set()
        for path in site.pages:
            for named in site.versions[path]:
                own = canonicals.get(named.target.path or "")
                key = (named.file, named.line, named.target.url)
                if own and _differs_in_ending(named.target, own) and key not in told:
                    told.add(key)
                    message = f'hreflang="{named.code}" is {named.target.url}, and its canonical'
                    yield self.finding(named.file, named.line, f"{message} address {own}")


def _canonicals(site: VerifiedSite) -> Iterator[tuple[str, str]]:
    """The pages whose canonical address leads to them without a fault, with that address."""
    for path, page in site.pages.items():
        for reference in page.canonicals[:1]:
            target = site.resolve(page, reference.value)
            if target.path == path and not target.faults:
                yield path, target.url


def _differs_in_ending(target: Target, own: str) -> bool:
    """Whether an address without a fault is spelled in another way than the canonical one."""
    return not target.faults and target.url != own and _stem(target.url) == _stem(own)


def _stem(url: str) -> str:
    return url.removesuffix("index.html").removesuffix(".html").rstrip("/")
