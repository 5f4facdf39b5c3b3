"""Selectors of ``dualpress.toml`` that match nothing: nobody would notice a misspelt one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from dualpress.article import Article
from dualpress.config import CONFIG_NAME, Project, find_entry
from dualpress.errors import SetupError

__all__ = ["content_warnings", "unmatched_selectors"]


def unmatched_selectors(
    project: Project, posts: Collection[str], matched: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Tell of each selector that the project sets and that matches nothing in any post.

    Of the presets' selectors most match nothing on any one site. A run that
    did not read all posts tells nothing.

    Args:
        project: whose configuration it is.
        posts: the ids of all articles.
        matched: by article id, the selectors that match something there.
    """
    if not posts or any(name not in matched for name in posts):
        return
    found = frozenset[str]().union(*matched.values())
    html = project.config.html
    for key, selectors in (
        ("content", html.content),
        ("skip", html.skip),
        ("attributes", html.attributes),
    ):
        for selector in dict.fromkeys(selectors):
            if selector not in found:
                yield (
                    f"{_place(project, key, selector)}: 'html.{key}' has “{selector}”, which "
                    "matches nothing in any post. Correct it, or take it out"
                )


def content_warnings(article: Article, project: Project) -> Iterator[str]:
    """Tell of a post in which no selector of ``html.content`` matches: it has no text."""
    content = project.config.html.content
    if content and article.matched.isdisjoint(content):
        named = " or ".join(f"“{selector}”" for selector in content)
        yield f"nothing in it is {named} ('html.content'), so its text is not translated"


def _place(project: Project, key: str, selector: str) -> str:
    """Where a selector stands, as ``file:line``."""
    try:
        line = find_entry(project.root, ("html", key), selector)
    except SetupError:  # the file was changed since it was read
        line = None
    return f"{CONFIG_NAME}:{line}" if line else CONFIG_NAME
