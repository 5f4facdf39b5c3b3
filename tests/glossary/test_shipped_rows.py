"""What the rows of the shipped glossaries have in common."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import regex

from dualpress.article import Language
from dualpress.glossary import Glossary, Kind, read_glossary
from dualpress.glossary.terms import PAGE, ReadAs, Term

EN, HI = Language.EN, Language.HI
FILES = sorted((Path(__file__).parents[2] / "glossaries").glob("*.csv"))

# The member states of the United Nations, as the shipped rows call them.
STATES = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia;
Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize;
Benin; Bhutan; Bolivia; Bosnia and Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso;
Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central African Republic; Chad; Chile; China;
Colombia; Comoros; Costa Rica; Croatia; Cuba; Cyprus; Czech Republic;
Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; Ecuador; Egypt;
El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon;
Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti;
Honduras; Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast;
Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon;
Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia;
Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova;
Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands;
New Zealand; Nicaragua; Niger; Nigeria; North Korea; North Macedonia; Norway; Oman; Pakistan;
Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar;
Republic of the Congo; Romania; Russia; Rwanda; Saint Kitts and Nevis; Saint Lucia;
Saint Vincent and the Grenadines; Samoa; San Marino; São Tomé and Príncipe; Saudi Arabia; Senegal;
Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia;
South Africa; South Korea; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland;
Syria; Tajikistan; Tanzania; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia;
Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom;
United States; Uruguay; Uzbekistan; Vanuatu; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
"""

_BRACKET = regex.compile(r"(?P<name>.+) \((?P<acronym>[^()]+)\)")
# क़, ख़ and ग़: the house writes them without the dot, and ज़ and फ़ with it.
_DOTTED = regex.compile("[कखग]\u093c")


@cache
def shipped() -> Glossary:
    return read_glossary(FILES)


def by_hindi() -> dict[str, set[Term]]:
    terms: dict[str, set[Term]] = {}
    for term in shipped():
        for form in term.forms(HI):
            terms.setdefault(form, set()).add(term)
    return terms


def test_there_are_more_than_fifteen_hundred() -> None:
    assert len([term for term in shipped() if term.domain != PAGE]) >= 1500


def test_no_file_takes_a_word_from_another() -> None:
    # The later file would win without a word.
    rows = Counter((term.en, term.kind) for path in FILES for term in read_glossary([path]).terms)
    assert [row for row, count in rows.items() if count > 1] == []


def test_every_state_is_there() -> None:
    names = [name.strip() for name in STATES.split(";")]
    assert len(names) == 193
    places = {term.en for term in shipped() if term.kind is Kind.PLACE}
    assert [name for name in names if name not in places] == []


def test_months_and_days_are_there() -> None:
    words = (
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    )
    assert set(words.split()) <= {term.en for term in shipped()}


def test_the_full_name_of_an_acronym_has_a_row_of_its_own() -> None:
    terms = by_hindi()
    lost = [
        (term.en, form)
        for term in shipped()
        if term.kind is Kind.ACRONYM
        for form in term.forms_hi
        if " " in form and terms[form] == {term}
    ]
    assert lost == []


def test_first_use_is_the_name_and_the_acronym() -> None:
    terms = by_hindi()
    wrong = []
    for term in shipped():
        if term.first_use is None:
            continue
        match = _BRACKET.fullmatch(term.first_use)
        forms = (term.hi, *term.forms_hi)
        if not match or match["name"] not in terms or match["acronym"] not in forms:
            wrong.append(term.first_use)
    assert wrong == []


def test_a_surname_stands_in_both_languages() -> None:
    # Else one language finds a person by it, and the other does not know what it means.
    lonely = [
        term.en
        for term in shipped()
        if term.kind is Kind.PERSON
        and term.hi.rpartition(" ")[2] in term.forms_hi
        and not any(term.en.endswith(f" {form}") for form in term.forms_en)
    ]
    assert lonely == []


def test_an_acronym_read_by_letters_is_one_word_in_hindi() -> None:
    spelt = [term for term in shipped() if term.read_as is ReadAs.LETTERS]
    assert [term.hi for term in spelt if " " in term.hi and " " not in term.en] == []


def test_headwords_follow_one_spelling() -> None:
    assert [term.hi for term in shipped() if _DOTTED.search(term.hi)] == []
    assert [term.hi for term in shipped() if regex.search("[०-९]", term.hi)] == []


def test_ambiguous_rows_say_what_else_they_mean() -> None:
    silent = [
        term.en
        for term in shipped()
        if HI in term.ambiguous and " " not in term.hi and not term.note
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("words", "rival"),
    [
        ("Senkaku Islands", "Diaoyu Islands"),
        ("Falkland Islands", "Malvinas"),
        ("Arunachal Pradesh", "South Tibet"),
        ("Indian-administered Kashmir", "Jammu and Kashmir"),
    ],
)
def test_rival_names_are_rows_that_say_so(words: str, rival: str) -> None:
    terms = {term.en: term for term in shipped()}
    notes = f"{terms[words].note} {terms[rival].note}"
    assert "the house chooses" in notes
