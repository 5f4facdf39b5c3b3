import pytest

from dualpress.article import Language
from dualpress.catalog.patch import patch_numbers
from dualpress.states import Approved


def _patched(old: str, target: str, new: str, language: Language = Language.EN) -> str | None:
    patch = patch_numbers(Approved(old, target), new, language)
    return patch and patch.target


@pytest.mark.parametrize(
    ("old", "target", "new", "expected"),
    [
        ("12 died.", "12 मारे गए।", "15 died.", "15 मारे गए।"),
        ("12 died.", "१२ मारे गए।", "15 died.", "१५ मारे गए।"),
        ("12 died, 30 fled.", "30 भागे, 12 मरे।", "15 died, 40 fled.", "40 भागे, 15 मरे।"),
        ("12 died, 30 fled.", "30 भागे, 12 मरे।", "30 died, 12 fled.", "12 भागे, 30 मरे।"),
        ("10-12 km", "10-12 किमी", "10-15 km", "10-15 किमी"),
        ("On 17 April 2025", "17 अप्रैल 2025 को", "On 18 April 2025", "18 अप्रैल 2025 को"),
        ("On 8.8.2010", "08.08.2010 को", "On 8.8.2011", "08.08.2011 को"),
        ("On 28.8.2010", "28.08.2010 को", "On 28.9.2010", "28.09.2010 को"),
        ("In 1998 he", "1998 में वह", "In 2001 he", "2001 में वह"),
        ("It rose 2.5%.", "यह 2.5 प्रतिशत बढ़ा।", "It rose 3.75%.", "यह 3.75 प्रतिशत बढ़ा।"),
        ("It has 950 men.", "950 लोग हैं।", "It has 1,950 men.", "1,950 लोग हैं।"),
        ("It has 950 men.", "950 लोग हैं।", "It has 1950 men.", "1950 लोग हैं।"),
        ("It has 1,950 men.", "1,950 लोग हैं।", "It has 950 men.", "950 लोग हैं।"),
        ("300,000 people", "3,00,000 लोग", "1,351,234 people", "13,51,234 लोग"),
        ("300,000 people", "3 लाख लोग", "350,000 people", "3.5 लाख लोग"),
        ("$2.5 million", "25 लाख डॉलर", "$2.75 million", "27.5 लाख डॉलर"),
        ("$2.5 million", "2.5 मिलियन डॉलर", "$350 million", "350 मिलियन डॉलर"),
        ("<g1>12</g1> men", "<g1>12</g1> लोग", "<g1>15</g1> men", "<g1>15</g1> लोग"),
        ("at 5 pm, 12 died", "शाम 5 बजे 12 मरे", "at 5 pm, 15 died", "शाम 5 बजे 15 मरे"),
    ],
)
def test_numbers_are_put_in_as_they_were_written(
    old: str, target: str, new: str, expected: str
) -> None:
    assert _patched(old, target, new) == expected


@pytest.mark.parametrize(
    ("old", "target", "new", "expected"),
    [
        ("3 लाख लोग", "300,000 people", "4 लाख लोग", "400,000 people"),
        ("3,00,000 लोग", "300,000 people", "13,00,000 लोग", "1,300,000 people"),
        ("१२ लोग", "12 people", "१५ लोग", "15 people"),
        ("12 लोग", "a 12-member team", "15 लोग", None),
    ],
)
def test_numbers_of_a_hindi_source(old: str, target: str, new: str, expected: str | None) -> None:
    assert _patched(old, target, new, Language.HI) == expected


@pytest.mark.parametrize(
    ("old", "target", "new"),
    [
        ("12 died.", "12 मारे गए।", "12 died."),
        ("12 died.", "12 मारे गए।", "15 were killed."),
        ("12 died.", "12 मारे गए।", "Fifteen died."),
        ("Twelve died.", "12 मारे गए।", "Fifteen died."),
        ("12 died.", "बारह मारे गए।", "15 died."),
        ("12 died.", "कई मारे गए।", "15 died."),
        ("12 died.", "12 मारे गए, सभी 12।", "15 died."),
        ("12 died and 12 fled.", "12 मरे, 12 भागे।", "15 died and 12 fled."),
        ("12 died, 15 fled.", "12 मरे, 15 भागे।", "15 died, 15 fled."),
        ("1 person died.", "1 व्यक्ति मारा गया।", "15 person died."),
        ("12 person died.", "12 व्यक्ति मारे गए।", "1 person died."),
        ("12 died.", "12 मारे गए।", "0 died."),
        ("the 24th man", "24वां आदमी", "the 25th man"),
        ("an F-16 fell", "एक F-16 गिरा", "an F-17 fell"),
        ("at 5 pm", "शाम 5 बजे", "at 9 pm"),
        ("at 5:30", "5:30 बजे", "at 6:30"),
        ("in 1998-99", "1998-99 में", "in 1998-97"),
        ("5 to 6 million", "50 से 60 लाख", "4 to 6 million"),
        ("300,000 people", "3 लाख लोग", "351,234 people"),
        ("300,000 people", "3 लाख लोग", "3,000 people"),
        ("$2 million", "20 लाख डॉलर", "$20 million"),
        ("95,000 men", "95,000 लोग", "195,000 men"),
        ("950 men", "950 लोग", "195,000 men"),
        ("Part II has 12 pages.", "भाग II में 12 पृष्ठ हैं।", "Part III has 12 pages."),
        ("<g1>12</g1> men", "<g1>12</g1> लोग", "15 men"),
        ("12 or a dozen", "12 या एक दर्जन", "15 or a dozen"),
    ],
)
def test_what_is_not_certain_is_left_alone(old: str, target: str, new: str) -> None:
    assert _patched(old, target, new) is None


def test_the_changes_are_told_as_they_stand_in_the_translation() -> None:
    approved = Approved("12 of 300,000", "300,000 में से 12")
    patch = patch_numbers(approved, "15 of 400,000", Language.EN)
    assert patch is not None
    assert patch.changes == (("300,000", "400,000"), ("12", "15"))
