"""``export``: the articles as content files of a site generator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dualpress.article import Language, Publish
from dualpress.config import CONFIG_NAME, Project
from dualpress.errors import ReadError, UsageError, WorkError, WriteError
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.edition import PageText
from dualpress.pipeline.export_plan import ExportItem, ExportPlanner
from dualpress.pipeline.export_report import ExportedArticle, ExportOrder, ExportReport
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.posts import Post
from dualpress.pipeline.renamed import adopt_po_files
from dualpress.pipeline.settings import site_settings
from dualpress.pipeline.url_record import UrlRecord
from dualpress.pipeline.url_record_file import read_record, write_record
from dualpress.progress import NoProgress, Progress
from dualpress.site.exporters import ExporterOptions, load_exporter
from dualpress.site.exporters.compose import Composed, Composer, pairing_key
from dualpress.site.exporters.former import FormerExport
from dualpress.site.media import MediaFiles
from dualpress.site.model import Site
from dualpress.site.output import Output, Written
from dualpress.site.references import Posts
from dualpress.spool import Contents, Kept, Spool

__all__ = ["export"]


@dataclass(frozen=True)
class _Output:
    """What is to be written for one article.

    Args:
        item: the article.
        files: of all its pages, and what these show, put away until they are written.
        report: what is to be told of it; ``None`` where it could not be worked on.
    """

    item: ExportItem
    files: Mapping[PurePosixPath, Kept[bytes]]
    report: ExportedArticle | None


def export(
    project: Project,
    order: ExportOrder,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write published articles into the folder of a site that a generator builds.

    What is published is what :func:`~dualpress.pipeline.build.build` would
    publish; a translation that was approved in full and exported stays while
    its article waits again. The addresses of pages are recorded, and the PO
    file of a post that was renamed moves along, as by a build.

    Args:
        project: with its configuration.
        order: what to export, and where to.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, there is no post
            or no such exporter, the export would stand among the posts, or a
            language has an address that the generator cannot build for.
        WriteError: the disk is full.
    """
    with Spool(project.state) as spool:
        run = _Export(project, order, spool, dry_run=dry_run)
        return run.run(progress or NoProgress())


class _Export:
    """One run.

    Args:
        project: with its configuration.
        order: what to export, and where to.
        spool: for articles and files until they are needed again.
        dry_run: write nothing.
    """

    def __init__(
        self, project: Project, order: ExportOrder, spool: Spool, *, dry_run: bool
    ) -> None:
        self._project = project
        self._order = order
        self._spool = spool
        self._dry_run = dry_run
        only = order.only_translations or project.config.site.only == "translations"
        self._settings = replace(site_settings(project), only_translations=only)
        default = Language(project.config.site.x_default)
        self._exporter = load_exporter(order.generator, ExporterOptions(default, order.articles))
        self._refuse_other_addresses()
        self._folder = order.folder or project.root / "export" / self._exporter.name
        _refuse_among_posts(self._folder / self._exporter.folder, project)
        self._desk = Desk(project)
        self._posts = find_posts(project)
        self._renamed = adopt_po_files(self._desk, self._posts, dry_run=dry_run)
        self._output = Output(self._folder, _list_of(project, self._exporter.name))
        publish = Publish(project.config.publish)
        self._former = FormerExport(self._output, self._exporter, publish, spool.put_bytes)
        self._record = read_record(project.addresses)
        self._planner = ExportPlanner(
            self._desk, self._settings, self._exporter, self._former, self._record, spool
        )
        self._failures: list[WorkError] = []

    def _refuse_other_addresses(self) -> None:
        """Pages of a language with its own address would link to what is not there.

        Raises:
            UsageError: there is one, and the generator knows one address alone.
        """
        if self._settings.base_urls and not self._exporter.hosts_languages:
            raise UsageError(
                f"{self._exporter.name} builds a site for one address, and “urls.base_urls” gives "
                f"{' and '.join(self._settings.base_urls)} another",
                path=self._project.root / CONFIG_NAME,
                hint="Leave it out for this site, or publish the pages of dualpress build",
            )

    def run(self, progress: Progress) -> ExportReport:
        posts = self._posts.all
        progress.start("Exporting articles", len(posts))
        items, refused = self._planner.items(posts, progress)
        self._failures += refused
        outputs = list(self._outputs(items))
        written = self._write(self._unobstructed(outputs))
        if not self._dry_run:
            write_record(self._project.addresses, self._published_record(outputs), self._record)
        progress.finish()
        return ExportReport(
            generator=self._exporter.name,
            folder=self._folder,
            key=self._exporter.key,
            articles=tuple(output.report for output in outputs if output.report),
            failures=(*self._desk.failures, *self._failures),
            warnings=self._renamed,
            written=tuple(self._folder / path for path in written.written),
            removed=tuple(self._folder / path for path in written.removed),
        )

    def _outputs(self, items: Sequence[ExportItem]) -> Iterator[_Output]:
        """What is to be written for each article that can be exported."""
        site = Site(self._settings, tuple(item.article for item in items))
        posts = Posts(self._project.posts, site.articles, self._settings.base_url)
        composer = Composer(
            posts,
            frozenset(a.path(language) for a in site.articles for language in a.versions),
            self._project.config.html.content,
            runs_marks=not self._order.show_marks,
        )
        media = MediaFiles(posts, self._spool.put_bytes)
        for item in items:
            text = item.text() if item.text else None
            pages = list(_composed(item, text, site, composer)) if text else []
            try:
                files = {**dict(self._kept_files(item)), **dict(self._new_files(pages, media))}
            except ReadError as error:
                self._failures.append(error.of(item.article.id))
            else:
                yield _Output(item, files, self._report(item, text.post, pages) if text else None)

    def _kept_files(self, item: ExportItem) -> Iterator[tuple[PurePosixPath, Kept[bytes]]]:
        yield from self._former.media_of(item.kept.values())
        for language, data in item.kept.items():
            yield self._exporter.file(item.article.id, language), data

    def _new_files(
        self, pages: Sequence[Composed], media: MediaFiles
    ) -> Iterator[tuple[PurePosixPath, Kept[bytes]]]:
        for path, data in media.read(path for page in pages for path in page.media).items():
            yield self._exporter.root / path, data
        for page in pages:
            file = self._exporter.file(page.page.article.id, page.page.language)
            content = self._exporter.render(page.page).encode("utf-8", "replace")
            yield file, self._spool.put_bytes(content)

    def _unobstructed(self, outputs: Sequence[_Output]) -> dict[PurePosixPath, Kept[bytes]]:
        """The files of all articles in whose way nothing stands."""
        every = {path: data for output in outputs for path, data in output.files.items()}
        obstacles = self._output.obstacles(Contents(every))
        found: dict[PurePosixPath, Kept[bytes]] = {}
        for output in outputs:
            errors = [obstacles[path] for path in output.files if path in obstacles]
            errors += _clashes(output.files, found)
            self._failures += [error.of(output.item.article.id) for error in errors]
            if not errors:
                found |= output.files
        return found

    def _write(self, files: Mapping[PurePosixPath, Kept[bytes]]) -> Written:
        """Write files; where some could not be made, none is taken away."""
        contents, complete = Contents(files), not self._failures
        if self._dry_run:
            return self._output.plan(contents, complete=complete, is_clear=True)
        try:
            written = self._output.write(contents, complete=complete, is_clear=True)
        except WriteError as error:
            self._failures.append(error)
            return Written((), 0, ())
        self._failures += written.failures
        return written

    def _published_record(self, outputs: Iterable[_Output]) -> UrlRecord:
        """The record with the places of the pages that are exported."""
        places = {output.item.article.id: output.item.places for output in outputs}
        articles = tuple(output.item.article for output in outputs)
        return self._record.publish(Site(self._settings, articles), places)

    def _report(self, item: ExportItem, post: Post, pages: Sequence[Composed]) -> ExportedArticle:
        name = self._exporter.key
        is_lacking = name is not None and name not in post.article.metadata
        files = (self._exporter.file(post.id, page.page.language) for page in pages)
        warnings = (warning for page in pages for warning in page.warnings)
        return ExportedArticle(
            id=post.id,
            source=post.source,
            target=post.target,
            key=pairing_key(post.article, post.id),
            files=tuple(self._folder / file for file in files),
            held=item.held,
            needs_key=self._settings.only_translations and item.held is None and is_lacking,
            warnings=tuple(dict.fromkeys(warnings)),
        )


def _list_of(project: Project, generator: str) -> PurePosixPath:
    """Where an export lists its files: other exports, and the build, have lists of their own."""
    return PurePosixPath(f".dualpress-{generator}-{project.root.name}.json")


def _refuse_among_posts(articles: Path, project: Project) -> None:
    """Content files among the posts would be taken for posts.

    Raises:
        UsageError: that is where they would stand.
    """
    if articles.is_relative_to(project.posts):
        raise UsageError(
            "the articles would stand among the posts, and be translated in their turn",
            path=articles,
            hint="Choose another folder with --into, or move the posts out of the site",
        )


def _composed(
    item: ExportItem, text: PageText, site: Site, composer: Composer
) -> Iterator[Composed]:
    """The new pages of an article."""
    for language in item.article.versions:
        if language not in item.kept and site.is_written(item.article, language):
            article, patches = text.post.article, text.patches_of(language)
            context = site.page(item.article, language)
            former = item.former.get(language, ())
            yield composer.page(article, patches, item.article, context, former, item.glossary)


def _clashes(
    files: Mapping[PurePosixPath, Kept[bytes]], others: Mapping[PurePosixPath, Kept[bytes]]
) -> Iterator[WriteError]:
    """The files of an article that another one has, and with another content."""
    for path, data in files.items():
        other = others.get(path, data)
        if other is not data and other() != data():
            cause = "another article would have the same file"
            yield WriteError(cause, path=str(path), hint="Rename one of the posts")
