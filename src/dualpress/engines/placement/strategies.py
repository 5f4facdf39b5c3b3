"""Ways to find the words of a translation that a tag goes around.

Each is a function from a case to a place, or to ``None`` where it cannot tell. They are tried in
the order of :data:`STRATEGIES`, in which what was measured to be right more often goes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import regex

from dualpress.article import Language, Span
from dualpress.engines.placement.links import Link
from dualpress.engines.placement.project import Projection, project
from dualpress.engines.placement.sentence import Case
from dualpress.engines.placement.words import is_little, overlaps, words_in
from dualpress.glossary import translate_exact
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["STRATEGIES", "Strategy"]


class Strategy(Protocol):
    """A way to find the words that a tag goes around."""

    __name__: str

    def __call__(self, case: Case, /) -> Span | None:
        """The place in the room, free of other tags; ``None`` where it cannot tell."""
        ...


_CLOSING = {"(": ")", "[": "]", "“": "”", "‘": "’", '"': '"', "«": "»"}
_ARTICLES = frozenset({"the", "a", "an"})
_CLAUSE_END = regex.compile(r"[,;:।(](?=\s)|\s\(")
_OVER_CLAUSE = 20
"""Characters of distance that a mark between two words counts for."""


def around_all(case: Case) -> Span | None:
    """A tag around all words goes around all words."""
    source = case.sentence.source
    if case.taken or not case.source_words or case.source_words != words_in(source, case.around):
        return None
    return _hull(case.free_words)


def same_words(case: Case) -> Span | None:
    """Around the tag's own words, if the translation has them: figures, Latin names."""
    words = case.sentence.source[slice(*case.tag.span)].strip()
    return case.nearest(_occurrences(words, case)) if words else None


def glossary_term(case: Case) -> Span | None:
    """Around what the glossary says that the tag's words become."""
    evidence = case.sentence.evidence
    words = case.sentence.source[slice(*case.tag.span)].strip()
    rendering = translate_exact(words, evidence.glossary, source_language=evidence.source_language)
    return case.nearest(_occurrences(rendering, case)) if rendering else None


def all_linked(case: Case) -> Span | None:
    """Around the words that stand for the tag's, where each of them is found."""
    found = _projection(case, case.sentence.links)
    return _with_case(case, found.span) if found and found.share == 1 else None


def the_rest(case: Case) -> Span | None:
    """The last of tags that hold all words of a text gets what the others left: a menu."""
    if case.waiting > 1 or not case.taken:
        return None
    held = [node.span for node in case.beside]
    if not all(overlaps(word, held) for word in words_in(case.sentence.source, case.around)):
        return None
    rest = _hull(case.free_words)
    return None if rest is None or overlaps(rest, case.taken) else rest


def in_brackets(case: Case) -> Span | None:
    """Within brackets or quotes, where the tag fills a pair and the translation has the same."""
    source, target = case.sentence.source, case.sentence.target
    before = source[: case.tag.span.start].rstrip()[-1:]
    after = source[case.tag.span.end :].lstrip()[:1]
    if not after or _CLOSING.get(before) != after:
        return None
    mark, end = regex.escape(before), regex.escape(after)
    pattern = regex.compile(f"{mark}([^{mark}{end}]+){end}")
    ours = [Span(*match.span(1)) for match in pattern.finditer(source, *case.around)]
    theirs = [Span(*match.span(1)) for match in pattern.finditer(target, *case.room)]
    places = [i for i, span in enumerate(ours) if overlaps(case.tag.span, [span])]
    if len(ours) != len(theirs) or not places:
        return None
    found = _hull(words_in(target, theirs[places[0]]))
    return None if found is None or overlaps(found, case.taken) else found


def attended(case: Case) -> Span | None:
    """Around the words that the model made of the tag's, by its attention."""
    if not case.sentence.alignment:
        return None
    found = _projection(case, case.sentence.aligned_links)
    return found.span if found else None


def some_linked(case: Case) -> Span | None:
    """Around the words that stand for some of the tag's, and beside them as many as are missing."""
    found = _projection(case, case.sentence.links)
    return _with_case(case, _extended(case, found)) if found else None


def same_edge(case: Case) -> Span | None:
    """A tag that begins the text begins it, and one that ends a Hindi text ends it.

    The last words of an English sentence are seldom the last in Hindi, which ends in its verb.
    """
    words, ours = case.free_words, words_in(case.sentence.source, case.around)
    if not words or not case.source_words:
        return None
    wanted = _wanted(case)
    is_hindi = case.sentence.evidence.source_language is Language.HI
    if case.source_words[0] == ours[0]:
        place = _hull(words[:wanted])
    elif case.source_words[-1] == ours[-1] and is_hindi:
        place = _hull(words[-wanted:])
    else:
        return None
    return None if place is None or overlaps(place, case.strangers) else place


def same_place(case: Case) -> Span | None:
    """Around as many words, at the same relative place.

    Not around words that stand for others, nor beginning or ending with a postposition, nor
    over the end of a clause, where that can be.
    """
    words = case.free_words
    if not words:
        return None
    strangers = case.strangers
    own = [word for word in words if not overlaps(word, strangers)]
    for length in range(_wanted(case), 0, -1):
        windows = [_hull(own[i : i + length]) for i in range(len(own) - length + 1)]
        fitting = [window for window in windows if window and _is_fit(window, case, strangers)]
        if fitting:
            return min(fitting, key=lambda window: _cost(window, case))
    return case.nearest(own or words)


STRATEGIES: tuple[tuple[Strategy, float], ...] = (
    (around_all, 0.98),
    (same_words, 0.98),
    (glossary_term, 0.97),
    (all_linked, 0.91),
    (in_brackets, 0.9),
    (the_rest, 0.9),
    (some_linked, 0.44),
    (attended, 0.6),
    (same_edge, 0.42),
    (same_place, 0.2),
)
"""All ways in the order in which they are tried, each with the share of tags that it put around
the very words that a human did, as ``benchmarks/placement.py`` measured it; see docs/po-format.md.

What a model looked at goes behind the words that are known, than which it was worse, and before
the place, than which it was better; it counts for less than was measured, for the sentences were
such as the model had seen."""


def _hull(words: Sequence[Span]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None


def _occurrences(words: str, case: Case) -> Iterable[Span]:
    if words not in case.sentence.target:  # most, and a pattern of each would be dear
        return
    pattern = regex.compile(WORD_START + regex.escape(words) + WORD_END)
    for match in pattern.finditer(case.sentence.target, *case.room):
        yield Span(*match.span())


def _projection(case: Case, links: Sequence[Link]) -> Projection | None:
    sentence = case.sentence
    language = sentence.evidence.source_language
    return project(case.tag.span, case.room, links, sentence.source, language, case.taken)


def _extended(case: Case, found: Projection) -> Span:
    """The place with a word on either side for each of the tag's that is missing there."""
    words = words_in(case.sentence.target, case.room)
    first = next(i for i, word in enumerate(words) if word.end > found.span.start)
    last = max(i for i, word in enumerate(words) if word.start < found.span.end)
    strangers = case.strangers
    for _ in range(found.before):
        if first == 0 or not _continues(words[first - 1], words[first], case, strangers):
            break
        first -= 1
    for _ in range(found.after):
        if last + 1 == len(words) or not _continues(words[last + 1], words[last], case, strangers):
            break
        last += 1
    return Span(words[first].start, words[last].end)


def _continues(new: Span, old: Span, case: Case, strangers: Sequence[Span]) -> bool:
    """Whether a word can belong to the phrase of the word beside it."""
    gap = case.sentence.target[min(new.end, old.end) : max(new.start, old.start)]
    marks = set(gap.strip()) - set(case.sentence.source[slice(*case.tag.span)])
    return not marks and not overlaps(new, strangers) and not case.sentence.is_little(new)


def _with_case(case: Case, span: Span) -> Span:
    """The place with the postposition of a tag's preposition, or the reverse: ``in 2018``."""
    evidence, words = case.sentence.evidence, case.source_words
    into_hindi = evidence.target_language is Language.HI
    word = case.sentence.source[slice(*words[0 if into_hindi else -1])].lower()
    if not is_little(word, evidence.source_language) or word in _ARTICLES:
        return span
    theirs = words_in(case.sentence.target, case.room)
    beside = [w for w in theirs if (w.start >= span.end if into_hindi else w.end <= span.start)]
    nearest = beside[0 if into_hindi else -1 :][:1]
    joined = _hull(sorted([span, *nearest]))
    if not nearest or not case.sentence.is_little(nearest[0]) or overlaps(nearest[0], case.taken):
        return span
    return joined or span


def _wanted(case: Case) -> int:
    """How many words the tag's will be, by the lengths of the two texts."""
    ours = len(words_in(case.sentence.source, case.around))
    theirs = len(words_in(case.sentence.target, case.room))
    # A word is left for each of the tags that follow.
    most = max(1, len(case.free_words) - case.waiting + 1)
    return min(most, max(1, round(len(case.source_words) * theirs / max(1, ours))))


def _is_fit(window: Span, case: Case, strangers: Sequence[Span]) -> bool:
    words = words_in(case.sentence.target, window)
    ends_little = case.sentence.is_little(words[0]) or case.sentence.is_little(words[-1])
    return not ends_little and not overlaps(window, strangers)


def _cost(window: Span, case: Case) -> float:
    centre = case.scaled((case.tag.span.start + case.tag.span.end) / 2)
    clauses = len(_CLAUSE_END.findall(case.sentence.target, *window))
    return abs((window.start + window.end) / 2 - centre) + _OVER_CLAUSE * clauses
