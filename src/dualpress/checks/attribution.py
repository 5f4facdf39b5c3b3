"""Who said it: a translation must not state as a fact what its source attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.wordlist import WordList
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["AttributionCheck"]


class _Attribution(NamedTuple):
    """A way to attribute in one language, and all that may stand for it in the other.

    Args:
        source: the way.
        telling: the words of which ``source`` needs one; most sentences have none.
        renderings: what may stand for it.
    """

    source: regex.Pattern[str]
    telling: frozenset[str]
    renderings: WordList


_EN_SAID = regex.compile(
    rf"{WORD_START}(?:said|(?<!(?:thermometer|theory|rule|law|it|name)\s)says|told(?=\s+(?:an?|the|reporters|\p{{Lu}}))|(?<!not\s|which\s)stated|insisted|asserted"
    r"|argued?|argues|(?<=s\s)say|warned|announced\s+that"
    # What rules, clocks and plans say is no attribution.
    rf"|according\s+to(?!\s+(?:plan|schedule|law|each|varying|the\s+(?:rules|law|needs?)))){WORD_END}",
    regex.IGNORECASE,
)
_EN_DOUBTED = regex.compile(
    rf"{WORD_START}(?:alleged(?:ly)?|alleges|alleging|reportedly|claim(?:s|ed|ing)\s+(?:that|to)"
    rf"|claimed(?!\s+(?:the|\p{{N}}+|\p{{L}}+|many|several)\s+(?:li[fv]es?|title|crown|victory)))"
    rf"{WORD_END}",
    regex.IGNORECASE,
)
_HI_SAID = regex.compile(
    rf"{WORD_START}(?:ने|(?:उन्हों|इन्हों|उस|हम|मैं)ने){WORD_END}[^।]*?{WORD_START}"
    rf"(?:कहा(?=\s*(?:कि|है|था|थी|[,:।.“\"]|$))|बताया\s+कि|दावा\s+किया){WORD_END}"
    rf"|(?<!{WORD_START}(?:समय|टाइम|पसंद|उम्मीद|ज़रूरत|जरूरत|नियम|नियमों|इच्छा|अधिनियम|कानून|क़ानून|योजना"
    r"|क्षमता|सुविधा|स्थान|आवश्यकता|कार्यक्रम|मौसम|परंपरा)\s+)"
    rf"{WORD_START}के\s+(?:अनुसार|मुताबिक|मुताबिक़){WORD_END}"
)
_HI_DOUBTED = regex.compile(
    rf"{WORD_START}(?:कथित|तथाकथित|दावा\s+(?:किया|कर\p{{L}}*|है)|आरोप\s+(?:है|लगाया|लगाए))"
    rf"{WORD_END}"
)

# Also the verbs that say as much: he warned (चेताया), he admitted (माना), it was learnt.
_HI_REPORTING = WordList(
    "कह* बता* बोल* अनुसार मुताबिक हवाले दाव* आरोप* कथित तथाकथित कथन बयान* घोषणा* घोषित एलान "
    "ऐलान जिक्र टिप्पण* कमेंट लिख* पूछ* जवाब उत्तर चेता* आगाह पुष्टि खंडन इनकार इन्कार इंकार "
    "तर्क दलील मानना माना मानते मानती मान्यता रिपोर्ट* खबर* सूचना सूचित सूत्र* जानकारी राय "
    "उल्लेख संकेत इशारा सुझाव स्वीकार* शिकायत व्यक्त जता* समझाया नकार* वक्तव्य सुना* दोहरा* जोर "
    "आश्वासन आश्वस्त जोड़ते जोड़ा नोट निर्देश आदेश अनुमान स्पष्ट भाषण संबोध* अभियोग दोष* इल्जाम "
    "याद कसम वादा वचन प्रतिक्रिया सलाह अपील आग्रह अनुरोध अफवाह* ट्वीट वर्णन लगता शब्दों उद्धृत "
    "ठहरा* साझा प्रकट विचार गवाही धन्यवाद बधाई आह्वान सोच* संदेश मांग फटकार* चिल्ला* प्रशंसा "
    "सराहना पुकार* निंदा संदेह शक संदिग्ध रेखांकित चर्चा बात पेश गिना* सहमति सहमत पता प्रतीत "
    "सुर बकौल कहानी भविष्यवाणी इजहार ख्याल दर्शाया"
)
_HI_DOUBTING = WordList(
    "कथित तथाकथित आरोप* आरोपी* दाव* कह* बता* अनुसार मुताबिक हवाले खबर* रिपोर्ट* सूत्र* सूचना "
    "माना मानना इल्जाम अभियोग अभियुक्त* दोष* संदिग्ध संदेह शक शिकायत बयान तर्क दलील जिम्मेदारी "
    "अफवाह* जानकारी लगता शायद संभवतः पता सुना* घोष* बोल* जताया जता* संभावना कहानी"
)
_EN_REPORTING = WordList(
    "said say* tell* told state_that stated stating states_that statement* claim* alleg* "
    "report* accord* accus* argu* insist* deny denie* denial warn* assert* announc* remark* "
    "add* not* believ* think* thought explain* mention* describ* call* comment* declar* "
    "confirm* suggest* spe* spoke* quot* reveal* admit* acknowledg* express* respon* repl* ask* "
    "writ* wrote mean* purported* suppos* suspect* apparent* view* point* inform* indicat* "
    "known consider* opin* charg* recall* emphasi* stress* highlight* underlin* conclu* observ* "
    "contend* conten* maintain* testif* advis* urg* complain* word* talk* cit* show* estimat* "
    "blam* promis* assur* hop* agree* per reckon* hear* so-called remember* refer* discuss* "
    "predict* propos* address* messag* feel* felt thank* question* clari* clear answer* shar* "
    "cried shout* vow* pledg* appeal* appreciat* greet* wish* congratulat* exhort* reiterat* "
    "affirm* reaffirm* outlin* elaborat* tweet* recommend* recount* jok* quip* whisper* yell* "
    "continued lament* shriek* mutter* murmur* interrupt* inquir* enquir* under_the makes_it "
    "made_it strongly accept* dub* named brand* label* based_on cut_in sourc* forecast* learn* "
    "rumour* rumor* concede* voic* ruled provid* demand* recit*"
)
_EN_DOUBTING = WordList(
    "alleg* claim* accus* purport* suppos* suspect* so-called report* said say* accord* charg* "
    "contend* assert* argu* insist* maintain* blam* believ* complain* apparent* stat* told "
    "tell* deem* declar* seem* appear* professed self-* announc* suggest* describ* call* "
    "complaint* indict* put show* admit*"
)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ATTRIBUTIONS = {
    Language.EN: (
        _Attribution(
            _EN_DOUBTED,
            _words("alleged allegedly alleges alleging reportedly claims claimed claiming"),
            _HI_DOUBTING,
        ),
        _Attribution(
            _EN_SAID,
            _words(
                "said says told stated insisted asserted argue argued argues say warned announced "
                "according"
            ),
            _HI_REPORTING,
        ),
    ),
    Language.HI: (
        _Attribution(_HI_DOUBTED, _words("कथित तथाकथित दावा आरोप"), _EN_DOUBTING),
        _Attribution(_HI_SAID, _words("कहा बताया दावा अनुसार मुताबिक मुताबिक़"), _EN_REPORTING),
    ),
}


class AttributionCheck(Check):
    """``said``, ``according to``, ``allegedly``: the words by which a source attributes."""

    id = "attribution"
    name = "Attribution"
    cause = "The source says who said it; the translation states it as a fact."
    cure = (
        "Name who says it: कहा, के अनुसार, का दावा है, कथित; in English said, according to, alleged."
    )
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for words of the source that attribute and have nothing in their place."""
        for attribution in _ATTRIBUTIONS[pair.source_language]:
            if attribution.telling.isdisjoint(pair.source_words):
                continue
            found = attribution.source.search(pair.source_text)
            if found and not attribution.renderings.is_in(pair.target_text):
                return [self.finding(f"Nothing says “{_last_words(found[0])}”, as the source does")]
        return []


def _last_words(text: str) -> str:
    """The words that attribute, without the speaker before them."""
    return " ".join(text.split()[-2:])
