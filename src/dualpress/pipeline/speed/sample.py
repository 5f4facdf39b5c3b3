"""Sentences to measure with: of the project's own posts, as far as there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zlib import crc32

from dualpress.article import Language, other, plain_text
from dualpress.config import Project
from dualpress.engines.survival.carriers import fill, load_carriers, words_of
from dualpress.errors import UsageError, WorkError
from dualpress.pipeline.find import ENDINGS, find_posts
from dualpress.pipeline.posts import Post, read_post

__all__ = ["Sample", "take_sample"]


@dataclass(frozen=True)
class Sample:
    """Sentences into one language.

    Args:
        target: the language to translate into.
        sentences: each once, in the order of reading, as plain text.
        posts: the posts that they are of, by the ids of their articles, with the number of
            sentences that each adds; none where they come with dualpress.
    """

    target: Language
    sentences: tuple[str, ...]
    posts: Mapping[str, tuple[Path, int]] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many words the sentences have together."""
        return sum(len(sentence.split()) for sentence in self.sentences)

    def first(self, sentences: int) -> Sample:
        """The same with no more than so many sentences, and the posts that have them."""
        posts: dict[str, tuple[Path, int]] = {}
        for name, (path, number) in self.posts.items():
            if sum(count for _, count in posts.values()) >= sentences:
                break
            posts[name] = path, number
        return replace(self, sentences=self.sentences[:sentences], posts=posts)


def take_sample(project: Project, paths: Sequence[Path], to: Language | None, most: int) -> Sample:
    """Take sentences of posts from all over the project.

    The same posts are taken each time, whatever else has changed; of two
    languages the one of which there are enough sentences first.

    Args:
        project: whose posts they are.
        paths: posts, or folders of posts; none means all.
        to: the language to translate into; without it, that of most posts.
        most: how many sentences are enough.

    Raises:
        UsageError: a path leads nowhere, or no post is translated into that language.
        WorkError: no post can be read.
    """
    if not paths and not _has_posts(project):
        return _shipped(to or Language.HI, most)
    chosen = find_posts(project, paths).chosen
    mixed = sorted(chosen.items(), key=lambda item: crc32(item[0].encode()))
    takers = {target: _Taker(target) for target in ((to,) if to else Language)}
    failures: list[WorkError] = []
    for post in _read(mixed, project, failures):
        taker = takers.get(post.target)
        if taker is not None and taker.take(post) >= most:
            break
    fullest = max(takers.values(), key=lambda taker: len(taker.sentences))
    if fullest.sentences:
        return fullest.sample().first(most)
    if failures:
        raise failures[0]
    raise UsageError(
        f"no post has a sentence to translate into {to.english_name}"
        if to
        else "no post has a sentence to translate",
        hint="Name other posts, or another language with --to",
    )


class _Taker:
    """Collects the sentences of posts, each once.

    Args:
        target: the language that they are translated into.
    """

    def __init__(self, target: Language) -> None:
        self.sentences: dict[str, None] = {}
        self._target = target
        self._posts: dict[str, tuple[Path, int]] = {}

    def take(self, post: Post) -> int:
        """Add those of a post, and say how many there are now."""
        before = len(self.sentences)
        texts = (plain_text(segment.source).strip() for segment in post.article.segments)
        self.sentences |= dict.fromkeys(filter(None, texts))
        self._posts[post.id] = post.path, len(self.sentences) - before
        return len(self.sentences)

    def sample(self) -> Sample:
        """What was collected."""
        return Sample(self._target, tuple(self.sentences), self._posts)


def _read(
    posts: Iterable[tuple[str, Path]], project: Project, failures: list[WorkError]
) -> Iterator[Post]:
    """The posts that can be read."""
    for name, path in posts:
        try:
            yield read_post(name, path, project)
        except WorkError as error:
            failures.append(error)


def _has_posts(project: Project) -> bool:
    return any(path.suffix.lower() in ENDINGS for path in project.posts.rglob("*"))


def _shipped(target: Language, most: int) -> Sample:
    """News sentences that come with dualpress."""
    carriers = load_carriers(other(target))
    texts = (fill(carrier.source, words_of(carrier.source)) for carrier in carriers)
    return Sample(target, tuple(dict.fromkeys(texts))).first(most)
