from __future__ import annotations

from functools import partial

from article_verdicts import found_in, passes_together, warns_together

from dualpress.article import Language
from dualpress.checks import Pair, run_article_checks

CHECK = "acronyms"

passes = partial(passes_together, CHECK)
warns = partial(warns_together, CHECK)


def test_one_style_passes() -> None:
    passes(("the BLA", "बीएलए"), ("The BLA left.", "बीएलए गई।"))
    passes(("the BLA", "BLA"), ("The BLA left.", "BLA गई।"))
    passes(("the BLA", "बीएलए (BLA)"), ("The BLA left.", "बीएलए गई।"))
    passes(("the BLA", "बीएलए"), ("The BLA left.", "बलूच लिबरेशन आर्मी गई।"))
    passes(("the B.L.A.", "बीएलए"), ("The BLA left.", "बीएलए गई।"))
    passes(("the BLA", "बीएलए"), ("the CIA", "CIA"))
    passes(("NATO", "नाटो"), ("NATO", "नेटो"))
    passes(("बीएलए", "the BLA"), ("बीएलए गई।", "The BLA left."), to=Language.EN)
    passes(("no acronym", "नहीं"), ("none", "नहीं"))


def test_each_language_has_its_own_style() -> None:
    pairs = [
        Pair("बीएलए", "the BLA", Language.HI, Language.EN),
        Pair("The BLA left.", "बीएलए गई।", Language.EN, Language.HI),
    ]
    assert run_article_checks(pairs) == []


def test_another_style_is_warned_of() -> None:
    warns(("the BLA", "बीएलए"), ("The BLA left.", "BLA गई।"), about="“BLA” is “बीएलए” elsewhere")
    warns(("the BLA", "BLA"), ("The BLA left.", "बीएलए गई।"), about="“बीएलए” is “BLA” elsewhere")
    warns(("the AI", "एआई"), ("an AI", "ए.आई"))
    warns(("the UK", "यूके"), ("a UK", "यू.के. की"))
    warns(("the FAA", "एफएए"), ("an FAA", "F.A.A. का"))
    warns(("the BLA", "बी-एल-ए"), ("a BLA", "बीएलए"))
    warns(("यूएस", "the US"), ("यूएस में", "in the U.S."), about="“U.S.”", to=Language.EN)
    warns(("यूके", "the U.K."), ("यूके में", "in the UK"), to=Language.EN)


def test_each_style_is_told_once() -> None:
    texts = [("BLA", "बीएलए"), ("a BLA", "BLA"), ("the BLA", "BLA"), ("so BLA", "बी.एल.ए")]
    assert [found.index for found in found_in(CHECK, texts)] == [1, 3]
