"""Braces in an article's text, which a generator would take for a call.

A translation has none: its braces are written as references. What is written
here is the source's own: text of a finished page, or a call for another
generator.
"""

from __future__ import annotations

import re

__all__ = ["shown_by_hugo", "shown_by_liquid"]

# https://gohugo.io/content-management/shortcodes/#notation
_HUGO = re.compile(r"\{(?=\{[<%])")
# https://shopify.github.io/liquid/basics/introduction/
_LIQUID = re.compile(r"\{(?=[{%])")


def shown_by_hugo(html: str) -> str:
    """Write HTML so that Hugo finds no shortcode in it and a browser shows the same."""
    return _HUGO.sub("&#123;", html)


def shown_by_liquid(html: str, *, runs_marks: bool) -> str:
    """Write a template for Liquid that gives the HTML.

    Every version of Liquid prints a brace in quotes; ``raw`` would end at an
    ``endraw`` in the text, and ``render_with_liquid`` is unknown to Jekyll 3.

    Args:
        html: the HTML.
        runs_marks: whether Liquid's own marks are calls; Hugo's never are.
    """
    return (_HUGO if runs_marks else _LIQUID).sub('{{ "{" }}', html)
