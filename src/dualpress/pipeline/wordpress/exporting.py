"""``export --to wordpress``: translations as a file that WordPress's Tools → Import takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from dualpress.article import Language
from dualpress.config import Project
from dualpress.errors import DualpressError, UsageError, WriteError
from dualpress.pipeline.wordpress.translated import TranslatedPost, translated_posts
from dualpress.progress import NoProgress, Progress
from dualpress.site.output import Output, Written
from dualpress.site.wordpress.polylang import PolylangPairing
from dualpress.site.wordpress.post import Original, Term
from dualpress.site.wordpress.record import KnownPost, WordPressRecord
from dualpress.site.wordpress.rest.fields import sent_digest
from dualpress.site.wordpress.wpml import WpmlPairing
from dualpress.site.wordpress.wxr_pairs import MakePairing, Pair, PairFile
from dualpress.site.wordpress.wxr_text import is_xml
from dualpress.site.wordpress.wxr_write import WxrChannel

__all__ = ["ExportedPost", "WordPressExport", "export_wordpress"]

MEBIBYTE = 2**20
USUAL_NAME = "dualpress.xml"


@dataclass(frozen=True)
class ExportedPost:
    """What became of one article.

    Args:
        id: of the article.
        source: the language that it is written in.
        target: the language that it is translated into.
        known: the translation that WordPress has already, which is not written again.
        is_changed: whether that is not what was last sent.
        warnings: what an editor should know, one sentence each.
    """

    id: str
    source: Language
    target: Language
    known: KnownPost | None = None
    is_changed: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordPressExport:
    """What an export for WordPress did.

    Args:
        posts: the articles whose translation is published, in the order of their ids.
        held: why others wait, by their ids.
        files: that hold the translations that WordPress has not.
        written: files that are new or changed, or would be in a dry run.
        removed: files of an earlier export that are no longer wanted, likewise.
        failures: what could not be done; the rest was.
    """

    posts: tuple[ExportedPost, ...]
    held: Mapping[str, str]
    files: tuple[Path, ...] = ()
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    failures: tuple[DualpressError, ...] = ()


def export_wordpress(
    project: Project,
    file: Path | None = None,
    *,
    most_mebibytes: int,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> WordPressExport:
    """Write the translations that WordPress does not have yet into a WXR file.

    What is published is what a build would publish. Where one file would be
    larger than WordPress takes, there are several, numbered.

    Args:
        project: with its configuration.
        file: what to write, or the folder where; ``None`` for the usual one in the project.
        most_mebibytes: the size of a file.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, the record of
            WordPress's posts cannot be read, or no post came from WordPress.
    """
    file = file or project.root / "export" / "wordpress"
    if file.suffix.lower() != ".xml":
        file = file / USUAL_NAME
    posts = translated_posts(project, dry_run=dry_run, progress=progress or NoProgress())
    desk = _Export(project, posts.record)
    for post in posts:
        desk.add(post)
    if not desk.posts and not posts.held and not posts.failures:
        raise UsageError(
            "no post of the project came from WordPress",
            hint="Import them first: dualpress import wordpress FILE",
        )
    names = _named(list(desk.files(most_mebibytes * MEBIBYTE)), file.name)
    written, failures = _write(names, file, dry_run=dry_run)
    return WordPressExport(
        posts=tuple(desk.posts),
        held=posts.held,
        files=tuple(file.parent / name for name in names),
        written=tuple(file.parent / path for path in written.written),
        removed=tuple(file.parent / path for path in written.removed),
        failures=(*posts.failures, *failures),
    )


class _Export:
    """Takes the translations that are to be written.

    Args:
        project: with its configuration.
        record: what WordPress has already.

    Attributes:
        posts: what became of each article.
    """

    def __init__(self, project: Project, record: WordPressRecord) -> None:
        self._project = project
        self._record = record
        self._new: list[Pair] = []
        self.posts: list[ExportedPost] = []

    def add(self, post: TranslatedPost) -> None:
        """Take a translation, unless WordPress has it."""
        known = self._record.translation(post.id, post.target_language)
        warnings = post.warnings
        if known is None and post.original is not None:
            # Not the article with its parsed page, which is far larger.
            self._new.append(self._pair(post.original, post))
            warnings = (*warnings, *_text_warnings(post))
        self.posts.append(
            ExportedPost(
                id=post.id,
                source=post.source_language,
                target=post.target_language,
                known=known,
                is_changed=bool(
                    known and known.digest and known.digest != sent_digest(post.target)
                ),
                warnings=warnings,
            )
        )

    def files(self, most: int) -> Iterator[bytes]:
        """The files: what XML cannot hold stands in others, for they are read in another way."""
        pairs = list(self._pairs())
        for in_xml in (True, False):
            chosen = [pair for pair in pairs if _is_xml(pair) is in_xml]
            if chosen:
                yield from _cut(chosen, self._file, most)

    def _file(self, pairs: Sequence[Pair]) -> bytes:
        return PairFile(self._channel, _pairing(self._project)).write(pairs)

    @property
    def _channel(self) -> WxrChannel:
        config = self._project.config
        link = self._record.site or config.wordpress.url or config.site.base_url or ""
        language = Language(config.site.x_default)
        return WxrChannel(config.site.name_in(language) or "", link, language.value)

    def _pairs(self) -> Iterator[Pair]:
        """The pairs, with numbers that nothing known has: the importer would mistake them."""
        numbers = count(self._highest_number() + 1)
        for pair in self._new:
            yield replace(pair, number=next(numbers))

    def _pair(self, original: Original, post: TranslatedPost) -> Pair:
        return Pair(
            original=original,
            source=post.source,
            target=post.target,
            source_language=post.source_language,
            target_language=post.target_language,
            number=0,
            status=self._status(original),
            partners={
                term: partner
                for term, partner in post.partners.items()
                if not self._is_linked(term, partner, post.target_language)
            },
        )

    def _is_linked(self, term: Term, partner: Term, language: Language) -> bool:
        """Whether WordPress has a term as the translation of its partner."""
        if partner.slug is None:
            return False
        found = self._record.term(partner.taxonomy, partner.slug, language)
        return found is not None and found.slug == term.slug

    def _status(self, original: Original) -> str:
        """No translation is seen before its original."""
        return self._project.config.wordpress.status if original.status == "publish" else "draft"

    def _highest_number(self) -> int:
        numbers = [number for pair in self._new for number in _numbers(pair.original)]
        for article in self._record.articles.values():
            known = (article.original, *article.translations.values())
            numbers += [post.post for post in known if post]
        return max(numbers, default=0)


def _numbers(original: Original) -> tuple[int, ...]:
    return (original.id,) if original.image is None else (original.id, original.image)


def _pairing(project: Project) -> MakePairing:
    """What the plugin of the site is told, or would be if there were one."""
    config = project.config
    if config.wordpress.plugin != "polylang":
        return lambda numbers: WpmlPairing()
    english, hindi = config.english, config.hindi
    names = {Language.EN: english.language_name, Language.HI: hindi.language_name}
    regions = {Language.EN: english.region, Language.HI: hindi.region}
    return lambda numbers: PolylangPairing(numbers, names, regions)


def _cut(
    pairs: Sequence[Pair], write: Callable[[Sequence[Pair]], bytes], most: int
) -> Iterator[bytes]:
    """Files that are no larger than WordPress takes, unless one pair alone is."""
    data = write(pairs)
    if len(data) <= most or len(pairs) == 1:
        yield data
        return
    middle = len(pairs) // 2
    yield from _cut(pairs[:middle], write, most)
    yield from _cut(pairs[middle:], write, most)


def _named(files: Sequence[bytes], name: str) -> dict[PurePosixPath, bytes]:
    if len(files) == 1:
        return {PurePosixPath(name): files[0]}
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return {PurePosixPath(f"{stem}-{number}{suffix}"): data for number, data in enumerate(files, 1)}


def _write(
    files: Mapping[PurePosixPath, bytes], file: Path, *, dry_run: bool
) -> tuple[Written, list[WriteError]]:
    """Write the files; those of an earlier export, which would be imported again, are removed."""
    output = Output(file.parent, PurePosixPath(f".dualpress-{file.stem}.json"))
    try:
        return output.plan(files) if dry_run else output.write(files), []
    except WriteError as error:
        return Written((), 0, ()), [error]


def _is_xml(pair: Pair) -> bool:
    texts = (pair.source, pair.target)
    return all(is_xml(text.body) and is_xml(text.excerpt) for text in texts)


def _text_warnings(post: TranslatedPost) -> Iterator[str]:
    if not (is_xml(post.target.body) and is_xml(post.source.body)):
        yield (
            "its text has control characters that XML forbids, so it is written into a file of its "
            "own, which WordPress can read all the same; better take them out of the post"
        )
