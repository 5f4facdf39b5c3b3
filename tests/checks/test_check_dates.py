from __future__ import annotations

from functools import partial

from verdicts import fails, passes, warns

from dualpress.article import Language

CHECK = "dates"

into_english = partial(passes, CHECK, to=Language.EN)


def test_same_months_and_days_pass() -> None:
    passes(CHECK, "on 9 November 2024", "9 नवंबर 2024 को")
    passes(CHECK, "in September", "सितम्बर में")
    passes(CHECK, "on Tuesday", "मंगलवार को")
    passes(CHECK, "on Thursday", "बृहस्पतिवार को")
    passes(CHECK, "on 28 August 2010", "28.8.10 को")
    passes(CHECK, "since 5 May", "5 मई से")
    passes(CHECK, "the Sunday Times", "द टाइम्स")
    passes(CHECK, "He may come in March.", "वह मार्च में आ सकता है।")
    passes(CHECK, "February", "फरवरी")
    into_english("14 अगस्त को", "on Aug. 14")
    into_english("गुरुवार को", "every thursday")
    into_english("सैनिकों ने मार्च किया।", "The soldiers marched.")


def test_other_months_and_days_fail() -> None:
    fails(CHECK, "on 9 November 2024", "9 दिसंबर 2024 को", about="“November” has become “दिसंबर”")
    fails(CHECK, "on Tuesday", "बुधवार को", about="“बुधवार”")
    fails(CHECK, "in June and July", "जून और अगस्त में")
    fails(CHECK, "since 5 May", "5 मार्च से")
    fails(CHECK, "until Sunday", "शनिवार तक")
    fails(CHECK, "14 अगस्त को", "on 14 April", to=Language.EN, about="“अगस्त” has become “April”")
    fails(CHECK, "सोमवार को", "on Friday", to=Language.EN)
    fails(CHECK, "जनवरी में", "in February", to=Language.EN)


def test_missing_ones_are_warned_of() -> None:
    warns(CHECK, "on Tuesday", "उस दिन", about="“Tuesday” is missing")
    warns(CHECK, "in November", "जाड़ों में")
    warns(CHECK, "दिसंबर में", "in winter", to=Language.EN)
