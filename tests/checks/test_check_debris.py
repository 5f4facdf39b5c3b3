from __future__ import annotations

from verdicts import fails, found, passes

from dualpress.article import Language

CHECK = "debris"


def test_plain_text_passes() -> None:
    passes(CHECK, "R&D", "R&D")
    passes(CHECK, "a < b", "a < b")
    passes(CHECK, "why???", "क्यों???")
    passes(CHECK, "write &amp; for &", "& के लिए &amp; लिखें")
    passes(CHECK, "the tag <b>", "टैग <b>")
    passes(CHECK, "<g1>a</g1> <x2/>", "<g1>अ</g1> <x2/>")
    passes(CHECK, "é", "é à la carte")
    passes(CHECK, "@@", "क@@ख")
    passes(CHECK, "100 % & more", "100 % और अधिक; सब")


def test_codes_tokens_and_damage_fail() -> None:
    fails(CHECK, "India's", "India&#39;s", to=Language.EN, about="“&#39;” is a code")
    fails(CHECK, '"yes"', "&quot;हाँ&quot;")
    fails(CHECK, "yes no", "हाँ&nbsp;नहीं")
    fails(CHECK, "unknown", "<unk> है", about="sign of the engine")
    fails(CHECK, "unknown", "⁇ है")
    fails(CHECK, "a word", "▁एक शब्द")
    fails(CHECK, "k", "à¤•", about="damaged letter")
    fails(CHECK, "it's", "itâ€™s", to=Language.EN)
    fails(CHECK, "He left the city.", "???? ?? ????")
    fails(CHECK, "bold", "<b>मोटा</b>", about="tag that the page would show")
    fails(CHECK, "a link", '<a href="x">कड़ी</a>')


def test_a_code_is_replaced_by_its_character() -> None:
    (finding,) = found(CHECK, "a & b", "क &amp; ख")
    assert finding.replacement == "&"


def test_of_much_debris_three_pieces_are_told() -> None:
    assert len(found(CHECK, "x", "&#39; " * 9)) == 3
