"""An archive of made-up articles, in English and in Hindi, as large as one asks for.

The articles are a blog's on foreign affairs: headings, paragraphs, a list, a
figure, inline tags, numbers and names. They are the same in every run, and no
sentence of the archive stands in it twice, since a repeated one would be cheap.
Their Hindi says the same with the same tags, so that it can be taken for
reviewed translations. No language model is needed to make either.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, Status
from dualpress.catalog import Catalog, entries_of, write_catalog
from dualpress.html import read_html

__all__ = ["MadeUp", "make_articles", "write_posts", "write_reviewed", "write_translated"]

_WHO = (
    ("The ministry", "मंत्रालय ने"),
    ("Mr. Rao of the harbour board", "बंदरगाह बोर्ड के श्री राव ने"),
    ("A report by the regional office", "क्षेत्रीय कार्यालय की एक रिपोर्ट ने"),
    ("The spokesman, who asked not to be named,", "प्रवक्ता ने, जिन्होंने नाम न देने को कहा,"),
    ("The coast guard", "तट रक्षक ने"),
    ("The finance committee", "वित्त समिति ने"),
    ("The survey team", "सर्वेक्षण दल ने"),
    ("The former envoy", "पूर्व राजदूत ने"),
    ("The opposition", "विपक्ष ने"),
    ("The shipping company", "जहाज़रानी कंपनी ने"),
)
_SAID = (
    ("said on Monday", "सोमवार को कहा"),
    ("told reporters", "पत्रकारों को बताया"),
    ("wrote in a letter", "एक पत्र में लिखा"),
    ("admitted in the evening", "शाम को माना"),
    ("announced again", "फिर घोषणा की"),
    ("confirmed", "पुष्टि की"),
    ("explained to parliament", "संसद को समझाया"),
)
_WHAT = (
    ("that the new terminal at {place}", "कि {place} का नया टर्मिनल"),
    ("that the railway to {place}", "कि {place} तक की रेल लाइन"),
    ("that the river treaty of {place}", "कि {place} की नदी संधि"),
    ("that the radar station in {place}", "कि {place} का रडार केंद्र"),
    ("that the road through {place}", "कि {place} से होकर जाने वाली सड़क"),
    ("that the fuel depot near {place}", "कि {place} के पास का ईंधन डिपो"),
    ("that the school in {place}", "कि {place} का विद्यालय"),
    ("that the market of {place}", "कि {place} का बाज़ार"),
)
_DONE = (
    ("will be ready in {number} days", "{number} दिनों में तैयार हो जाएगा"),
    ("cost {number} million rupees", "{number} मिलियन रुपये में बना"),
    ("serves {number} families", "{number} परिवारों के काम आता है"),
    ("needs {number} workers more", "के लिए {number} कर्मचारी और चाहिए"),
    ("is {number} metres longer than planned", "योजना से {number} मीटर अधिक लंबा है"),
    ("was closed for {number} hours", "{number} घंटे बंद रहा"),
    ("has received {number} letters", "को {number} पत्र मिले हैं"),
)
_SYLLABLES = (
    ("ka", "का"), ("ra", "रा"), ("ma", "मा"), ("na", "ना"), ("ta", "ता"), ("pa", "पा"),
    ("la", "ला"), ("sa", "सा"), ("va", "वा"), ("ba", "बा"), ("ga", "गा"), ("da", "दा"),
    ("mi", "मी"), ("ri", "री"), ("ni", "नी"), ("li", "ली"), ("su", "सू"), ("ku", "कू"),
)  # fmt: skip
_ENDS = (("pur", "पुर"), ("nagar", "नगर"), ("garh", "गढ़"), ("kot", "कोट"))
_SENTENCES = 30
_TAGGED = 4
"""Each sentence of so many names its place in inline tags."""
_TAGS = (
    "<strong>{place}</strong>",
    '<a href="https://example.org/?a=1&amp;b=2">{place}</a>',
    "<em>{place}</em>",
)
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
</head>
<body>
<article class="post">
<h1>{title}</h1>
{body}
</article>
</body>
</html>
"""
_PARTS = (
    "<h2>{}</h2>\n",
    "<p>{}</p>\n",
    "<p>{}</p>\n",
    '<figure class="wp-block-image"><img src="https://example.org/p.jpg" alt=""/>'
    "<figcaption>{}</figcaption></figure>\n",
    '<ul class="wp-block-list">\n<li>{}</li>\n</ul>\n',
    "<p>{}</p>\n",
    "<blockquote><p>{}</p></blockquote>\n",
)


class _Sentence(NamedTuple):
    """One sentence as HTML in both languages."""

    english: str
    hindi: str


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An article as a page in both languages.

    Args:
        name: of the article; of its file without the ending.
        english: the page.
        hindi: the same page with every sentence translated.
    """

    name: str
    english: str
    hindi: str


def make_articles(count: int, *, together: int = 3, first: int = 0) -> Iterator[MadeUp]:
    """Make articles of some thirty sentences each.

    Args:
        count: how many.
        together: how many sentences stand in a paragraph.
        first: the number of the first; articles of other numbers share no sentence with it.
    """
    for number in range(first, first + count):
        sentences = list(itertools.islice(_sentences(number), _SENTENCES))
        name = f"{number // 1000:03}/article-{number:06}"
        yield MadeUp(
            name,
            _page([one.english for one in sentences], Language.EN, together),
            _page([one.hindi for one in sentences], Language.HI, together),
        )


def write_posts(articles: Iterable[MadeUp], folder: Path) -> None:
    """Write the English pages of articles as posts."""
    for article in articles:
        _write(folder / f"{article.name}.html", article.english)


def write_translated(articles: Iterable[MadeUp], folder: Path) -> None:
    """Write the Hindi pages of articles."""
    for article in articles:
        _write(folder / f"{article.name}.html", article.hindi)


def write_reviewed(articles: Iterable[MadeUp], root: Path) -> None:
    """Write PO files in which each sentence of some articles has been translated and confirmed.

    Args:
        articles: whose.
        root: of the project; its posts are in ``posts``.
    """
    for article in articles:
        catalog = _reviewed(article)
        path = root / "po" / article.name / "hi.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_catalog(catalog, path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _reviewed(article: MadeUp) -> Catalog:
    source = read_html(article.english, language=Language.EN)
    target = read_html(article.hindi, language=Language.HI)
    entries = entries_of(source.segments, f"posts/{article.name}.html", source.derived)
    pairs = zip(source.segments, target.segments, strict=True)
    said = {one.key: other.source for one, other in pairs}
    confirmed = (
        replace(entry, target=said[entry.key], status=Status.REVIEWED) for entry in entries
    )
    return Catalog(article.name, Language.EN, Language.HI, tuple(confirmed))


def _page(sentences: Sequence[str], language: Language, together: int) -> str:
    title, *rest = sentences
    parts = itertools.cycle(_PARTS)
    groups = (rest[start : start + together] for start in range(0, len(rest), together))
    body = "".join(next(parts).format(" ".join(group)) for group in groups)
    return _PAGE.format(language=language.value, title=title, body=body)


def _sentences(article: int) -> Iterator[_Sentence]:
    """Yield sentences without end; a number in each tells it from all others of the archive."""
    chance = random.Random(article)  # noqa: S311 - the same in every run is what is wanted
    for serial in itertools.count():
        parts = [chance.choice(choices) for choices in (_WHO, _SAID, _WHAT, _DONE)]
        is_tagged = serial % _TAGGED == _TAGGED - 1
        tag = _TAGS[serial // _TAGGED % len(_TAGS)] if is_tagged else "{place}"
        number = article * _SENTENCES + serial + 100
        english, hindi = (
            " ".join(part[side] for part in parts).format(place=tag, number=number)
            for side in (0, 1)
        )
        place = _place(chance)
        yield _Sentence(f"{english.format(place=place[0])}.", f"{hindi.format(place=place[1])}।")


def _place(chance: random.Random) -> tuple[str, str]:
    """A place that is none, in both scripts."""
    parts = [*(chance.choice(_SYLLABLES) for _ in range(3)), chance.choice(_ENDS)]
    latin, devanagari = ("".join(part[side] for part in parts) for side in (0, 1))
    return latin.capitalize(), devanagari
