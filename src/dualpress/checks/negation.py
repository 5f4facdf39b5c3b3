"""Negation: ``not`` lost turns a sentence into its opposite."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.wordlist import WordList
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["NegationCheck"]

# Not those that deny nothing: "not only", "not long after", "whether or not", "not uncommon",
# "couldn't help", "Why didn't he …?", "Did Not Finish".
_ENGLISH = regex.compile(
    rf"""
    (?<!\b(?:whether|or|if|but|which|why)\s)(?<!\b(?:whether|if|and|or)\s\p{{L}}+\s)
    {WORD_START}(?:
        (?-i:not|NOT)(?!\s(?:only|just|merely|simply|least|long|un\p{{L}}+|in\p{{L}}{{5,}}|far|until|so|yet
            |to\ mention|surprising\p{{L}}*|necessarily|withstanding|a\ few
            |all|every\p{{L}}*|help|but
            |wait)\b)
      | cannot(?!\ (?:help|but|wait))
      | (?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should|must)n['’]t
        (?!\ (?:just|only|help|wait|so|un\p{{L}}+)|,|\ (?:it|he|she|they|you|we|that)\ ?\?)
      | never(?!\ (?:before|ending|mind)) | neither | nobody | no\ one
      | (?-i:no|No)(?=\s\p{{Ll}}{{4,}})
        (?!\s(?:longer|matter|doubt|more|less|better|sooner|wonder|other|fewer|later))
    ){WORD_END}
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TELLING = {
    Language.EN: frozenset("not cannot t never neither nobody no".split()),
    Language.HI: frozenset("नहीं नही न".split()),
}
"""The words of which these patterns need one, ``t`` that of ``don't``; most sentences have none."""

_WHY_NOT = regex.compile(r"(?:^|[\s“\"])(?:why|how)\s[^?]*\?", regex.IGNORECASE)
_HINDI = regex.compile(
    rf"(?<!{WORD_START}(?:इतना|यही|यहीं|ही|केवल|सिर्फ़|सिर्फ|कहीं|क्यों|या)\s){WORD_START}(?:नहीं|नही)"
    rf"(?!\s+(?:तो|बल्कि|केवल|सिर्फ़|सिर्फ|कि|क्यों|कहीं){WORD_END}|[,\s]*\?|\s*-){WORD_END}"
    rf"|{WORD_START}न(?=\s+(?:\p{{Deva}}+\s+)?\p{{Deva}}+ने\s+(?:की|के|का){WORD_END})"
)

# Whatever can stand for a negation, a prefix included.
_HINDI_NEGATIVES = WordList(
    "नहीं नही न ना मत बिना बिन बगैर बग़ैर मना इनकार इन्कार इंकार वंचित खंडन बजाय बजाए सिवाय "
    "सिवा अलावा बल्कि शायद मुश्किल* नामुमकिन नाका* नापसंद नामंजूर नाराज* नाखुश* नाउम्मीद नालायक "
    "नाबालिग नासमझ नाजायज गैर* गैर-* विफल* निर्दोष निष्* निः* निरर्थक निरस्त निराधार बेघर* "
    "बेकार बेशक बेखबर बेअसर बेनाम बेगुनाह* बेवजह बेमिसाल बेबुनियाद बेकाबू अनजान* अनदेख* अनसुन* "
    "अनचाह* अनपढ़ अनभिज्ञ अनधिकृत अनिश्चित* अनुचित अनुपलब्ध* अनुपस्थित* अनावश्यक अनियमित* "
    "अनिवार्य अनसुलझ* अनछु* असफल* असंभव असमर्थ* असहमत* असहज असमान* असामान्य असुरक्षित अस्वीकार* "
    "अस्वीकृत असंतुष्ट असंतोष असहनीय असत्य अक्षम* अयोग्य* अभाव अपर्याप्त अपूर्ण अपरिचित अप्र* "
    "अवैध अज्ञात अन्यथा अछूत* अदृश्य अधूर* अविश्व* अविवाहित कम कमी खारिज ठुकरा* रोक* प्रतिबंध* "
    "वर्जित निषेध* निषिद्ध खिलाफ बच* लापता विपरीत गायब भूल* नजरअंदाज टाल* चूक* रद्द स्थगित "
    "समाप्त खत्म रिक्त हीन रहित फर्क_नहीं शून्य चुप* मौन मृत विरोध उल्टे परे अभी_तक संकोच हिच* "
    "परहेज बरी भिन्न इतर नॉट नो जीरो"
)
_ENGLISH_NEGATIVES = WordList(
    "not no cannot can't never nobody nothing neither nor none nowhere non* without un* less* "
    "intoler* inab* inac* inad* inap* incap* incom* incor* indef* indep* indif* inelig* inevit* "
    "innocen* insec* insuf* inval* invis* imposs* improp* immun* irre* illeg* illic* disag* "
    "disal* disap* disb* disc* dish* disl* diso* dispens* dispro* disq* disreg* fail* lack* "
    "deny denie* denying denial* refus* reject* unable unless hardly rarely rare seldom barely "
    "scarcely few fewer little only but until instead rather except otherwise prevent* avoid* "
    "stop* ban bans banned banning prohibit* forbid* against absen* miss* lost loss* lose* "
    "losing declin* too yet away free ignor* doubt* withh* contrary anti* exclu* zero overlook* "
    "forg* neglect* suspend* abstain* refrain* mere* moreover besides depriv* short beyond hid* "
    "resist* oppos* cease* cancel* abandon* abort* empty ran_out run_out despite while poor* "
    "wast* wrong* barr* regardless although though even ever than before other minim* anonym* "
    "down nil impasse skip* exempt* worth hold* leave* leaving left vary* varying nooo*"
)
# Words that are negative by their ending: शक्तिहीन, "useless", "wouldn’t".
_FORMED = regex.compile(
    r"\p{L}n(?:['’]|&#39;)t|\p{L}+less\b|-?free\b|[\p{L}\p{M}]+(?:हीन|रहित|विहीन|मुक्त)"
)


class NegationCheck(Check):
    """``not`` and नहीं: on one side only, and nothing on the other that denies anything."""

    id = "negation"
    name = "Negation"
    cause = "One side denies what the other says."
    cure = "Compare “not” and “नहीं” in source and translation."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for a clear negation that nothing on the other side can stand for."""
        source, target = pair.source_text, pair.target_text
        language = pair.source_language
        if not _TELLING[language].isdisjoint(pair.source_words) and (
            negation := _unmatched(source, language, target)
        ):
            message = f"“{negation}” of the source is lost"
            return [self.finding(message, severity=_severity(language))]
        language = pair.target_language
        if not _TELLING[language].isdisjoint(pair.target_words) and (
            negation := _unmatched(target, language, source)
        ):
            message = f"“{negation}” is not in the source"
            return [self.finding(message, severity=_severity(language))]
        return []


def _severity(language: Language) -> Severity:
    """Hindi often says with नहीं what English says with another word: "might end"."""
    return Severity.ERROR if language is Language.EN else Severity.WARNING


def _unmatched(text: str, language: Language, other_text: str) -> str | None:
    """The negation of a text, if the other text, in the other language, has none at all."""
    found = (_ENGLISH if language is Language.EN else _HINDI).search(text)
    if found is None or _WHY_NOT.search(text):
        return None
    words = _HINDI_NEGATIVES if language is Language.EN else _ENGLISH_NEGATIVES
    return None if _denies(other_text, words) else found[0]


def _denies(text: str, words: WordList) -> bool:
    return words.is_in(text) or _FORMED.search(text) is not None
