"""The marks of template languages: what a site generator replaces when it builds a page.

``{{ … }}``, ``{% … %}`` and ``{# … #}`` of Liquid, Jinja, Twig, Nunjucks and
Go; ``{{< … >}}`` and ``{{% … %}}``, Hugo's shortcodes; ``<% … %>`` of ERB and
EJS; ``<?php … ?>`` and ``<?= … ?>``. One that is not closed before the next of
its kind opens is text, and so is what could be no call: ``{%5 off%}``.

https://shopify.github.io/liquid/basics/introduction/,
https://gohugo.io/content-management/shortcodes/,
https://docs.ruby-lang.org/en/master/ERB.html,
https://www.php.net/manual/en/language.basic-syntax.phptags.php
"""

from __future__ import annotations

import re

from dualpress.article import Span
from dualpress.html.signs import MarkKind, Role, Sign

__all__ = ["read_template_mark"]

# Hugo's own: https://gohugo.io/shortcodes/
_MEDIA = frozenset(
    "figure gist instagram qr tweet twitter twitter_simple vimeo vimeo_simple x x_simple "
    "youtube".split()
)
# What stands between these is not read: it is code, or shown nowhere.
_WHOLE = {
    "highlight": MarkKind.PART,
    "comment": MarkKind.SILENT,
    "raw": MarkKind.WORD,
    "verbatim": MarkKind.WORD,
}
_MARK = re.compile(
    r"""
      \{\{[<%] (?P<hugo> (?: (?! \{\{ | [>%]\}\} ) . )++ ) [>%]\}\}
    | \{\{\{ (?P<raw> (?: (?! \{\{ | \}\}\} ) . )++ ) \}\}\}
    | \{\{ (?P<value> (?: (?! \{\{ | \}\} ) . )++ ) \}\}
    | \{% (?= [-+~]? \s*+ [A-Za-z_\#] ) (?P<tag> (?: (?! \{% | %\} ) . )++ ) %\}
    | \{\# (?= [-\s] ) (?P<note> (?: (?! \{\# | \#\} ) . )++ ) \#\}
    | <% (?! \d ) (?P<code> (?: (?! <% | %> ) . )++ ) %>
    | <\? (?= php\b | = ) (?P<php> (?: (?! <\? | \?> ) . )++ ) \?>
    """,
    re.VERBOSE | re.DOTALL,
)
_HUGO_NAME = re.compile(r"\s*(?P<closing>/?)\s*(?P<name>[\w./-]*\w)")
_TAG_NAME = re.compile(r"[-+~]?\s*(?P<closing>end)?(?P<name>\w+)")
# Handlebars' blocks, partials and comments; Go's actions.
_ACTION = re.compile(
    r"[-~]?\s*+(?:[#/!^>]|(?:else|end)\b|(?:block|define|if|partial|range|template|with)\s+[^\s}-])"
)
_PRINTED = re.compile("[=-]")  # EJS's `<%-` prints; ERB's rare `<%-` is taken for it
_ECHOED = re.compile(r"=|php\s+(?:echo|print)\b")


def read_template_mark(text: str, start: int, end: int) -> Sign | None:
    """Read the mark that begins at a brace or an angle bracket, if one does.

    Args:
        text: the source.
        start: of the brace.
        end: that it must not reach beyond.
    """
    match = _MARK.match(text, start, end)
    if match is None or match.lastgroup is None:
        return None
    span, inner = Span(*match.span()), match[match.lastgroup]
    if match.lastgroup == "hugo":
        return _hugo_shortcode(span, inner)
    if match.lastgroup == "tag":
        return _tag(span, inner)
    return Sign(span, "", Role.ALONE, _kind(match.lastgroup, inner))


def _kind(group: str, inner: str) -> MarkKind:
    is_value = {
        "raw": True,
        "value": not _ACTION.match(inner),
        "note": False,
        "code": _PRINTED.match(inner) is not None,
        "php": _ECHOED.match(inner) is not None,
    }
    return MarkKind.WORD if is_value[group] else MarkKind.SILENT


def _hugo_shortcode(span: Span, inner: str) -> Sign:
    call = _HUGO_NAME.match(inner)
    if call is None or inner.lstrip().startswith("/*"):  # shown as code, not called
        return Sign(span, "", Role.ALONE, MarkKind.WORD)
    name = call["name"]
    if name in _MEDIA:
        return Sign(span, name, Role.ALONE, MarkKind.PART)
    is_whole = inner.rstrip().endswith("/")
    role = Role.CLOSE if call["closing"] else Role.ALONE if is_whole else Role.OPEN
    return Sign(span, "{{<" + name, role, MarkKind.WORD, _WHOLE.get(name))


def _tag(span: Span, inner: str) -> Sign:
    call = _TAG_NAME.match(inner)
    if call is None:
        return Sign(span, "", Role.ALONE, MarkKind.SILENT)
    role = Role.CLOSE if call["closing"] else Role.OPEN
    return Sign(span, "{%" + call["name"], role, MarkKind.SILENT, _WHOLE.get(call["name"]))
