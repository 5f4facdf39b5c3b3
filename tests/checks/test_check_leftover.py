from __future__ import annotations

from verdicts import found, passes, warns

from dualpress.article import Language

CHECK = "leftover"


def test_names_units_and_addresses_pass() -> None:
    passes(CHECK, "He left.", "वह गया।")
    passes(CHECK, "The BLA and Google", "BLA और Google")
    passes(CHECK, "iPhone", "iPhone सस्ता हुआ")
    passes(CHECK, "160 km/h", "160 km/h की गति")
    passes(CHECK, "5 kg", "5 kg चावल")
    passes(CHECK, "see", "https://example.com/a/b और www.example.org देखें")
    passes(CHECK, "mail", "press@example.com पर लिखें")
    passes(CHECK, "@reporter", "@reporter और #kashmir")
    passes(CHECK, "edit setup.py", "setup.py बदलें")
    passes(CHECK, "point a", "बिंदु a और b")
    passes(CHECK, "वह गया", "He left.", to=Language.EN)


def test_signs_without_a_vowel_are_no_words() -> None:
    passes(CHECK, "It took 102 ms.", "इसमें 102 ms लगे।")
    passes(CHECK, "vii. Myanmar", "vii. म्यांमार")
    passes(CHECK, "Shares of $tsla fell", "$tsla के शेयर गिरे")
    warns(CHECK, "India vs Pakistan", "भारत vs पाकिस्तान", about="“vs”")


def test_an_arabic_article_is_part_of_its_name() -> None:
    passes(CHECK, "Fighters of al-Qaeda fled", "al-Qaeda के लड़ाके भागे")
    warns(CHECK, "Fighters of al-qaeda fled", "al-qaeda के लड़ाके भागे", about="“al”")
    warns(CHECK, "the anti-India speech", "anti-India भाषण", about="“anti”")


def test_a_title_may_keep_its_small_words() -> None:
    passes(CHECK, "a star of Game of Thrones", "Game of Thrones के एक स्टार")
    warns(CHECK, "the army of Pakistan", "Game of Thrones के स्टार of", about="“of”")


def test_words_of_the_source_language_are_warned_of() -> None:
    warns(CHECK, "the army", "the सेना", about="“the”")
    warns(CHECK, "a subsidy", "एक subsidy", about="“subsidy”")
    warns(CHECK, "oft-abused", "अति-abused नियम", about="“abused”")
    warns(CHECK, "said", "उन्होंने “said” कहा")
    warns(CHECK, "<g1>the</g1> army", "<g1>the</g1> सेना")
    warns(CHECK, "café", "एक café", about="“café”")
    warns(CHECK, "वह गया", "He गया", to=Language.EN, about="“गया”")
    warns(CHECK, "क्या", "What is क्\u200dया?", to=Language.EN, about="“क्\u200dया”")


def test_capitalised_words_that_are_no_names_are_warned_of() -> None:
    warns(CHECK, "The army", "The सेना", about="“The”")
    warns(CHECK, "the Army", "पाक Army ने")
    warns(CHECK, "on Thursday", "Thursday को")
    warns(CHECK, "the Minister", "विदेश Minister ने")
    passes(CHECK, "The Hindu wrote", "The Hindu ने लिखा")
    passes(CHECK, "Army Group South", "Army Group South ने")
    passes(CHECK, "in The Dawn", "Dawn में")
    passes(CHECK, "May 9", "9 मई")


def test_span_is_in_the_text_without_tags() -> None:
    (finding,) = found(CHECK, "the", "<g1>the</g1> सेना")
    assert finding.span == (0, 3)


def test_a_page_full_of_leftovers_is_not_a_list_of_them() -> None:
    assert len(found(CHECK, "x", "one two three four five six seven eight")) == 5
