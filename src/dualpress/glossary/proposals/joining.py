"""One suggestion for a name that is found in English posts and in Hindi ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dualpress.article import Language
from dualpress.glossary.proposals.renderings import Basis, Rendering
from dualpress.glossary.proposals.spellings import spelling_key
from dualpress.glossary.proposals.suggestion import Suggestion
from dualpress.text.devanagari import key_of

__all__ = ["joined"]


def joined(names: Sequence[Suggestion]) -> list[Suggestion]:
    """Put a Hindi name to the English one that it is, where both are suggested.

    They are one name where what is proposed for one of them is how the other is written.

    Args:
        names: with their renderings.

    Returns:
        The English names, each with the places and spellings of its Hindi ones,
        and the Hindi names that no English one was found for.
    """
    english = [name for name in names if name.language is Language.EN]
    hindi = [name for name in names if name.language is Language.HI]
    written, rendered = _by_spelling(english), _by_rendering(english)
    parts: dict[str, list[Suggestion]] = defaultdict(list)
    alone = []
    for name in hindi:
        whole = _whole(name, written, rendered)
        if whole is None:
            alone.append(name)
        else:
            parts[whole.name].append(name)
    return [*(_with(name, parts[name.name]) for name in english), *alone]


def _by_spelling(names: Iterable[Suggestion]) -> dict[str, Suggestion]:
    found: dict[str, Suggestion] = {}
    for name in names:
        for spelling, _ in name.spellings:
            found.setdefault(spelling_key(spelling), name)
    return found


def _by_rendering(names: Iterable[Suggestion]) -> dict[str, Suggestion]:
    found: dict[str, Suggestion] = {}
    for name in names:
        for rendering in name.renderings:
            found.setdefault(spelling_key(rendering.text), name)
    return found


def _whole(
    name: Suggestion, written: Mapping[str, Suggestion], rendered: Mapping[str, Suggestion]
) -> Suggestion | None:
    """The English name that a Hindi one is."""
    by_own = (written.get(spelling_key(one.text)) for one in name.renderings)
    by_other = (rendered.get(spelling_key(spelling)) for spelling, _ in name.spellings)
    return next(filter(None, (*by_own, *by_other)), None)


def _with(name: Suggestion, parts: Sequence[Suggestion]) -> Suggestion:
    if not parts:
        return name
    places = (*name.places, *(place for part in parts for place in part.places))
    kinds = (one.kind for one in (name, *parts))
    return replace(
        name,
        kind=next(filter(None, kinds), None),
        places=places,
        renderings=_renderings(name, parts),
    )


def _renderings(name: Suggestion, parts: Sequence[Suggestion]) -> tuple[Rendering, ...]:
    """What humans wrote goes before what is guessed."""
    spellings = [spelling for part in parts for spelling, _ in part.spellings]
    found = [one for one in name.renderings if one.basis in (Basis.REVIEWED, Basis.MEMORY)]
    found += (Rendering(spelling, Basis.POSTS) for spelling in spellings)
    once: dict[str, Rendering] = {}
    for one in (*found, *name.renderings):
        once.setdefault(key_of(one.text), one)
    return tuple(once.values())
