"""WordPress's shortcodes, and how they differ from brackets that a writer set.

``[gallery ids="1,2"]`` is replaced by a plugin, ``[sic]`` is read. WordPress
knows its shortcodes by the names that its plugins register; a page does not
tell those. So a bracket is a shortcode where it has attributes, ends with a slash or
has its ``[/name]`` on the page. Without any of these its name counts, if that
is one of WordPress's own or no word of a language, and the bracket fills its
paragraph: ``a [video] game`` and ``[video courtesy of PTV]`` are prose.

https://developer.wordpress.org/apis/shortcode/
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dualpress.article import Span
from dualpress.html.signs import MarkKind, Role, Sign

__all__ = [
    "CAPTIONS",
    "are_shortcodes",
    "armed_brackets",
    "brackets_of",
    "closed_names",
    "read_shortcode",
]

CAPTIONS = frozenset({"caption", "wp_caption"})
"""What encloses a picture and the text below it."""

# Those that WordPress registers itself (wp-includes/media.php, class-wp-embed.php).
_MEDIA = frozenset("audio embed gallery playlist video".split())
# Of Jetpack's those that are called with an address or a number and no name before it.
_EMBEDS = frozenset(
    "archiveorg codepen dailymotion flickr gist googlemaps instagram scribd slideshare soundcloud "
    "spotify ted tweet twitchtv ustream vimeo vine wpvideo youtube".split()
)
# WordPress themes' and the most used plugins' for tables of contents, searches and advertisements;
# those with a hyphen or an underscore need no list.
_BARE = frozenset("ads lwptoc searchform toc".split())
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
_BRACKET = re.compile(r"\[(?=/?[A-Za-z])[^\[\]]*+\]?")
_QUOTE = r"""(?:["'“”″’‘]|&(?:quot|[lr][ds]quo|\#0?3[49]|\#82(?:1[67]|2[01]|4[23]));)"""
_ATTRIBUTE = re.compile(
    # name="value", be it behind values without a name
    rf"(?:\s++[^\s<>=\"']++)*?\s++[\w-]+\s*=\s*{_QUOTE}",
    re.ASCII,
)
# name=value at once; `[n=34]` and `[Sample size=34]` are a statistician's
_BARE_ATTRIBUTE = re.compile(r"\s++[A-Za-z_][\w-]+=[^\s<>=]", re.ASCII)
_SELF_CLOSING = re.compile(r"\s++/")
# An address or a number, at most with attributes behind it
_ADDRESS = re.compile(r"(?:=|\s++)(?=[^\s<>\d:]*[\d:])[^\s<>]++(?:\s++[\w-]+=\S++)*+\s*+/?\Z")
_URL = re.compile(r"\s*+\S*?://")
_WORDLESS_NAME = re.compile(r"[a-z]\w*+-[\w-]*+|[A-Za-z][A-Za-z0-9-]*+_[\w-]*+", re.ASCII)
_ARGUMENT = rf"(?:(?>{_QUOTE}[^\[\]]*?{_QUOTE})|(?=[^\s\[\]]*[\d=])[^\s\[\]\"']++)"
# With nothing in it besides a name but numbers and strings
_CALL = rf"/?[A-Za-z][\w-]*+(?:\s++(?:[\w-]++=)?{_ARGUMENT})*+\s*+/?"
_LONE = rf"(?:\[\[{_CALL}\]\]|\[{_CALL}\])"
_LONE_SHORTCODE = re.compile(_LONE, re.ASCII)
_TEMPLATE_MARK = r"\{\{[^{}]*+\}\}|\{%[^{}%]*+%\}"
_ONLY_SHORTCODES = re.compile(rf"\s*+(?:(?:{_LONE}|{_TEMPLATE_MARK})\s*+)*+", re.ASCII)


def closed_names(text: str, start: int, end: int) -> set[str]:
    """The names that have a closing shortcode in a part of a text."""
    return {match["name"] for match in _CLOSING.finditer(text, start, end)}


def are_shortcodes(text: str) -> bool:
    """Whether a text has nothing but marks that may be shortcodes, or is blank."""
    return _ONLY_SHORTCODES.fullmatch(text) is not None


def brackets_of(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which shortcodes may begin in a part of a text."""
    return (match.start() for match in _LONE_SHORTCODE.finditer(text, start, end))


def read_shortcode(
    text: str, start: int, end: int, closed: Collection[str], *, is_alone: bool = False
) -> Sign | None:
    """Read the shortcode that begins at a bracket, if one does.

    Args:
        text: the source.
        start: of the bracket.
        end: that it must not reach beyond.
        closed: names that have a closing shortcode on the page.
        is_alone: whether nothing but shortcodes stand in its paragraph.
    """
    escaped = _ESCAPED.match(text, start, end)
    if escaped is not None:
        # Doubled brackets show what they hold, without calling it.
        inner = read_shortcode(text, *escaped.span("inner"), closed, is_alone=is_alone)
        return inner and Sign(Span(*escaped.span()), inner.name, Role.ALONE, MarkKind.WORD)
    match = _SHORTCODE.match(text, start, end)
    if match is None or not _is_called(match, closed, is_alone):
        return None
    name = match["name"]
    role = Role.CLOSE if match["closing"] else _role(match["rest"])
    return Sign(Span(*match.span()), name, role, *_kinds(name))


def armed_brackets(text: str, known: str) -> Iterator[int]:
    """Yield the offsets of the brackets at which WordPress might call something.

    Args:
        text: of a page.
        known: a text of the page: what stands there in brackets is not called.
    """
    for bracket in _BRACKET.finditer(text):
        if _is_armed(bracket[0], known):
            yield bracket.start()


def _is_armed(bracket: str, known: str) -> bool:
    # What closes it may stand behind a tag.
    whole = bracket.removesuffix("]") + "]"
    match = _SHORTCODE.fullmatch(whole)
    if match is None:
        return False
    # WordPress itself needs neither attributes nor a paragraph.
    may_be_called = _is_named(match["name"]) or not match["rest"].strip("/")
    return _is_called(match, (), False) or (may_be_called and bracket not in known)


def _is_called(match: re.Match[str], closed: Collection[str], is_alone: bool) -> bool:
    name, rest = match["name"], match["rest"]
    if match["closing"]:
        return not rest.strip()
    return (
        name in closed
        or (is_alone and _may_stand_alone(name, rest))
        or _has_attributes(name, rest)
        or (name in _MEDIA and _URL.match(rest) is not None)
        or (name in _EMBEDS and _ADDRESS.match(rest) is not None)
    )


def _may_stand_alone(name: str, rest: str) -> bool:
    if name in _MEDIA or name in CAPTIONS:
        return not rest.strip(" /")
    return name in _BARE or _WORDLESS_NAME.fullmatch(name) is not None


def _has_attributes(name: str, rest: str) -> bool:
    if _ATTRIBUTE.match(rest) is not None:
        return True
    if not name.islower():
        return False
    return _BARE_ATTRIBUTE.match(rest) is not None or _SELF_CLOSING.fullmatch(rest) is not None


def _is_named(name: str) -> bool:
    """Whether a name alone tells a shortcode."""
    is_listed = any(name in names for names in (_MEDIA, CAPTIONS, _EMBEDS, _BARE))
    return is_listed or _WORDLESS_NAME.fullmatch(name) is not None


def _role(rest: str) -> Role:
    return Role.ALONE if rest.endswith("/") else Role.OPEN


def _kinds(name: str) -> tuple[MarkKind, MarkKind | None]:
    if name in _MEDIA or name in _EMBEDS:
        return MarkKind.PART, MarkKind.PART
    if name in _CODE:
        return MarkKind.SILENT, MarkKind.WORD
    is_block = name in CAPTIONS or _LAYOUT.fullmatch(name) is not None
    return MarkKind.PART if is_block else MarkKind.SILENT, None
