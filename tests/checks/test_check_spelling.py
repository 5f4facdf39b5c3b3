from __future__ import annotations

from functools import partial

from article_verdicts import found_in, passes_together, warns_together

from dualpress.article import Language

CHECK = "spelling"

passes = partial(passes_together, CHECK)
warns = partial(warns_together, CHECK)


def test_one_spelling_passes() -> None:
    passes(("In Gwadar port", "ग्वादर में"), ("To Gwadar again", "फिर ग्वादर"))
    passes(("The Sunderbans", "सुंदरबन"), ("near Sunderbans", "सुन्दरबन के पास"))
    passes(("by Wickremesinghe", "विक्रमसिंघे"), ("by Rajapaksa", "राजपक्षे"))
    passes(("in Pakistan", "पाकिस्तान में"), ("the Pakistan army", "पाकिस्तानी सेना"))
    passes(("from Kandahar", "कंदहार से"), ("the sun", "सूरज"))
    passes(("in Iran", "ईरान में"), ("all Iranians", "सभी ईरानी"))
    passes(("Rome fell.", "रोम गिरा।"), ("To Rome", "रूम"))
    passes(("कोलंबो में", "In Colombo"), ("कोलंबो तक", "To Colombo"), to=Language.EN)


def test_a_second_spelling_is_warned_of() -> None:
    warns(
        ("by Wickremesinghe", "विक्रमसिंघे"),
        ("for Wickremesinghe", "विक्रमसिंघे"),
        ("of Wickremesinghe", "विक्रेमेसिंघे"),
        about="“विक्रेमेसिंघे” is “विक्रमसिंघे” elsewhere",
    )
    warns(("in Nevada", "नेवाडा में"), ("to Nevada", "नेवादा तक"), about="नेवादा")
    warns(("the Olympics", "ओलंपिक"), ("an Olympics", "ओलिंपिक"))
    warns(("in Gwadar", "ग्वादर में"), ("to Gwadar", "गवादर तक"))
    warns(("in Hambantota", "हंबनटोटा में"), ("to Hambantota", "हमबनटोटा तक"))
    warns(("in Balochistan", "बलोचिस्तान में"), ("to Balochistan", "बलूचिस्तान तक"))
    warns(("of Kerensky", "केरेंस्की का"), ("to Kerensky", "करेंस्की को"))
    warns(
        ("ग्रामीण बैंक", "The Grameen bank"),
        ("ग्रामीण बैंक में", "In the Gramin bank"),
        about="“Gramin” is “Grameen”",
        to=Language.EN,
    )


def test_the_rarer_spelling_is_told_wherever_it_stands() -> None:
    texts = [("in Nevada", "नेवादा"), ("to Nevada", "नेवाडा"), ("of Nevada", "नेवाडा")]
    (found,) = found_in(CHECK, texts)
    assert (found.index, found.finding.span) == (0, (0, 6))
