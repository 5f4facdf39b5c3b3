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
    warns(CHECK, "40 फ़ुट", "40 long", to=Language.EN)


def test_another_unit_beside_the_same_number_fails() -> None:
    fails(
        CHECK,
        "40 फ़ुट",
        "40 metres",
        about="foot of the source (“40”) is now a metre",
        to=Language.EN,
    )
    fails(CHECK, "5 metres", "5 किलोमीटर")
    fails(CHECK, "200 nautical miles", "200 मील")
    fails(CHECK, "500 megawatts", "500 गीगावाट")
    fails(CHECK, "20 kilotons", "20 मेगाटन")
    fails(CHECK, "48 hours", "48 दिन")
    fails(CHECK, "19 sq km", "19 वर्ग मील")
    passes(CHECK, "48 hours or 2 days", "48 घंटे या 2 दिन")
    passes(CHECK, "5 days and 5 hours", "5 घंटे और 5 दिन")
    passes(CHECK, "5 years old", "पाँच साल का")


def test_dollars_of_another_country_fail() -> None:
    fails(CHECK, "A$50", "50 अमेरिकी डॉलर", about="Australian dollar of the source is now a US one")
    fails(CHECK, "US$50", "50 कनाडाई डॉलर")
    passes(CHECK, "A$50", "50 ऑस्ट्रेलियाई डॉलर")
    passes(CHECK, "$50", "50 अमेरिकी डॉलर")


def test_names_of_weapons_are_no_units() -> None:
    passes(CHECK, "5 Mi-17 helicopters", "5 एमआई-17 हेलीकॉप्टर")
    passes(CHECK, "12 MT-LB vehicles", "12 एमटी-एलबी वाहन")
    passes(CHECK, "6 फुट 6 इंच", "6-foot-6", to=Language.EN)
