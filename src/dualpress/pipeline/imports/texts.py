"""``import text``: what was copied from pages as posts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError
from dualpress.files import write_whole
from dualpress.pipeline.imports.dumps import Dump, Line, dump_files, posts_in, read_dump
from dualpress.pipeline.imports.markup import to_html
from dualpress.pipeline.imports.masthead import Masthead, date_in, read_masthead
from dualpress.pipeline.imports.places import place_of_path
from dualpress.pipeline.imports.register import Register
from dualpress.pipeline.imports.repetition import Repetition, line_key
from dualpress.pipeline.imports.report import DroppedLine, ImportedText, TextReport
from dualpress.pipeline.posts import MOST_BYTES
from dualpress.site.wordpress.slugs import file_stem

__all__ = ["import_text"]

_REPORT = PurePosixPath("imports", "left-out.txt")
_FEWEST_COMPARED = 3


@dataclass(frozen=True)
class _Read:
    """A post as it was found in a text.

    Args:
        dump: the post as it was copied.
        masthead: what stands above its text.
        dropped: the indexes of the lines that are no article.
    """

    dump: Dump
    masthead: Masthead
    dropped: frozenset[int]


def import_text(
    project: Project,
    paths: Sequence[Path],
    *,
    keep: Collection[str] = (),
    force: bool = False,
    dry_run: bool = False,
) -> TextReport:
    """Import posts from plain text.

    Lines that most of the posts have, before or behind their text, are left out and
    listed in ``imports/left-out.txt``: all posts are compared, so that it is
    best to import those of a site together.

    Args:
        project: that they are for.
        paths: files, and folders of files.
        keep: lines that belong to the articles though many have them.
        force: overwrite what editors changed, and write what they took out.
        dry_run: write nothing.

    Raises:
        UsageError: a path leads nowhere, or to a folder without text.
        ConfigError: the record of what was imported before cannot be read.
        WriteError: the list of what was left out cannot be written.
    """
    failures: list[DualpressError] = []
    dumps = list(_dumps(dump_files(paths), failures))
    register = Register(project, force=force, dry_run=dry_run)
    repetition = Repetition([dump.lines for dump in dumps], keep)
    posts = []
    for read in _read(dumps, repetition):
        try:
            posts.append(_imported(read, repetition, register, is_alone=_is_few(dumps)))
        except DualpressError as error:
            failures.append(error)
    register.close()
    report = project.root / _REPORT if any(post.dropped for post in posts) else None
    if report and not dry_run:
        write_whole(report, _listing(posts, project.posts).encode(), durable=False)
    repeated = {one.text: one.posts for post in posts for one in post.dropped if one.posts > 1}
    return TextReport(tuple(posts), report, repeated, tuple(failures))


def _is_few(dumps: Sequence[Dump]) -> bool:
    return len(dumps) < _FEWEST_COMPARED


def _dumps(files: Sequence[Path], failures: list[DualpressError]) -> Iterator[Dump]:
    for file in files:
        try:
            found = posts_in(read_dump(file), file)
            if not found:
                raise ReadError("there is no text in the file", path=file)
            yield from found
        except ReadError as error:
            failures.append(error)


def _read(dumps: Sequence[Dump], repetition: Repetition) -> Iterator[_Read]:
    """Find what each post is; where others stand as links below it, by their titles."""
    firsts = (_masthead(dump.lines, repetition, ()) for dump in dumps)
    titles = frozenset(line_key(first.title) for first in firsts if first.title)
    for dump in dumps:
        masthead = _masthead(dump.lines, repetition, titles)
        dropped = repetition.dropped(dump.lines, titles) - masthead.used
        yield _Read(dump, masthead, frozenset(_with_dates(dump.lines, dropped)))


def _masthead(lines: Sequence[Line], repetition: Repetition, titles: Collection[str]) -> Masthead:
    begin, _ = repetition.text_bounds(lines, titles)
    return read_masthead(lines, begin, repetition.repeated(lines, titles))


def _with_dates(lines: Sequence[Line], dropped: set[int]) -> set[int]:
    """Lines that are no article, and the dates beside them: those of other posts."""
    filled = [index for index, line in enumerate(lines) if line.text]
    beside = {
        index
        for above, index, below in zip(filled, filled[1:], [*filled[2:], -1], strict=False)
        if above in dropped and (below in dropped or below == -1)
    }
    return dropped | {index for index in beside if date_in(lines[index].text)}


def _imported(
    read: _Read, repetition: Repetition, register: Register, *, is_alone: bool
) -> ImportedText:
    """Write a post, and tell what became of it.

    Raises:
        ReadError: nothing is left of it, or it is too large.
        WriteError: it cannot be written.
    """
    dump, masthead = read.dump, read.masthead
    line = dump.lines[0].number
    gone = read.dropped | masthead.used
    text = ["" if i in gone else line.text for i, line in enumerate(dump.lines)]
    if not any(text):
        cause = "nothing is left of a post without the lines that others have"
        raise ReadError(cause, path=dump.file, line=line, hint="Keep some of them with --keep")
    data = f"{_front_matter(masthead)}{to_html(text)}".encode()
    if len(data) > MOST_BYTES:
        cause = "the post has more than 16 MiB, the most for an article"
        raise ReadError(cause, path=dump.file, line=line, hint="Part posts by a line of =====")
    source = f"{dump.file.name}: {masthead.title}"
    name = register.name(source, _place(masthead, dump))
    return ImportedText(
        source=dump.file,
        line=line,
        title=masthead.title,
        path=register.path(name),
        outcome=register.put(name, data),
        dropped=tuple(_dropped(read, repetition)),
        warnings=tuple(_warnings(masthead, is_alone=is_alone)),
    )


def _place(masthead: Masthead, dump: Dump) -> PurePosixPath:
    if masthead.title:
        return PurePosixPath(file_stem(masthead.title.lower(), dump.lines[0].number, ()))
    return place_of_path(PurePosixPath(dump.file.name))


def _dropped(read: _Read, repetition: Repetition) -> Iterator[DroppedLine]:
    for index in sorted(read.dropped):
        line = read.dump.lines[index]
        yield DroppedLine(line.text, line.number, repetition.count(line.text))


def _warnings(masthead: Masthead, *, is_alone: bool) -> Iterator[str]:
    if not masthead.title:
        yield "no title was found; write one into its front matter"
    if is_alone:
        yield (
            "there are too few posts to tell menus and footers from the text; look at its "
            "beginning and its end"
        )


def _front_matter(masthead: Masthead) -> str:
    told = {"title": masthead.title, "date": masthead.date, "author": masthead.author}
    values = {key: value for key, value in told.items() if value}
    if not values:
        return ""
    written = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{written}---\n"


def _listing(posts: Sequence[ImportedText], folder: Path) -> str:
    """What was left out, for an editor to look at."""
    parts = ['What dualpress import text left out. To keep a line: --keep "the line"\n']
    for post in posts:
        lines = [f"  line {one.line}, in {one.posts}: {one.text}\n" for one in post.dropped]
        head = f"\n{post.path.relative_to(folder).as_posix()} ({post.source.name})\n"
        parts += [head, *lines] if lines else []
    return "".join(parts)
