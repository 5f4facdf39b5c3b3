"""The sitemaps that ``robots.txt`` names.

https://www.sitemaps.org/protocol.html#submit_robots
"""

from __future__ import annotations

import re

from dualpress.site.verify.facts import Reference

__all__ = ["ROBOTS_NAME", "sitemaps_of_robots"]

ROBOTS_NAME = "robots.txt"

_SITEMAP = re.compile(r"\s*sitemap\s*:\s*(?P<url>[^\s#]+)", re.IGNORECASE)
_MOST_BYTES = 512 << 10
"""What search engines read of it (RFC 9309, 2.5)."""


def sitemaps_of_robots(data: bytes) -> tuple[Reference, ...]:
    """The addresses of sitemaps that a ``robots.txt`` names, with the line of each."""
    lines = data[:_MOST_BYTES].decode("utf-8-sig", "replace").splitlines()
    found = ((number, _SITEMAP.match(line)) for number, line in enumerate(lines, 1))
    return tuple(Reference(match["url"], number) for number, match in found if match)
