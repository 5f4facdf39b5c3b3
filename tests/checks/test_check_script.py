from __future__ import annotations

from functools import partial

from verdicts import fails, passes

from dualpress.article import Language

CHECK = "script"

into_english = partial(passes, CHECK, to=Language.EN)


def test_mostly_the_right_letters_pass() -> None:
    passes(CHECK, "He left.", "वह चला गया।")
    passes(CHECK, "NATO and the EU met.", "NATO और EU की बैठक हुई।")
    passes(CHECK, "Google, Slack and Spotify are there.", "Google, Slack और Spotify वहाँ हैं।")
    passes(CHECK, "Facebook", "Facebook")
    passes(CHECK, "Hugging Face", "Hugging Face")
    passes(
        CHECK,
        "see https://example.com/a-long-one/indeed",
        "https://example.com/a-long-one/indeed देखें",
    )
    passes(CHECK, "5 – 6", "5 – 6")
    passes(CHECK, "Page 1", "1")
    into_english("वह गया।", "He left.")
    into_english("“नमस्ते” का अर्थ", "The meaning of नमस्ते as a word")


def test_mostly_the_wrong_letters_fail() -> None:
    fails(CHECK, "He left the city.", "He left the city.")
    fails(CHECK, "He left the city.", "He left the शहर।")
    fails(CHECK, "Pakistan Missile Programme Begins", "Pakistan Missile Programme Begins")
    fails(CHECK, "He left the city today.", "आज Он покинул город", about="Devanagari")
    fails(CHECK, "He left the city.", "???? ?? ????", about="no letters")
    fails(CHECK, "He left the city.", "।")
    fails(CHECK, "वह शहर से चला गया।", "वह शहर से चला गया।", to=Language.EN, about="Latin")
    fails(CHECK, "वह शहर से चला गया।", "He शहर से चला गया।", to=Language.EN)


def test_text_without_letters_stays_so() -> None:
    passes(CHECK, "https://a.example/b https://a.example/c d@a.example", "https://a.example/b")


def test_capitals_pass() -> None:
    passes(CHECK, "The BBC, CNN, AFP and PTI say so.", "BBC, CNN, AFP और PTI का यही कहना है।")
    into_english("वह गया।", "HE LEFT THE CITY")
