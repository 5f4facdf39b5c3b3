"""What an export holds, without its texts: the first of two readings.

The second writes. So nothing is written of a file that turns out damaged at its end,
and what stands behind a post is known before it: pictures, and translations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dualpress.site.wordpress.fragment import plain
from dualpress.site.wordpress.imported import ALT_FIELD, POST_TYPES, SiteFacts
from dualpress.site.wordpress.languages import Member, Membership, term_pairs
from dualpress.site.wordpress.record import TermPair
from dualpress.site.wordpress.slugs import readable_slug
from dualpress.site.wordpress.wxr import Channel, WxrItem
from dualpress.site.wordpress.wxr_read import WxrReader

__all__ = ["Entry", "Survey", "survey_of"]

_NEVER = frozenset(("auto-draft", "inherit", "trash"))
_PUBLIC = "publish"


@dataclass(frozen=True, slots=True)
class Entry:
    """A post or page of an export.

    Args:
        id: its number.
        line: of the file.
        status: as WordPress has it.
        slug: readable; empty where it has none yet.
        title: plain text.
        link: its address.
        of: its language, and its translations.
        date: when it was published.
        has_password: whether readers need one.
        is_oversized: whether its body was too long to be read.
    """

    id: int
    line: int
    status: str
    slug: str
    title: str
    link: str
    of: Membership
    date: str
    has_password: bool
    is_oversized: bool

    @property
    def is_live(self) -> bool:
        """Whether WordPress keeps it as more than a leftover."""
        return self.status not in _NEVER

    @property
    def name(self) -> str:
        """What to call it."""
        return self.title or self.slug or f"post {self.id}"

    @property
    def member(self) -> Member:
        """What tells it from its translations."""
        return Member(self.id, self.of, self.status == _PUBLIC, self.date)


@dataclass(slots=True)
class Survey:
    """What an export holds.

    Args:
        channel: what it says of its site.
        entries: its posts and pages, by their numbers.
        facts: what the files of posts need.
        terms: the categories and tags that it has in both languages.
        others: how many items there are of each other type.
        is_whole: whether it looks like an export of all of a site.
    """

    channel: Channel
    entries: dict[int, Entry] = field(default_factory=dict)
    facts: SiteFacts = field(default_factory=SiteFacts)
    terms: tuple[TermPair, ...] = ()
    others: dict[str, int] = field(default_factory=dict)
    is_whole: bool = False

    def members(self) -> Iterator[Member]:
        """What may be translations of one another."""
        return (entry.member for entry in self.entries.values() if entry.is_live)


def survey_of(reader: WxrReader) -> Survey:
    """Read an export for what it holds.

    Raises:
        UsageError: it is no export of WordPress.
        ReadError: it cannot be read, or is damaged.
    """
    survey = Survey(reader.channel)
    kinds: set[str] = set()
    for item in reader.items():
        if not kinds:
            survey.facts.learn(reader.terms)
        kinds.add(item.type)
        _note(item, survey)
    survey.terms = tuple(term_pairs(reader.terms, survey.facts.languages))
    # An export of posts alone, or of one category, has no pages and no pictures.
    has_categories = any(term.taxonomy == "category" for term in reader.terms)
    survey.is_whole = has_categories and bool(kinds & {"page", "attachment"})
    return survey


def _note(item: WxrItem, survey: Survey) -> None:
    if item.type in POST_TYPES:
        survey.entries.setdefault(item.id, _entry(item, survey.facts))
        return
    survey.others[item.type] = survey.others.get(item.type, 0) + 1
    if alt := item.fields.get(ALT_FIELD, "").strip():
        survey.facts.alts[item.id] = alt


def _entry(item: WxrItem, facts: SiteFacts) -> Entry:
    values = item.values
    return Entry(
        id=item.id,
        line=item.line,
        status=item.status,
        slug=readable_slug(values.get("wp:post_name", "")),
        title=plain(values.get("title", "")),
        link=values.get("link", "").strip(),
        of=facts.languages.membership(item),
        date=values.get("wp:post_date", ""),
        has_password=bool(values.get("wp:post_password", "")),
        is_oversized=bool(item.oversized),
    )
