from __future__ import annotations

from dualpress.article import Language
from dualpress.config import Config
from dualpress.text.number_style import CurrencyStyle, Digits, PercentStyle, Scales, UnitStyle


def test_numbers_are_indian_by_default() -> None:
    hindi = Config().number_style(Language.HI)
    assert (hindi.language, hindi.digits, hindi.scales) == ("hi", Digits.LATIN, Scales.INDIAN)
    assert hindi.is_indian_grouping


def test_english_follows_its_region() -> None:
    config = Config.model_validate({"english": {"region": "en-US"}})
    english = config.number_style(Language.EN)
    assert english.month_first
    assert english.scales is Scales.WESTERN
    assert not english.is_indian_grouping


def test_a_house_overrules_its_region() -> None:
    settings = {
        "dates": "day-first",
        "grouping": "indian",
        "scales": "indian",
        "currency": "keep",
        "percent": "word",
    }
    config = Config.model_validate({"english": {"region": "en-US"} | settings})
    english = config.number_style(Language.EN)
    assert not english.month_first
    assert english.is_indian_grouping
    assert english.scales is Scales.INDIAN
    assert english.currency is CurrencyStyle.KEEP
    assert english.percent is PercentStyle.WORD


def test_a_house_chooses_its_hindi() -> None:
    settings = {
        "digits": "devanagari",
        "grouping": "western",
        "scales": "western",
        "currency": "keep",
        "percent": "sign",
        "units": "long",
    }
    hindi = Config.model_validate({"hindi": settings}).number_style(Language.HI)
    assert hindi.digits is Digits.DEVANAGARI
    assert not hindi.is_indian_grouping
    assert hindi.scales is Scales.WESTERN
    assert hindi.currency is CurrencyStyle.KEEP
    assert hindi.percent is PercentStyle.SIGN
    assert hindi.units is UnitStyle.LONG
