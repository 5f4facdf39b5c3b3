"""Any life of an article: edits, reviews, other tools' saves, and runs between them."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polib
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dualpress import pipeline
from dualpress.article import SegmentKey
from dualpress.catalog import Catalog, read_catalog
from dualpress.catalog.approved import JOINED, approved_in, boundary_of
from dualpress.config import Project
from dualpress.pipeline.drafts import Drafter
from dualpress.states import revive

PLACES = ["the port", "the village", "a market", "the old bridge", "the border"]
VERBS = ["died", "were hurt", "were seen", "were missing"]


@dataclass(frozen=True)
class Sentence:
    """``Police said 12 people died at the port.``"""

    who: int
    number: int
    verb: int
    place: int
    denied: bool = False
    is_split: bool = False

    def __str__(self) -> str:
        says = "never said" if self.denied else "said"
        place = PLACES[self.place]
        middle = f". It was at {place}" if self.is_split else f", and it was at {place}"
        return (
            f"Group {'ABCDEFGH'[self.who]}x {says} {self.number} people {VERBS[self.verb]}{middle}."
        )


numbers = st.integers(0, 7)
sentences = st.builds(Sentence, numbers, st.integers(2, 40), st.integers(0, 3), st.integers(0, 4))


class Life(RuleBasedStateMachine):
    """One post, its author, its reviewer, and their tools."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.count = 0
        configuration = 'engine = "identity"\nshipped_glossaries = false\n'
        (self.root / "dualpress.toml").write_text(configuration, encoding="utf-8")
        (self.root / "posts").mkdir()
        self.project = Project.load(self.root)
        self.po = self.root / "po/toll/hi.po"

    def teardown(self) -> None:
        self.run()
        shutil.rmtree(self.root)

    # The author

    @initialize(post=st.lists(sentences, min_size=3, max_size=5))
    def begin(self, post: list[Sentence]) -> None:
        self.post = post
        self.earlier = [post]
        self.run()
        for number in range(len(post)):
            self.review(number)
        self.run()

    def _edit(self, post: list[Sentence]) -> None:
        self.earlier.append(self.post)
        self.post = post

    @rule(at=numbers, number=st.integers(2, 40))
    def change_a_number(self, at: int, number: int) -> None:
        self._change(at, lambda sentence: replace(sentence, number=number))

    @rule(at=numbers, verb=st.integers(0, 3))
    def reword(self, at: int, verb: int) -> None:
        self._change(at, lambda sentence: replace(sentence, verb=verb))

    @rule(at=numbers)
    def deny(self, at: int) -> None:
        self._change(at, lambda sentence: replace(sentence, denied=not sentence.denied))

    @rule(at=numbers)
    def split_or_join(self, at: int) -> None:
        self._change(at, lambda sentence: replace(sentence, is_split=not sentence.is_split))

    def _change(self, at: int, change: Callable[[Sentence], Sentence]) -> None:
        at %= len(self.post)
        self._edit([*self.post[:at], change(self.post[at]), *self.post[at + 1 :]])

    @rule(at=numbers, sentence=sentences)
    def insert(self, at: int, sentence: Sentence) -> None:
        self._edit([*self.post[:at], sentence, *self.post[at:]])

    @precondition(lambda self: len(self.post) > 1)
    @rule(at=numbers)
    def remove(self, at: int) -> None:
        at %= len(self.post)
        self._edit([*self.post[:at], *self.post[at + 1 :]])

    @rule(seed=numbers)
    def reorder(self, seed: int) -> None:
        self._edit(random.Random(seed).sample(self.post, len(self.post)))  # noqa: S311

    @rule(back=st.integers(1, 6))
    def go_back(self, back: int) -> None:
        self._edit(self.earlier[-min(back, len(self.earlier))])

    # The reviewer

    @rule(at=numbers)
    def review(self, at: int) -> None:
        """Write a translation that no other sentence has, with the numbers of the source."""
        self.count += 1
        letters = "".join("कखगघचछजझटठ"[int(digit)] for digit in str(self.count))
        self._save(at, lambda entry: f"{letters} ने {_digits(entry.msgid)} लोगों की बात कही।")

    @rule(at=numbers)
    def confirm(self, at: int) -> None:
        self._save(at, lambda entry: entry.msgstr)

    @rule(at=numbers)
    def join_to_the_one_above(self, at: int) -> None:
        self._save(at, lambda _: "^")

    def _save(self, at: int, write: Callable[[polib.POEntry], str]) -> None:
        po = polib.pofile(str(self.po))
        live = [entry for entry in po if not entry.obsolete]
        entry = live[at % len(live)]
        entry.msgstr = write(entry)
        if entry.msgstr:
            entry.flags = []
            entry.previous_msgid = None
        po.save(newline="")

    # The editor

    @rule(market=st.sampled_from(["", "बाज़ार", "हाट"]), border=st.sampled_from(["", "सीमा"]))
    def change_the_glossary(self, market: str, border: str) -> None:
        rows = [f"{en},{hi}\n" for en, hi in (("market", market), ("border", border)) if hi]
        path = self.root / "glossaries/terms.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(["en,hi\n", *rows]), encoding="utf-8")

    # Other tools

    @rule(width=st.sampled_from([20, 79]))
    def save_wrapped(self, width: int) -> None:
        po = polib.pofile(str(self.po), wrapwidth=width)
        po.save(newline="")

    @rule()
    def sort(self) -> None:
        po = polib.pofile(str(self.po))
        po.sort(key=lambda entry: (entry.obsolete, entry.msgid))
        po.save(newline="")

    @rule()
    def drop_what_tools_drop(self) -> None:
        po = polib.pofile(str(self.po))
        for entry in po:
            entry.comment, entry.occurrences = "", []
            entry.flags = [flag for flag in entry.flags if flag == "fuzzy"]
        po.save(newline="")

    @rule()
    def drop_previous_sources(self) -> None:
        lines = self.po.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("#|", "#~|"))]
        self.po.write_text("".join(kept), encoding="utf-8", newline="")

    @rule()
    def lose_the_sidecar(self) -> None:
        self.po.with_suffix(".json").unlink(missing_ok=True)

    # dualpress

    @rule()
    def run(self) -> None:
        self._write_post()
        before = read_catalog(self.po) if self.po.exists() else None
        report = pipeline.translate(self.project)
        assert report.failures == ()
        if before is not None:
            self._check(before, is_held=report.articles[0].held is not None)
        files = self._files()
        pipeline.translate(self.project)
        assert self._files() == files

    @rule(at=numbers)
    def run_while_the_reviewer_saves(self, at: int) -> None:
        self._write_post()
        fill, saved = Drafter.fill, []

        def fill_meanwhile(drafter: Drafter, catalog: Catalog) -> Catalog:
            self.review(at)
            saved.append(read_catalog(self.po))
            return fill(drafter, catalog)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Drafter, "fill", fill_meanwhile)
            report = pipeline.translate(self.project)
        if report.failures:  # refused, and so nothing was written
            assert read_catalog(self.po) == saved[0]
        else:
            self._check(saved[0], is_held=report.articles[0].held is not None)

    def _write_post(self) -> None:
        blocks = "".join(f"<p>{sentence}</p>\n" for sentence in self.post)
        (self.root / "posts/toll.html").write_text(blocks, encoding="utf-8")

    def _check(self, before: Catalog, *, is_held: bool) -> None:
        """What a human approved is in the file, and on the page where its source stands.

        The page shows white space in a row as one space, as browsers do (CSS Text 3, 4.1.1).
        """
        after = read_catalog(self.po)
        assert _targets(before) <= _targets(after)
        page = "" if is_held else self._page()
        for entry in after.entries:
            if expected := _approved_for(entry.key, before):
                assert entry.status.is_confirmed, entry
                assert entry.target in expected
                assert is_held or entry.joins or _shown(entry.target) in page

    def _files(self) -> dict[str, bytes]:
        folders = (self.root / "po", self.root / "output")
        paths = [path for folder in folders for path in folder.rglob("*.*")]
        return {str(path): path.read_bytes() for path in paths}

    def _page(self) -> str:
        return (self.root / "output/hi/toll/index.html").read_text(encoding="utf-8")


def _shown(text: str) -> str:
    return " ".join(text.split())


def _digits(text: str) -> str:
    return " ".join(re.findall(r"\d+", text))


def _approved(catalog: Catalog) -> list[tuple[SegmentKey, str]]:
    """What a human approved for which source, as far as the file tells it."""
    entries = [revive(entry) for entry in (*catalog.entries, *catalog.obsolete)]
    found = [(entry, approved_in(entry)) for entry in entries if boundary_of(entry) != JOINED]
    return [
        (SegmentKey(entry.key.context, approved.source), approved.target)
        for entry, approved in found
        if approved is not None
    ]


def _targets(catalog: Catalog) -> set[str]:
    entries = [revive(entry) for entry in (*catalog.entries, *catalog.obsolete)]
    known = (approved_in(entry) for entry in entries)
    return {approved.target for approved in known if approved} - {"^"}


def _approved_for(key: SegmentKey, before: Catalog) -> set[str]:
    """The translations of which one must stand for a sentence of the page."""
    entry = before.find(key)
    if entry is not None:
        live = revive(entry)
        return {live.target} if live.status.is_confirmed else set()
    return {target for source, target in _approved(before) if source == key}


Life.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
test_any_life = Life.TestCase


def test_a_reviewer_saves_two_spaces_in_a_row_while_dualpress_runs() -> None:
    """The second half of a sentence that was split has no number: two spaces are left there."""
    life = Life()
    life.begin(post=[Sentence(0, 2, 0, 0), Sentence(0, 16, 0, 0), Sentence(0, 31, 0, 0)])
    life.split_or_join(at=2)
    life.run()
    life.run_while_the_reviewer_saves(at=7)
    assert "च ने  लोगों की बात कही।" in life.po.read_text(encoding="utf-8")
    life.teardown()
