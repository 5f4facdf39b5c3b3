"""Number words of English and Hindi.

Hindi spellings are found by their match key, so that only those stand here
that differ by more than nukta, chandrabindu or the writing of a nasal.
Values of Hindi scales: CLDR's short and long compact patterns for ``hi``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import TypeAlias, TypeVar

from dualpress.article import Language
from dualpress.text.devanagari import match_key_of

__all__ = ["Lexicon", "lexicon", "spelled_out"]

T = TypeVar("T")
_Values: TypeAlias = dict[str, int | Fraction]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of one language, by key (lower case, or the match key).

    Args:
        units: counting words below a hundred.
        scales: what multiplies the number before it.
        plurals: the same in the plural: a value after a number only ("5 crores").
        fractions: words that have a value by themselves (``half``, ``ढाई``).
        shifts: Hindi words that move the number after them (साढ़े: + 1/2).
        hints: ordinals and words from which the other language may make a figure (``both``,
            ``second``, पहला, ``twice``): never demanded, always accepted.
        months: names of months.
        clock: words that make a time of the number beside them.
    """

    units: Mapping[str, int]
    scales: Mapping[str, Fraction]
    fractions: Mapping[str, Fraction]
    months: Mapping[str, int]
    hints: Mapping[str, Fraction]
    plurals: Mapping[str, Fraction] = field(default_factory=dict)
    shifts: Mapping[str, Fraction] = field(default_factory=dict)
    clock: frozenset[str] = frozenset()


_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_SCALES: _Values = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "dozen": 12,
}
_EN_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_EN_HINTS: _Values = {
    "once": 1,
    "single": 1,
    "sole": 1,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "duo": 2,
    "twin": 2,
    "twins": 2,
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "triple": 3,
    "tripled": 3,
    "trio": 3,
    "thrice": 3,
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    "decade": 10,
    "decades": 10,
    "century": 100,
    "centuries": 100,
    "fortnight": 15,
    "noon": 12,
    "midday": 12,
    "midnight": 12,
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_EN_MONTHS = (
    "january february march april may june july august september october november december"
).split()

_HI_UNITS = """
शून्य,ज़ीरो एक दो तीन चार
पाँच छह,छः,छ:,छै सात आठ नौ
दस ग्यारह बारह तेरह चौदह
पंद्रह,पंद्रा सोलह सत्रह,सतरह अठारह,अट्ठारह उन्नीस
बीस इक्कीस बाईस,बाइस तेईस,तेइस चौबीस
पच्चीस छब्बीस सत्ताईस,सत्ताइस अट्ठाईस,अठाईस,अट्ठाइस,अठ्ठाईस उनतीस,उन्तीस
तीस इकतीस,इकत्तीस बत्तीस तैंतीस,तेंतीस,तैतीस चौंतीस,चौतीस
पैंतीस,पैतीस छत्तीस सैंतीस,सैतीस अड़तीस उनतालीस,उन्तालीस,उनचालीस
चालीस इकतालीस,इकतालिस बयालीस,बियालीस तैंतालीस,तेंतालीस,तैतालीस चौवालीस,चवालीस,चौंवालीस
पैंतालीस,पैतालीस छियालीस,छयालीस सैंतालीस,सैतालीस अड़तालीस उनचास,उन्चास
पचास इक्यावन बावन तिरपन,तिरेपन चौवन,चव्वन
पचपन छप्पन सत्तावन अट्ठावन,अठावन,अठ्ठावन उनसठ
साठ इकसठ बासठ तिरसठ,तिरेसठ चौंसठ,चौसठ
पैंसठ,पैसठ छियासठ,छयासठ सड़सठ,सरसठ अड़सठ उनहत्तर,उनसत्तर
सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर
पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी,उनासी,उन्नासी
अस्सी इक्यासी बयासी तिरासी चौरासी
पचासी छियासी सत्तासी,सतासी अट्ठासी,अठासी,अठ्ठासी नवासी
नब्बे इक्यानवे,इक्यानबे बानवे,बानबे तिरानवे,तिरानबे चौरानवे,चौरानबे
पंचानवे,पचानवे,पंचानबे छियानवे,छियानबे सत्तानवे,सत्तानबे अट्ठानवे,अठानवे,अठ्ठानवे,अट्ठानबे निन्यानवे,निन्यानबे
""".split()
_HI_SCALES: _Values = {
    "सौ": 100,
    "हज़ार": 10**3,
    "सहस्र": 10**3,
    "लाख": 10**5,
    "मिलियन": 10**6,
    "करोड़": 10**7,
    "अरब": 10**9,
    "बिलियन": 10**9,
    "खरब": 10**11,
    "ट्रिलियन": 10**12,
    "दर्जन": 12,
}
_HI_FRACTIONS = {
    "पौन": Fraction(3, 4),
    "पौना": Fraction(3, 4),
    "आधा": Fraction(1, 2),
    "आधी": Fraction(1, 2),
    "आधे": Fraction(1, 2),
    "डेढ़": Fraction(3, 2),
    "ढाई": Fraction(5, 2),
    "अढ़ाई": Fraction(5, 2),
}
_HI_SHIFTS = {
    "सवा": Fraction(1, 4),
    "साढ़े": Fraction(1, 2),
    "पौने": Fraction(-1, 4),
}
_HI_HINTS: _Values = {
    "अकेला": 1,
    "एकमात्र": 1,
    "दोनों": 2,
    "दोबारा": 2,
    "दुबारा": 2,
    "दोगुना": 2,
    "दोगुनी": 2,
    "दोगुने": 2,
    "दुगुना": 2,
    "दुगुनी": 2,
    "दोहरा": 2,
    "दोहरी": 2,
    "दोहरे": 2,
    "जोड़ी": 2,
    "जोड़े": 2,
    "तीनों": 3,
    "तिगुना": 3,
    "चारों": 4,
    "पाँचों": 5,
    "तिहाई": Fraction(1, 3),
    "चौथाई": Fraction(1, 4),
    "दशक": 10,
    "दशकों": 10,
    "सदी": 100,
    "शताब्दी": 100,
    "पखवाड़े": 15,
    "शत": 100,
    "दोपहर": 12,
    "मध्यरात्रि": 12,
    "सैकड़ा": 100,
    "फ़र्स्ट": 1,
    "सेकंड": 2,
    "सेकेंड": 2,
    "थर्ड": 3,
    "प्रथम": 1,
    "द्वितीय": 2,
    "तृतीय": 3,
    "चतुर्थ": 4,
}
_HI_ORDINAL_ENDS = "वां वीं वें वा वी वे".split()
_HI_ORDINAL_STEMS = {"पहल": 1, "दूसर": 2, "तीसर": 3, "चौथ": 4, "छठ": 6}
_HI_MONTHS = (
    "जनवरी फ़रवरी,फरबरी मार्च अप्रैल मई जून जुलाई,जुलाइ अगस्त सितंबर अक्टूबर,अक्तूबर नवंबर दिसंबर"
).split()


@cache
def lexicon(language: Language) -> Lexicon:
    """The number words of a language."""
    return _english() if language is Language.EN else _hindi()


def _english() -> Lexicon:
    units = {word: value for value, word in enumerate(_EN_UNITS)}
    units |= dict(zip(_EN_TENS, range(20, 100, 10), strict=True))
    ordinals: _Values = {word: value for value, word in enumerate(_EN_ORDINALS)}
    months = {name: number for number, name in enumerate(_EN_MONTHS, start=1)}
    months |= {name[:3]: number for name, number in months.items()} | {"sept": 9}
    return Lexicon(
        units=units,
        scales=_fractions(_EN_SCALES),
        plurals=_fractions({f"{word}s": value for word, value in _EN_SCALES.items()}),
        fractions={"half": Fraction(1, 2)},
        months=months,
        hints=_fractions(ordinals | _EN_HINTS),
        clock=frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock"}),
    )


def _hindi() -> Lexicon:
    units = {word: n for n, words in enumerate(_HI_UNITS) for word in words.split(",")}
    months = {name: n for n, names in enumerate(_HI_MONTHS, 1) for name in names.split(",")}
    ordinals: _Values = {word + end: n for word, n in units.items() for end in _HI_ORDINAL_ENDS}
    ordinals |= {stem + end: n for stem, n in _HI_ORDINAL_STEMS.items() for end in "ाीे"}
    return Lexicon(
        units=_keyed(units),
        scales=_fractions(_HI_SCALES | _EN_SCALES),  # "$3.6bn" stays as it is
        fractions=_keyed(_HI_FRACTIONS),
        months=_keyed(months),
        hints=_fractions(_HI_HINTS | ordinals),
        shifts=_keyed(_HI_SHIFTS),
        clock=frozenset({match_key_of("बजे"), match_key_of("बजकर")}),
    )


def _keyed(words: Mapping[str, T]) -> dict[str, T]:
    return {match_key_of(word): value for word, value in words.items()}


def _fractions(words: _Values) -> dict[str, Fraction]:
    return {word: Fraction(value) for word, value in _keyed(words).items()}


@cache
def spelled_out(value: int, language: Language) -> str:
    """A number below a hundred in words, in its most usual spelling.

    Args:
        value: 0 to 99.
        language: the language.
    """
    if language is Language.HI:
        return _HI_UNITS[value].partition(",")[0]
    if value < len(_EN_UNITS):
        return _EN_UNITS[value]
    tens, ones = divmod(value, 10)
    word = _EN_TENS[tens - 2]
    return f"{word}-{_EN_UNITS[ones]}" if ones else word
