"""``verify``: proves that the pages of a site are in pairs, whatever made it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from dualpress.progress import NoProgress, Progress
from dualpress.site.verify import Finding, VerifiedSite, read_folder, read_web, run_rules

__all__ = ["VerifyReport", "verify"]


@dataclass(frozen=True)
class VerifyReport:
    """What ``verify`` found.

    Args:
        findings: by file and line.
        pages: how many were read.
        pairs: how many of these are versions of each other, two and two, or of a page elsewhere.
        base_url: the address of the site, where it is known.
        warnings: what could not be looked at.
    """

    findings: tuple[Finding, ...]
    pages: int
    pairs: int
    base_url: str | None
    warnings: tuple[str, ...] = ()


def verify(
    target: Path | str,
    *,
    base_url: str | None = None,
    own_urls: Mapping[str, str] | None = None,
    ignored: Collection[str] = frozenset(),
    limit: int = 2000,
    progress: Progress | None = None,
) -> VerifyReport:
    """Read a site and ask it all questions.

    Args:
        target: the folder of its pages; or its address, as text.
        base_url: the address of the folder, where it is not to be told from the pages.
        own_urls: the addresses of folders in it that stand at one of their own,
            by their paths.
        ignored: ids of rules that are not run.
        limit: the most pages that are fetched from an address.
        progress: is told how far the run is.

    Raises:
        UsageError: there is no page, or no rule of such an id.
        ReadError: a page cannot be read or fetched.
        ConfigError: an address is not that of a site.
    """
    steps = _Steps(progress or NoProgress())
    if isinstance(target, Path):
        site = read_folder(target, base_url=base_url, own_urls=own_urls, advance=steps)
    else:
        site = read_web(target, limit=limit, advance=steps)
    findings = run_rules(site, ignored=ignored)
    steps.finish()
    return VerifyReport(
        findings=tuple(findings),
        pages=len(site.pages),
        pairs=len(site.pairs) + len(site.outside),
        base_url=site.places.base_url,
        warnings=tuple(_warnings(site)),
    )


class _Steps:
    """Turns “so many of so many” into the steps of a progress."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._is_started = False

    def __call__(self, _done: int, total: int) -> None:
        if not self._is_started:
            self._progress.start("Reading pages", total)
            self._is_started = True
        self._progress.advance()

    def finish(self) -> None:
        """End the progress."""
        self._progress.finish()


def _warnings(site: VerifiedSite) -> list[str]:
    told = []
    if not site.has_address:
        told.append(
            "the site's address is not known, so its canonical addresses, versions and sitemap "
            "were not looked at; name it with --base-url"
        )
    if site.outside:
        told.append(
            "versions that are published elsewhere, as the manifest tells, and that were not "
            f"looked at: {len(site.outside)}"
        )
    if site.unasked:
        told.append(
            "addresses that the server was not asked for, and that count as there: "
            f"{site.unasked}; allow more with --limit"
        )
    if not site.pairs and not site.outside:
        told.append("no two pages were found that are versions of each other")
    return told
