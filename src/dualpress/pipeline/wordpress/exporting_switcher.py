"""``export --to wordpress-switcher``: the links between versions, for a theme to take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dualpress.article import Language, other
from dualpress.config import Project
from dualpress.errors import UsageError
from dualpress.pipeline.settings import site_settings
from dualpress.site.output import Output
from dualpress.site.wordpress.record import RECORD_NAME, WordPressRecord, read_record
from dualpress.site.wordpress.switcher import SwitchedPair, Switcher, switcher_files

__all__ = ["SwitcherExport", "export_switcher"]

_LIST = PurePosixPath(".dualpress-wordpress-switcher.json")


@dataclass(frozen=True)
class SwitcherExport:
    """What an export of the switcher did.

    Args:
        folder: where it stands.
        pairs: the ids of the articles of which WordPress has both versions.
        written: files that are new or changed, or would be in a dry run.
        removed: files that are no longer wanted, likewise.
    """

    folder: Path
    pairs: tuple[str, ...]
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()


def export_switcher(
    project: Project, folder: Path | None = None, *, dry_run: bool = False
) -> SwitcherExport:
    """Write the switcher for a WordPress that has no plugin for languages.

    Args:
        project: with its configuration.
        folder: where to; ``None`` for the usual one in the project.
        dry_run: write nothing.

    Raises:
        UsageError: WordPress has no translation that the project knows of.
        ConfigError: the record of WordPress's posts cannot be read.
        WriteError: the folder cannot be written.
    """
    folder = folder or project.root / "export" / "wordpress-switcher"
    record = read_record(project.root / RECORD_NAME)
    pairs = tuple(_pairs(record))
    if not pairs:
        raise UsageError(
            "WordPress has no translation that this project knows of",
            hint="Send some with: dualpress publish wordpress",
        )
    config = project.config
    settings = site_settings(project)
    switcher = Switcher(
        names=settings.language_names,
        regions={Language.EN: config.english.region, Language.HI: config.hindi.region},
        default=Language(config.site.x_default),
        reading=settings.reading,
        pairs=pairs,
    )
    output = Output(folder, _LIST)
    files = switcher_files(switcher)
    done = output.plan(files) if dry_run else output.write(files)
    return SwitcherExport(
        folder=folder,
        pairs=tuple(pair.id for pair in pairs),
        written=tuple(folder / path for path in done.written),
        removed=tuple(folder / path for path in done.removed),
    )


def _pairs(record: WordPressRecord) -> Iterator[SwitchedPair]:
    for name, article in sorted(record.articles.items()):
        for language, translation in article.translations.items():
            if article.original is None:
                continue
            known = {other(language): article.original, language: translation}
            yield SwitchedPair(
                id=name,
                posts={lang: post.post for lang, post in known.items()},
                urls={
                    lang: post.link
                    for lang, post in known.items()
                    if post.link and post.status == "publish"
                },
            )
