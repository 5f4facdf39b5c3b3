from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.text.number_style import CurrencyStyle, Scales, house_style


@pytest.mark.parametrize(
    ("region", "is_indian", "month_first"),
    [
        ("hi-IN", True, False),
        ("hi-NP", True, False),
        ("en-IN", True, False),
        ("en-GB", False, False),
        ("en-US", False, True),
    ],
)
def test_grouping_and_dates_are_those_of_the_region(
    region: str, is_indian: bool, month_first: bool
) -> None:
    style = house_style(region)
    assert (style.is_indian_grouping, style.month_first) == (is_indian, month_first)


@pytest.mark.parametrize(
    ("region", "scales"),
    [
        ("hi-IN", Scales.INDIAN),
        ("en-IN", Scales.SOURCE),
        ("en-PK", Scales.SOURCE),
        ("en-GB", Scales.WESTERN),
    ],
)
def test_south_asia_keeps_lakh_and_crore(region: str, scales: Scales) -> None:
    assert house_style(region).scales is scales


def test_a_region_that_cldr_does_not_know_has_the_style_of_its_language() -> None:
    assert house_style("en-XX").language is Language.EN


def test_money_has_names_in_hindi_and_signs_in_english() -> None:
    assert house_style("hi-IN").currency is CurrencyStyle.NAME
    assert house_style("en-IN").currency is CurrencyStyle.SIGN
