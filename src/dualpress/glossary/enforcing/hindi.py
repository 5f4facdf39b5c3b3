"""What Hindi grammar asks of a term that is written into a sentence.

A noun in -आ changes before a postposition (समझौता, समझौते में), a genitive and a
verb agree with their noun. Where the words around show another gender than the
term's, it is not written.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.article import Span
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.match import TermMatch
from dualpress.glossary.terms import Gender, Kind, Term
from dualpress.text.devanagari import key_of

__all__ = ["NOT_ATTRIBUTED", "fit_hindi", "has_attributive", "plural_of"]

_POSTPOSITIONS = frozenset("ने को का के की से में पर तक द्वारा".split())
NOT_ATTRIBUTED = _POSTPOSITIONS | frozenset("और व एवं तथा या ही भी तो है हैं था थे थी सहित समेत".split())
"""What may follow a noun: before anything else a place may be an attribute, and
would be अमेरिकी rather than अमेरिका."""

# Of other words in -ी most are the same for both genders: सरकारी, विदेशी.
_FEMININE_ADJECTIVES = regex.compile(
    r"(?:न|अच्छ|बुर|बड़|छोट|लंब|लम्ब|चौड़|ऊँच|ऊंच|नीच|गहर|पूर|आध|पुरान|अपन|मेर|हमार|तुम्हार|दूसर|तीसर|पहल|अगल|पिछल"
    r"|वाल|ऐस|कैस|जैस|इतन|उतन|कितन|थोड़|सार|गई|गय|हु|रह)(?:ी|ई)"
)
_GENITIVES = {"का": Gender.MASCULINE, "की": Gender.FEMININE}
_NAMES = (Kind.PERSON, Kind.PLACE, Kind.ACRONYM)

# Verbs that show the gender of a noun in the direct case.
_MASCULINE = regex.compile(
    r"था|थे|हुआ|हुए|गया|गए|गये|रहा|रहे|\p{L}[\p{L}\p{M}]*(?:ता|ते)|\p{L}[\p{L}\p{M}]*(?:ेगा|ेंगे)|होगा|होंगे"
)
_FEMININE = regex.compile(
    r"थी|थीं|हुई|हुईं|गई|गयी|गईं|रही|रहीं|\p{L}[\p{L}\p{M}]*(?:ती|तीं)|\p{L}[\p{L}\p{M}]*(?:ेगी|ेंगी)|होगी|होंगी"
)


def fit_hindi(change: Change, draft: Draft, need: Need) -> Change | None:
    """Make a term fit where it is written into Hindi.

    Returns:
        The change with the term in its oblique form; ``None`` where more than
        the term would have to change.
    """
    if change.is_same_word or change.span.start == change.span.end:
        return change
    term = need.match.term
    after = draft.after(change.span.end)
    is_oblique = after is not None and after.text in _POSTPOSITIONS
    words = _oblique(change.words, term) if is_oblique else change.words
    if words is None or _has_other_genitive(draft, change.span, term):
        return None
    if _has_other_adjective(draft, change.span, term):
        return None
    if not is_oblique and _contradicts(draft, change.span, term):
        return None
    return change._replace(words=words)


def has_attributive(term: Term) -> bool:
    """Whether a place may have an adjective among its forms: अमेरिकी, ब्रिटिश."""
    return any(form[:2] == term.hi[:2] and form[-1:] != term.hi[-1:] for form in term.forms_hi)


def plural_of(draft: Draft, match: TermMatch) -> str | None:
    """The plural of a people or an office, if the row has it: ``Houthis ने``, हूतियों ने.

    Of other nouns it depends on what is counted: दो मिसाइलों ने, but दो मील की दूरी.
    """
    term = match.term
    if term.kind is not Kind.TITLE and term.en[:1].islower():
        return None
    after = draft.after(match.span.end)
    if after is not None and after.text in _POSTPOSITIONS:
        found = [form for form in term.forms_hi if _is_oblique_plural(form, term.hi)]
        return found[0] if len(found) == 1 else None
    is_unchanged = term.gender is Gender.MASCULINE and not term.hi.endswith("ा")
    return term.hi if is_unchanged else None


def _is_oblique_plural(form: str, headword: str) -> bool:
    stem = key_of(headword).rstrip("ािीुू")
    key = key_of(form)
    return key.startswith(stem) and key.removeprefix(stem) in ("ों", "ियों", "ुओं", "ओं", "यों")


def _oblique(words: str, term: Term) -> str | None:
    """The form before a postposition; ``None`` where it changes and no row has it."""
    listed = [form for form in term.forms_hi if _is_oblique_of(form, words)]
    if listed:
        return listed[0]
    may_change = words.endswith("ा") and term.kind not in _NAMES
    return None if may_change and term.gender is not Gender.FEMININE else words


def _is_oblique_of(form: str, words: str) -> bool:
    ours, theirs = key_of(words).split(), key_of(form).split()
    if len(ours) != len(theirs) or ours == theirs:
        return False
    pairs = zip(ours, theirs, strict=True)
    return all(one == other or (one[-1:], one[:-1] + "े") == ("ा", other) for one, other in pairs)


def _contradicts(draft: Draft, span: Span, term: Term) -> bool:
    """Whether the verb of a noun in the direct case shows the other gender."""
    if term.gender is None or term.kind is Kind.PERSON:
        return False
    verbs = list(_words_of_clause(draft, span))
    is_masculine = any(_MASCULINE.fullmatch(verb) for verb in verbs)
    is_feminine = any(_FEMININE.fullmatch(verb) for verb in verbs)
    if is_masculine == is_feminine:
        return False
    return is_masculine == (term.gender is Gender.FEMININE)


def _words_of_clause(draft: Draft, span: Span) -> Iterator[str]:
    for token in draft.tokens:
        if token.span.start >= span.end:
            if not token.is_word:
                return
            yield token.text


def _has_other_genitive(draft: Draft, span: Span, term: Term) -> bool:
    """Whether का or की before a noun is not of its gender: it may be of a noun that follows."""
    before = draft.before(span.start)
    gender = _GENITIVES.get(before.text) if before else None
    if gender is None or term.gender is None or term.kind in (Kind.PERSON, Kind.PLACE):
        return False
    return gender is not term.gender


def _has_other_adjective(draft: Draft, span: Span, term: Term) -> bool:
    """Whether a word before a noun agrees with the other gender: नया, गिराया गया for a मिसाइल."""
    before = draft.before(span.start)
    if before is None or not before.is_word or term.kind in (Kind.PERSON, Kind.PLACE):
        return False
    if term.gender is Gender.FEMININE:
        return before.text.endswith(("ा", "े")) and before.text not in NOT_ATTRIBUTED
    is_masculine = term.gender is Gender.MASCULINE
    return is_masculine and _FEMININE_ADJECTIVES.fullmatch(before.text) is not None
