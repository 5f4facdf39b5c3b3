"""What may belong to a part of the site that is not among its files.

A post names pages and pictures of the blog that it comes from, and a folder
that a generator built, or dualpress, may hold a part of that blog alone. What
both versions of an article name in the same words comes from the post.
"""

from __future__ import annotations

from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.places import Target
from dualpress.site.verify.site import VerifiedSite

__all__ = ["may_stand_elsewhere"]


def may_stand_elsewhere(site: VerifiedSite, page: PageFacts, href: str, target: Target) -> bool:
    """Whether a file that is not there may be the site's all the same.

    Args:
        site: what was read.
        page: that names the file.
        href: in which words.
        target: where these lead.
    """
    is_whole = href.startswith("/") or "://" in href
    if not is_whole or not _is_of_post(site, page, href):
        return False
    return site.is_output or not site.places.has_folder_of(target.url)


def _is_of_post(site: VerifiedSite, page: PageFacts, href: str) -> bool:
    """Whether both versions have it; a page alone has none to compare, if it is a draft or ours."""
    partner = site.pages.get(site.partners.get(page.path, ""))
    if partner is None:
        return page.noindex is not None or site.is_output
    return any(href in named for named in (partner.links, partner.assets, partner.pictures))
