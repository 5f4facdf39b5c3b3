"""A rendering in another spelling: तालेबान for तालिबान, ``Shinhua`` for ``Xinhua``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from dualpress.glossary.enforcing.alike import Place, joined, places_alike
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.renderings import rendering_of
from dualpress.text.sounds import likeness

__all__ = ["mend_spelling"]

_ENDING = 3
"""Letters and signs at the end of a word that may be an inflection."""

_NEAR = 12
"""By how much less alike the rendering to write may be than another form."""


def mend_spelling(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for words that are spelled and sound like it.

    Certain where one place alone does, or the same words where the source has
    the term as often, and where no other word of the source sounds so.
    """
    if need.match.ambiguous or _is_within_name(draft, need):
        return ()
    places = _best_of_each(places_alike(draft, need))
    texts = {place.text for place in places}
    if len(texts) != 1 or len(places) > need.often or _has_rival(draft, need, places[0]):
        return ()
    written = [_form_to_write(place, draft, need) for place in places]
    return [
        Change(place.span, form, is_same_word=True)
        for place, form in zip(places, written, strict=True)
        if not _is_part_or_inflection(place.text, form)
    ]


def _is_within_name(draft: Draft, need: Need) -> bool:
    """Whether the source has a common noun as part of a name: ``Bangali Tola``."""
    start = need.match.span.start
    capitals = draft.task.source[start].isupper() > need.match.form[:1].isupper()
    return capitals and any(word.span.end <= start for word in draft.task.words)


def _best_of_each(places: Iterator[Place]) -> list[Place]:
    """The likest of the places that overlap."""
    chosen: list[Place] = []
    for place in sorted(places, key=lambda place: (-place.likeness, place.span)):
        if all(
            place.span.end <= other.span.start or other.span.end <= place.span.start
            for other in chosen
        ):
            chosen.append(place)
    return sorted(chosen)


def _has_rival(draft: Draft, need: Need, place: Place) -> bool:
    """Whether another word of the source sounds like the place too."""
    spans = [match.span for match in draft.task.matches if match.term == need.match.term]
    return any(
        likeness(joined(word.text), joined(place.text)) >= place.sound
        for word in draft.task.words
        if not any(span.start <= word.span.start < span.end for span in spans)
    )


def _is_part_or_inflection(text: str, form: str) -> bool:
    """Whether one is the other's beginning or end, or both differ at the end alone.

    So कांग्रेसी differs from कांग्रेस, and नेवल from नेवी. The plural of English is no
    ending of Hindi: फ़ॉकलैंड्स.
    """
    one, other = joined(text).removesuffix("्स"), joined(form).removesuffix("्स")
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    rests = one[same:], other[same:]
    is_end = max(map(len, rests)) <= _ENDING and rests[0][-1:] != rests[1][-1:]
    return one != other and (is_end or one.endswith(other) or other.endswith(one))


def _form_to_write(place: Place, draft: Draft, need: Need) -> str:
    """The rendering, or the form that is likest: the engine chose an adjective or a plural."""
    rendering = rendering_of(need.match, draft.task.source_language)
    if rendering is None:
        return place.form
    text = joined(place.text)
    is_near = fuzz.ratio(text, joined(rendering)) + _NEAR >= place.letters
    ends = [joined(words)[-1:] == text[-1:] for words in (rendering, place.form)]
    return place.form if ends == [False, True] or not is_near else rendering
