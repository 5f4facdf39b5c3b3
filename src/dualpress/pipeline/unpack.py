"""``review unpack``: what a reviewer answered in a pack, back into the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dualpress.article import SegmentKey, Status
from dualpress.catalog import Catalog, Entry, forget, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, TranslationRefused, WorkError
from dualpress.pipeline.origins import Origin, origin_of, words_digest
from dualpress.pipeline.pofiles import PoFile, find_po_files
from dualpress.translation import status_of

__all__ = ["UnpackReport", "unpack"]


@dataclass(frozen=True)
class UnpackReport:
    """What ``review unpack`` did.

    Args:
        changed: how many entries of which article.
        left: answers that could not be taken over, and why; they stay in the pack.
        failures: PO files that could not be read or written.
    """

    changed: Mapping[str, int] = field(default_factory=dict)
    left: tuple[DualpressError, ...] = ()
    failures: tuple[DualpressError, ...] = ()


def unpack(project: Project, path: Path, *, dry_run: bool = False) -> UnpackReport:
    """Take the answers in a pack into the PO files of the articles.

    What the reviewer did not touch changes nothing, nor does an entry that
    was emptied. An answer goes to all places where the sentence still stands
    as the pack had it. The pack is left as it is, and can be unpacked again.

    Args:
        project: whose articles they are.
        path: the pack.
        dry_run: write nothing.

    Raises:
        CatalogError: the pack cannot be read, or is none.
    """
    pack = read_catalog(path)
    _refuse_other_files(pack, path)
    files = find_po_files(project, (), pack.target_language)
    answers = _answers(pack, _comments(pack, files))
    unread: list[DualpressError] = []
    unwritten: list[DualpressError] = []
    changed: dict[str, int] = {}
    for file, catalog in _catalogs(files, unread):
        entries = tuple(_answered(entry, file.article, answers) for entry in catalog.entries)
        pairs = zip(entries, catalog.entries, strict=True)
        if not (count := sum(new != old for new, old in pairs)):
            continue
        try:
            if not dry_run:
                write_catalog(replace(catalog, entries=entries), file.path)
            changed[file.article] = count
        except WorkError as error:
            unwritten.append(error)
    return UnpackReport(changed, tuple(_left(answers, path)), (*unread, *unwritten))


@dataclass
class _Answer:
    """What a reviewer said of one entry of a pack.

    Args:
        origin: where the entry comes from.
        entry: as it stands in the pack.
        comments: those that no article has.
        refusal: why its own article does not have it; ``None`` once it has.
    """

    origin: Origin
    entry: Entry
    comments: tuple[str, ...]
    refusal: str | None = "the sentence is no longer in the article"

    @property
    def has_words(self) -> bool:
        """Whether the reviewer changed the translation, or confirmed it."""
        # Some editors empty what was not confirmed; no reviewer answers with nothing.
        is_empty = self.entry.status is Status.UNTRANSLATED
        return not is_empty and words_digest(self.entry) != self.origin.digest


_Answers = dict[SegmentKey, list[_Answer]]


def _refuse_other_files(pack: Catalog, path: Path) -> None:
    """Refuse a PO file that is no pack.

    Raises:
        CatalogError: no entry says where it comes from.
    """
    if not any(origin_of(entry.key) for entry in pack.entries):
        hint = "Packs are made with: dualpress review pack"
        raise CatalogError(
            "No entry of this file says which article it is from", path=path, hint=hint
        )


def _catalogs(
    files: Sequence[PoFile], failures: list[DualpressError]
) -> Iterator[tuple[PoFile, Catalog]]:
    for file in files:
        try:
            yield file, read_catalog(file.path, article=file.article)
        except WorkError as error:
            failures.append(error)


def _comments(pack: Catalog, files: Sequence[PoFile]) -> dict[SegmentKey, set[str]]:
    """What stands as comments in the articles beside the sentences that a pack comments."""
    origins = (origin_of(entry.key) for entry in pack.entries if forget(entry.comments))
    known: dict[SegmentKey, set[str]] = {origin.key: set() for origin in origins if origin}
    # Read twice rather than held: all articles may be more than fit into memory.
    for _, catalog in _catalogs(files, []) if known else ():
        for entry in catalog.entries:
            if entry.comments and entry.key in known:
                known[entry.key].update(entry.comments)
    return known


def _answers(pack: Catalog, known: Mapping[SegmentKey, set[str]]) -> _Answers:
    """The answers by the keys of the entries that they are for.

    Args:
        pack: as the reviewer left it.
        known: the comments that the articles have.
    """
    answers: _Answers = {}
    for entry in pack.entries:
        if origin := origin_of(entry.key):
            said = known.get(origin.key, set())
            # What dualpress itself wrote there is the article's to keep or drop.
            comments = tuple(line for line in forget(entry.comments) if line not in said)
            answer = _Answer(origin, entry, comments)
            if answer.has_words or comments:
                answers.setdefault(origin.key, []).append(answer)
    return answers


def _answered(entry: Entry, article: str, answers: _Answers) -> Entry:
    """An entry of an article with what the reviewer said of it."""
    for answer in answers.get(entry.key, ()):
        is_own = answer.origin.article == article
        if words_digest(entry) == answer.origin.digest:
            # A remark without an answer is about the article that the entry names.
            merged = _with(entry, answer, comments=is_own or answer.has_words)
        elif not is_own:
            continue
        elif answer.has_words and words_digest(entry) != words_digest(answer.entry):
            answer.refusal = "the translation was changed in the article meanwhile"
            continue
        else:
            merged = _with(entry, answer, words=False)
        if is_own:
            answer.refusal = None
        return merged
    return entry


def _with(entry: Entry, answer: _Answer, *, words: bool = True, comments: bool = True) -> Entry:
    if comments:
        entry = replace(entry, comments=(*entry.comments, *answer.comments))
    if not words or not answer.has_words:
        return entry
    target = answer.entry.target
    fuzzy = answer.entry.status in (Status.DRAFT, Status.STALE)
    status = status_of(entry.source, target, fuzzy=fuzzy, previous=entry.previous)
    previous = entry.previous if status is Status.STALE else None
    return replace(entry, target=target, status=status, previous=previous)


def _left(answers: _Answers, path: Path) -> Iterator[TranslationRefused]:
    for answer in (answer for found in answers.values() for answer in found):
        if answer.refusal:
            yield TranslationRefused(
                f"{answer.refusal}, and the answer is left in the pack: “{answer.entry.source}”",
                path=path,
                line=answer.entry.line,
                hint=f"Look at it in the PO file of “{answer.origin.article}”",
                key=answer.origin.key,
            )
