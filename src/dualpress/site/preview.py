"""A page for reviewers: source and translation side by side, each sentence with its entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from dualpress.article import Language, Status, split_tags
from dualpress.site.render import template_environment

__all__ = ["Preview", "PreviewBlock", "PreviewFinding", "PreviewSentence", "render_preview"]

_TEMPLATE = "preview.html"

_LABELS = {
    Status.UNTRANSLATED: "not translated",
    Status.DRAFT: "draft, to review",
    Status.STALE: "edited since its review",
    Status.REVIEWED: "reviewed",
    Status.JOINED: "in the sentence above",
    Status.OBSOLETE: "no longer on the page",
}


@dataclass(frozen=True, slots=True)
class PreviewFinding:
    """What a check found.

    Args:
        severity: ``error`` or ``warning``.
        check: its id.
        message: what is wrong, one sentence.
    """

    severity: str
    check: str
    message: str


@dataclass(frozen=True, slots=True)
class PreviewSentence:
    """A sentence with its translation.

    Args:
        label: where it is on the page.
        place: of its entry, ``file:line``; only the file where the entry is not in it yet.
        source: with its tags.
        target: with its tags; empty where there is none.
        status: how far it is.
        previous: the source that a stale translation was approved for.
        findings: of the checks, errors first.
        comments: what the reviewers wrote beside it.
    """

    label: str
    place: str
    source: str
    target: str
    status: Status
    previous: str | None = None
    findings: Sequence[PreviewFinding] = ()
    comments: Sequence[str] = ()

    @property
    def status_label(self) -> str:
        """The status in words."""
        return _LABELS[self.status]


@dataclass(frozen=True, slots=True)
class PreviewBlock:
    """What a reader sees as one: a paragraph, a heading, a cell.

    Args:
        sentences: in reading order.
    """

    sentences: Sequence[PreviewSentence]


@dataclass(frozen=True, slots=True)
class Preview:
    """An article for a reviewer.

    Args:
        article: its id.
        title: its title, in the language that it is written in.
        source: that language.
        target: the language that it is translated into.
        blocks: in reading order.
        summary: how far it is, one line.
    """

    article: str
    title: str
    source: Language
    target: Language
    blocks: Sequence[PreviewBlock]
    summary: str


def render_preview(preview: Preview) -> str:
    """Make the page: one file, which needs no network, no script and no colour to be read."""
    environment = template_environment()
    environment.filters["pieces"] = _pieces
    source = files("dualpress.site").joinpath("templates", _TEMPLATE).read_text("utf-8")
    return environment.from_string(source).render(preview=preview)


def _pieces(tagged: str) -> list[tuple[str, str]]:
    """A text cut at its tags: what is before each tag, and the tag as it is written."""
    return [(text, tag[0] if tag else "") for text, tag in split_tags(tagged)]
