"""What the tests of exports to WordPress share: posts as an import writes them."""

from __future__ import annotations

from pipeline_support import Site

from dualpress.site.wordpress.fragment import Fragment, fragment_of
from dualpress.site.wordpress.post import Original, PostText, Term

PORTS = Term("category", "Ports", "ports")
NAVY = Term("post_tag", "Indian Navy", "indian-navy")

BODY = (
    '<!-- wp:paragraph {"align":"left"} -->\n'
    '<p class="has-text-align-left">The river rose. Two bridges were closed.</p>\n'
    "<!-- /wp:paragraph -->\r\n\n"
    '[caption id="attachment_7" width="300"]<img src="https://blog.example/a.jpg" alt="The river" '
    "/> The road is open again.[/caption]"
)


def original(number: int = 12, **told: object) -> Original:
    """What WordPress knows of a post."""
    usual: dict[str, object] = {
        "id": number,
        "type": "post",
        "status": "publish",
        "guid": f"https://blog.example/?p={number}",
        "link": f"https://blog.example/post-{number}/",
        "date": "2026-11-20 10:00:00",
        "date_gmt": "2026-11-20 04:30:00",
        "author": "asha",
    }
    return Original(**{**usual, **told})  # type: ignore[arg-type]


def text(**said: object) -> PostText:
    """What a post says."""
    usual: dict[str, object] = {"title": "The river", "slug": "the-river", "body": BODY}
    return PostText(**{**usual, **said})  # type: ignore[arg-type]


def post(number: int = 12, *, known: dict[str, object] | None = None, **said: object) -> bytes:
    """The file of a post."""
    return fragment_of(Fragment(original(number, **(known or {})), text(**said)))


def approved(site: Site, *ids: str) -> Site:
    """The same project, all of it translated and approved."""
    site.translate()
    result = site.approve(*ids)
    assert result.refused == result.failures == ()
    return site
