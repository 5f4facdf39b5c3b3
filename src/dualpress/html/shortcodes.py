"""WordPress's shortcodes, and how they differ from brackets that a writer set.

``[gallery ids="1,2"]`` is replaced by a plugin, ``[sic]`` is read. WordPress
knows its shortcodes by the names that its plugins register; a page does not
tell those. So a bracket is a shortcode where its name is one of WordPress's
own, where it has attributes, ends with a slash or has its ``[/name]`` on the
page.

https://developer.wordpress.org/apis/shortcode/
"""

from __future__ import annotations

import re
from collections.abc import Collection

from dualpress.article import Span
from dualpress.html.signs import MarkKind, Role, Sign

__all__ = ["CAPTIONS", "closed_names", "disarmed_brackets", "read_shortcode"]

CAPTIONS = frozenset({"caption", "wp_caption"})
"""What encloses a picture and the text below it."""

# Those that WordPress registers itself (wp-includes/media.php, class-wp-embed.php).
_MEDIA = frozenset("audio embed gallery playlist video".split())
# Of Jetpack's those that are called with an address or a number and no name before it.
_EMBEDS = frozenset(
    "archiveorg codepen dailymotion flickr gist googlemaps instagram scribd slideshare soundcloud "
    "spotify ted tweet twitchtv ustream vimeo vine wpvideo youtube".split()
)
# Of Jetpack's LaTeX, of SyntaxHighlighter Evolved's and of Crayon's: what they enclose is code.
_CODE = frozenset("code latex sourcecode".split())
_LAYOUT = re.compile(
    # WPBakery's, Divi's and Avada's builders; the columns and tabs of many themes.
    r"(?:vc|et_pb|fusion)_\w+|(?:one|two|three|four|five)_(?:half|third|fourth|fifth|sixth)(?:_\w+)?"
    r"|(?:su_)?(?:accordion|cols?|columns?|row|section|spoiler|tabs?|toggles?)"
)

_NAME = r"(?P<name>[A-Za-z][\w-]*+)"
_SHORTCODE = re.compile(
    rf"\[(?P<closing>/?){_NAME}(?P<rest>(?:[\s=/][^\[\]]*+)?)\]", re.ASCII | re.DOTALL
)
_ESCAPED = re.compile(r"\[(?=\[)(?P<inner>\[[^\[\]]*+\])\]")
_CLOSING = re.compile(rf"\[/{_NAME}\s*\]", re.ASCII)
_LONE_NAME = re.compile(rf"\[{_NAME}\]", re.ASCII)
_BRACKET = re.compile(r"\[(?=/?[A-Za-z])[^\[\]]*+\]?")
_QUOTE = r"""(?:["'“”″’‘]|&(?:quot|[lr][ds]quo|\#0?3[49]|\#82(?:1[67]|2[01]|4[23]));)"""
_ATTRIBUTE = re.compile(
    # name="value", be it behind values without a name; or name=value at once
    rf"(?:\s++[^\s<>=\"']++)*?\s++[\w-]+\s*=\s*{_QUOTE}|\s++[A-Za-z_][\w-]*=[^\s<>=]",
    re.ASCII,
)
_ADDRESS = re.compile(r"(?:=|\s)\s*+[^\s<>\d:]*[\d:]")


def closed_names(text: str, start: int, end: int) -> set[str]:
    """The names that have a closing shortcode in a part of a text."""
    return {match["name"] for match in _CLOSING.finditer(text, start, end)}


def read_shortcode(text: str, start: int, end: int, closed: Collection[str]) -> Sign | None:
    """Read the shortcode that begins at a bracket, if one does.

    Args:
        text: the source.
        start: of the bracket.
        end: that it must not reach beyond.
        closed: names that have a closing shortcode on the page.
    """
    escaped = _ESCAPED.match(text, start, end)
    if escaped is not None:
        # Doubled brackets show what they hold, without calling it.
        inner = read_shortcode(text, *escaped.span("inner"), closed)
        return inner and Sign(Span(*escaped.span()), inner.name, Role.ALONE, MarkKind.WORD)
    match = _SHORTCODE.match(text, start, end)
    if match is None or not _is_called(match, closed):
        return None
    name = match["name"]
    role = Role.CLOSE if match["closing"] else _role(match["rest"])
    return Sign(Span(*match.span()), name, role, *_kinds(name))


def disarmed_brackets(text: str, known: str) -> str:
    """Write a text so that WordPress calls nothing in it, and a browser shows the same.

    Args:
        text: source text of a page.
        known: a text of the page: what stands there in brackets is not called.
    """
    return _BRACKET.sub(lambda match: _disarmed_bracket(match[0], known), text)


def _disarmed_bracket(bracket: str, known: str) -> str:
    # What closes it may stand behind a tag.
    whole = bracket.removesuffix("]") + "]"
    is_called = read_shortcode(whole, 0, len(whole), ()) is not None
    is_new = _LONE_NAME.fullmatch(bracket) is not None and bracket not in known
    return f"&#{ord('[')};{bracket[1:]}" if is_called or is_new else bracket


def _is_called(match: re.Match[str], closed: Collection[str]) -> bool:
    name, rest = match["name"], match["rest"]
    if match["closing"]:
        return not rest.strip()
    is_own = name in _MEDIA or name in CAPTIONS or "_" in name
    is_embed = name in _EMBEDS and _ADDRESS.match(rest) is not None
    is_whole = rest.endswith("/") and not rest.startswith("=")
    return is_own or is_embed or is_whole or name in closed or _ATTRIBUTE.match(rest) is not None


def _role(rest: str) -> Role:
    return Role.ALONE if rest.endswith("/") else Role.OPEN


def _kinds(name: str) -> tuple[MarkKind, MarkKind | None]:
    if name in _MEDIA or name in _EMBEDS:
        return MarkKind.PART, MarkKind.PART
    if name in _CODE:
        return MarkKind.SILENT, MarkKind.WORD
    is_block = name in CAPTIONS or _LAYOUT.fullmatch(name) is not None
    return MarkKind.PART if is_block else MarkKind.SILENT, None
