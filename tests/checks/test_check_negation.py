from __future__ import annotations

from functools import partial

from verdicts import fails, passes, warns

from dualpress.article import Language

CHECK = "negation"

into_english = partial(passes, CHECK, to=Language.EN)


def test_negations_on_both_sides_pass() -> None:
    passes(CHECK, "He did not come.", "वह नहीं आया।")
    passes(CHECK, "Nobody was hurt.", "कोई घायल नहीं हुआ।")
    passes(CHECK, "He cannot read.", "वह अनपढ़ है।")
    passes(CHECK, "It is not possible.", "यह असंभव है।")
    passes(CHECK, "They didn't agree.", "वे असहमत थे।")
    passes(CHECK, "He was not allowed in.", "उसे अंदर जाने से रोक दिया गया।")
    passes(CHECK, "Without water they die.", "पानी के बिना वे मर जाते हैं।")
    passes(CHECK, "The talks failed.", "बातचीत सफल नहीं रही।")
    into_english("वह नहीं आया।", "He failed to come.")
    into_english("बिजली नहीं है।", "There is no electricity.")
    into_english("वह असफल रहा।", "He did not succeed.")


def test_what_denies_nothing_passes() -> None:
    passes(CHECK, "Not only he but she came.", "वह ही क्या, वह भी आई।")
    passes(CHECK, "Why didn't he come?", "वह क्यों रुक गया?")
    passes(CHECK, "We will see whether or not it works.", "देखेंगे कि यह चलता है क्या।")
    passes(CHECK, "It ended not long after the war.", "यह युद्ध के तुरंत बाद ख़त्म हुआ।")
    into_english("देखेंगे कि वह आता है या नहीं।", "We will see whether he comes.")
    into_english("इतना ही नहीं, वह जीता।", "What is more, he won.")


def test_a_lost_not_fails() -> None:
    fails(CHECK, "He did not come.", "वह आया।", about="“not”")
    fails(CHECK, "Nobody was hurt.", "सब घायल हुए।", about="“Nobody”")
    fails(CHECK, "They didn't agree.", "वे मान गए।", about="“didn't”")
    fails(CHECK, "He cannot read.", "वह पढ़ सकता है।")
    fails(CHECK, "He has never been to Delhi.", "वह दिल्ली में रहा है।")
    fails(CHECK, "Neither side was ready.", "दोनों पक्ष तैयार थे।")
    fails(CHECK, "No decision has been taken.", "फ़ैसला ले लिया गया है।")
    fails(CHECK, "The village has no electricity.", "गाँव में बिजली है।")


def test_an_added_not_fails() -> None:
    fails(CHECK, "वह आया।", "He did not come.", to=Language.EN, about="“not”")
    fails(CHECK, "सेना पहुँच गई।", "The army has not arrived.", to=Language.EN)


def test_a_negation_of_hindi_alone_is_warned_of() -> None:
    warns(CHECK, "He came.", "वह नहीं आया।", about="is not in the source")
    warns(CHECK, "The court issued a warrant.", "अदालत ने वारंट जारी नहीं किया।")
    warns(CHECK, "The plane landed.", "विमान नहीं उतरा।")
    warns(CHECK, "वह नहीं आया।", "He came.", to=Language.EN, about="of the source is lost")
    warns(CHECK, "पत्रकारों को जाने नहीं दिया गया।", "Journalists were let in.", to=Language.EN)
    warns(CHECK, "समुद्र में न जाने की सलाह दी गई।", "They were told to go to sea.", to=Language.EN)
