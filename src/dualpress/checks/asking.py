"""Questions that one language marks as such and the other need not."""

from __future__ import annotations

import regex

from dualpress.article import Language
from dualpress.checks.base import Pair
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["is_asked_otherwise"]

# Interrogatives all begin with क, the relatives with ज; indefinite कोई, कुछ, किसी ask nothing.
_HINDI_WORD = (
    rf"{WORD_START}(?:क्या|क्यों|कैस[ाीे]|कब|कहाँ|कहां|किधर|कौन|कितन[ाीे]"
    rf"|किस(?:[ेने]|क[ाीेो]|में|से|पर)?|किन(?:क[ाीेो]|्हें|्होंने)?){WORD_END}"
)
_ASKS = regex.compile(_HINDI_WORD)
_ASKS_WITHIN = regex.compile(rf"\sकि\s.*{_HINDI_WORD}")
_ASKS_IN_ENGLISH = regex.compile(
    r"(?<=\p{L}\W+)(?:what|why|how|whether|if|when|where|who|whom|whose|which)(?!\p{L})"
)


def is_asked_otherwise(pair: Pair) -> bool:
    """Whether one side ends in a question mark that the grammar of the other does without.

    English writes no question mark after an indirect question, where Hindi often has one. And
    a Hindi question that ends in a danda, or a headline in nothing, asks by its words.

    Args:
        pair: one of its sides has a question mark, the other none.
    """
    hindi = _last_sentence(pair, Language.HI)
    if "?" not in hindi:
        return pair.source_language is Language.HI and _ASKS.search(hindi) is not None
    english = _last_sentence(pair, Language.EN)
    return bool(_ASKS_WITHIN.search(hindi) and _ASKS_IN_ENGLISH.search(english))


def _last_sentence(pair: Pair, language: Language) -> str:
    if pair.source_language is language:
        text, (*_, last) = pair.source_text, pair.source_sentences
    else:
        text, (*_, last) = pair.target_text, pair.target_sentences
    return text[last.start : last.end]
