import pytest

from dualpress.article import Language
from dualpress.catalog.facts import contradicts
from dualpress.glossary import Glossary, Term

TERMS = Glossary([Term("ballistic missile", "बैलिस्टिक मिसाइल"), Term("BLA", "बीएलए")])


def _contradicts(
    old: str, new: str, language: Language = Language.EN, translation: str = ""
) -> bool:
    return contradicts(old, new, language, TERMS, translation)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people died.", "15 people died."),
        ("Twelve people died.", "Fifteen people died."),
        ("12 people died and 30 were hurt.", "12 people died."),
        ("It costs $5.", "It costs ₹5."),
        ("It rose 5%.", "It rose 5."),
        ("At -5 degrees it froze.", "At 5 degrees it froze."),
        ("He came in April.", "He came in June."),
        ("It was hit on Monday.", "It was hit on Tuesday."),
        ("Asif met the envoy.", "Sharif met the envoy."),
        ("The BLA said so.", "The group said so."),
        ("The army has a ballistic missile.", "The army has a cruise missile."),
        ("He did not go.", "He did go."),
        ("He went home.", "He never went home."),
        ("He won't go.", "He will go."),
        ("He went home.", "He went home?"),
    ],
)
def test_a_fact_that_is_gone_or_another_contradicts(old: str, new: str) -> None:
    assert _contradicts(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The army said so.", "The soldiers said so."),
        ("Talks will go on.", "The talks will go on."),
        ("12 people died.", "At least 12 people died in Quetta."),
        ("12 people died.", "Twelve people died."),
        ("In Quetta 12 people died.", "12 people died in Quetta."),
        ("Asif met the envoy.", "Khawaja Asif met the envoy."),
        ("He did not go.", "He didn't go."),
        ("However, he left.", "But he left."),
    ],
)
def test_other_words_and_more_facts_do_not(old: str, new: str) -> None:
    assert not _contradicts(old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("सेना ने इसे नहीं माना।", "सेना ने इसे माना।", True),
        ("12 लोग मारे गए।", "15 लोग मारे गए।", True),
        ("आसिफ़ दूत से मिले।", "शरीफ़ दूत से मिले।", True),
        ("बीएलए ने कहा।", "गुट ने कहा।", True),
        ("सेना ने यह कहा।", "सेना ने यह बताया।", False),
    ],
)
def test_hindi_sources(old: str, new: str, expected: bool) -> None:
    assert _contradicts(old, new, Language.HI, "Asif met the envoy.") is expected
