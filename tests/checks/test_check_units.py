from __future__ import annotations

from functools import partial

from verdicts import fails, passes, warns

from dualpress.article import Language

CHECK = "units"

into_english = partial(passes, CHECK, to=Language.EN)


def test_same_units_pass() -> None:
    passes(CHECK, "$30 billion", "30 अरब डॉलर")
    passes(CHECK, "12 percent", "12 प्रतिशत")
    passes(CHECK, "12 per cent", "12 फ़ीसदी")
    passes(CHECK, "12%", "12 फीसद")
    passes(CHECK, "50 rupees", "50 रुपए")
    passes(CHECK, "Rs. 50 crore", "50 करोड़ रु.")
    passes(CHECK, "45 miles", "45 मील")
    passes(CHECK, "110 kmph", "110 किमी प्रति घंटा")
    passes(CHECK, "979 square kilometres", "979 km²")
    passes(CHECK, "40 feet", "40 फ़ीट")
    passes(CHECK, "pounds of flesh", "माँस")
    passes(CHECK, "China paid ¥500", "चीन ने 500 युआन दिए")
    passes(CHECK, "Tokyo paid ¥500", "टोक्यो ने 500 येन दिए")
    into_english("2 किलो हेरोइन", "2 kg of heroin")
    into_english("5 टन", "5 tonnes")


def test_other_units_fail() -> None:
    fails(CHECK, "$30 billion", "30 अरब रुपये", about="dollar of the source (“$30”) is now a rupee")
    fails(CHECK, "50 rupees", "50 डॉलर")
    fails(CHECK, "Tokyo paid ¥500", "टोक्यो ने 500 युआन दिए")
    fails(CHECK, "45 miles", "45 किलोमीटर")
    fails(CHECK, "5 km", "5 मील")
    fails(CHECK, "400 kg", "400 टन")
    fails(CHECK, "€20 million", "2 करोड़ डॉलर")
    fails(CHECK, "90 डॉलर", "90 rupees", to=Language.EN)
    fails(CHECK, "40 फ़ुट", "40 miles", to=Language.EN)


def test_missing_units_are_warned_of() -> None:
    warns(CHECK, "12 percent", "12", about="percent of the source (“12 percent”) is missing")
    warns(CHECK, "$30", "30")
    warns(CHECK, "40 फ़ुट", "40 metres", to=Language.EN)
