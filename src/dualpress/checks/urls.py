"""URLs, e-mail addresses and handles are copied, never translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.addresses import find_addresses

__all__ = ["UrlsCheck"]


_HANDLE = regex.compile(r"(?<![\p{L}\p{N}@./_-])@[A-Za-z0-9_]{3,30}(?![\w@.-]*\w*@)")


class UrlsCheck(Check):
    """The addresses of the source, letter for letter."""

    id = "urls"
    name = "Addresses"
    cause = "A URL, an e-mail address or a handle was changed, lost or added."
    cure = "Copy it from the source."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the addresses of both sides."""
        if "address" not in pair.source_traits and "address" not in pair.target_traits:
            return []
        source, target = _addresses(pair.source_text), _addresses(pair.target_text)
        if source == target:
            return []
        lost = [self.finding(f"“{address}” is missing") for address in source - target]
        added = [self.finding(f"“{address}” is not in the source") for address in target - source]
        return lost + added


def _addresses(text: str) -> Counter[str]:
    """The addresses that are meant as such: ``Booking.com`` is a name, also बुकिंग.कॉम."""
    found = [text[start:end] for start, end in find_addresses(text)]
    handles = _HANDLE.findall(text) if "@" in text else []
    return Counter([*filter(_is_address, found), *handles])


def _is_address(text: str) -> bool:
    return "/" in text or "@" in text or text.lower().startswith("www.")
