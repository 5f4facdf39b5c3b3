"""Names that no glossary has: counted, put together, proposed as rows."""

from __future__ import annotations

from proposals_support import EN, HI, NOTHING, SMALL, Told, passage

from dualpress.glossary import Glossary, Term
from dualpress.glossary.proposals import (
    Basis,
    KnownPair,
    Passage,
    Suggestion,
    row_of_suggestion,
    suggest,
)
from dualpress.glossary.proposals.conflicts import Conflict

ARMY = "Baloch Liberation Army"


def named(
    *passages: Passage, glossary: Glossary = SMALL, pairs: tuple[KnownPair, ...] = ()
) -> dict[str, Suggestion]:
    found = suggest(passages, glossary, pairs)
    return {name.name: name for name in found.names}


def conflicts(*passages: Passage, glossary: Glossary = NOTHING) -> tuple[Conflict, ...]:
    return suggest(passages, glossary, ()).conflicts


def test_names_are_counted_with_their_places() -> None:
    one, two = (
        passage("They saw Ormara.", at=1),
        passage("He left Ormara again.", article="b", at=2),
    )
    name = named(one, two)["Ormara"]
    assert name.places == (one.place, two.place)
    assert name.articles == ("post", "b")


def test_the_most_frequent_comes_first() -> None:
    texts = ("They saw Pasni.", "They saw Ormara.", "They left Ormara.")
    assert list(named(*map(passage, texts))) == ["Ormara", "Pasni"]


def test_a_first_word_counts_where_it_is_a_name_elsewhere() -> None:
    name = named(passage("Ormara was quiet."), passage("They saw Ormara."))["Ormara"]
    assert len(name.places) == 2
    assert named(passage("Ormara was quiet.")) == {}


def test_spellings_of_one_name_are_one_suggestion() -> None:
    texts = ("They met Erdogan.", "They met Erdogan twice.", "They left Erdoğan.")
    name = named(*map(passage, texts))["Erdogan"]
    assert name.spellings == (("Erdogan", 2), ("Erdoğan", 1))


def test_a_last_name_is_short_for_the_whole() -> None:
    names = named(passage("They met Matthew Miller."), passage("They heard Miller again."))
    assert names["Miller"].short_for == "Matthew Miller"
    assert names["Matthew Miller"].short_for is None


def test_names_that_are_settled_are_left_out() -> None:
    found = suggest(
        [passage("They saw Ormara and Pasni.")],
        SMALL,
        (),
        settled={"pasni"},
    )
    assert [name.name for name in found.names] == ["Ormara"]


def test_what_one_article_knows_is_news_in_another() -> None:
    one, two = passage("They saw Ormara."), passage("They left Ormara.", article="b")
    found = suggest([one, two], SMALL, (), own={"b": {"ormara"}})
    assert [name.places for name in found.names] == [(one.place,)]


def test_it_tells_how_far_it_is() -> None:
    told = Told()
    suggest([passage("They saw Ormara and Pasni.")], SMALL, (), progress=told)
    assert told.words == ["Proposing renderings: 2", "Ormara", "Pasni", "end"]


def test_a_name_of_both_languages_is_one_suggestion() -> None:
    here = passage("They met Tariq Buzdar.")
    there = passage("इस पर राष्ट्रपति तारिक़ बुज़दार ने बात की।", article="b", language=HI)
    (name,) = named(here, there).values()
    assert (name.name, name.places) == ("Tariq Buzdar", (here.place, there.place))
    row = row_of_suggestion(name)
    assert (row["en"], row["hi"], row["kind"]) == ("Tariq Buzdar", "तारिक़ बुज़दार", "person")
    assert "as Hindi posts write it" in row["note"]


def test_spellings_of_hindi_posts_are_forms_of_what_reviewers_write() -> None:
    pair = KnownPair("They saw Tariq Buzdar.", "उन्होंने तारेक बुज़दार को देखा।", Basis.REVIEWED)
    here = passage("They met Tariq Buzdar.")
    there = passage("इस पर राष्ट्रपति तारिक़ बुज़दार ने बात की।", article="b", language=HI)
    row = row_of_suggestion(named(here, there, pairs=(pair,))["Tariq Buzdar"])
    assert (row["hi"], row["forms_hi"]) == ("तारेक बुज़दार", "तारिक़ बुज़दार")


def test_an_acronym_that_a_hindi_post_spells_is_read_by_its_letters() -> None:
    here, there = passage("They saw the CTF there."), passage("इस पर सीटीएफ ने कहा।", language=HI)
    (name,) = named(here, there).values()
    row = row_of_suggestion(name)
    assert (row["en"], row["hi"], row["read_as"]) == ("CTF", "सीटीएफ", "letters")


def test_two_spellings_of_a_hindi_post_are_told_of_a_name_of_both_languages() -> None:
    texts = ("इस पर राष्ट्रपति विक्रमसिंघे ने कहा।", "फिर राष्ट्रपति विक्रमसींघे ने कहा।")
    hindi = [passage(text, article="b", language=HI) for text in texts]
    (conflict,) = conflicts(passage("They met Wickremesinghe."), *hindi)
    assert (conflict.article, conflict.language) == ("b", HI)


def test_rare_names_may_be_left_out() -> None:
    texts = ("They saw Pasni.", "They saw Ormara.", "They left Ormara.")
    found = suggest([passage(text) for text in texts], SMALL, (), at_least=2)
    assert [name.name for name in found.names] == ["Ormara"]


def test_the_text_spells_an_acronym_out_and_the_glossary_has_the_full_name() -> None:
    glossary = Glossary([Term(ARMY, "बलूच लिबरेशन आर्मी")])
    name = named(passage(f"They blame the {ARMY} (BLA)."), glossary=glossary)["BLA"]
    assert name.expansion == ARMY
    assert name.first_use == "बलूच लिबरेशन आर्मी (बीएलए)"


def test_no_first_use_is_made_of_a_guess() -> None:
    assert named(passage("They blame the Makran Sea Army (MSA)."))["MSA"].first_use is None


def test_latin_names_in_hindi_text_are_english() -> None:
    name = named(passage("इस पर CNN ने कहा।", language=HI))["CNN"]
    assert name.language is EN


def test_a_name_of_everyday_words_is_translated_and_so_not_guessed() -> None:
    name = named(passage("They asked the Makran Sea Council."))["Makran Sea Council"]
    assert name.renderings == ()
    row = row_of_suggestion(name)
    assert (row["en"], row.get("hi")) == ("Makran Sea Council", None)


def test_the_row_of_a_name() -> None:
    pair = KnownPair("They saw Ormara.", "उन्होंने ओरमारा देखा।", Basis.REVIEWED)
    texts = ("They left in Ormara.", "They met in Ormara again.", "They saw Ormará.")
    row = row_of_suggestion(named(*map(passage, texts), pairs=(pair,))["Ormara"])
    assert (row["en"], row["hi"], row["kind"]) == ("Ormara", "ओरमारा", "place")
    assert row["forms_en"] == "Ormará"
    assert row["note"].startswith("proposed: 3 times in 1 article; reviewed")


def test_what_reviewers_leave_in_latin_letters_is_kept() -> None:
    pairs = (
        KnownPair("They left the Rockside.", "वे Rockside से गए।", Basis.REVIEWED),
        KnownPair("He saw the Rockside.", "उसने Rockside देखा।", Basis.REVIEWED),
        KnownPair("We know the Rockside.", "हम Rockside जानते हैं।", Basis.REVIEWED),
    )
    row = row_of_suggestion(named(passage("They saw the Rockside."), pairs=pairs)["Rockside"])
    assert (row["en"], row["hi"], row["kind"]) == ("Rockside", "Rockside", "keep")


def test_the_row_of_an_acronym() -> None:
    row = row_of_suggestion(named(passage("They saw the CTF there."))["CTF"])
    assert (row["en"], row["hi"], row["kind"], row["read_as"]) == (
        "CTF",
        "सीटीएफ़",
        "acronym",
        "letters",
    )


def test_the_row_of_a_hindi_name() -> None:
    text = "इस पर राष्ट्रपति अनुरा दिसानायके ने बात की।"
    row = row_of_suggestion(named(passage(text, language=HI))["अनुरा दिसानायके"])
    assert (row["hi"], row["kind"]) == ("अनुरा दिसानायके", "person")
    assert row["en"].isascii()


def test_two_spellings_in_one_article_are_told() -> None:
    (conflict,) = conflicts(
        passage("They met Wickremesinghe.", at=1),
        passage("They met Wickremesinghe again.", at=2),
        passage("They left Wickramasinghe.", at=3),
    )
    assert [text for text, _ in conflict.written] == ["Wickremesinghe", "Wickramasinghe"]
    assert [len(places) for _, places in conflict.written] == [2, 1]
    assert conflict.written[1][1][0].block == 3


def test_two_spellings_in_two_articles_are_the_authors_matter() -> None:
    assert not conflicts(
        passage("They met Wickremesinghe."), passage("They left Wickramasinghe.", article="b")
    )


def test_two_renderings_in_one_article_are_told() -> None:
    (conflict,) = conflicts(
        passage("They met Kavanaugh.", "वे कवानौघ से मिले।"),
        passage("They left Kavanaugh.", "वे कैवनौघ से अलग हुए।"),
    )
    assert (conflict.name, conflict.language) == ("Kavanaugh", HI)
    assert {text for text, _ in conflict.written} == {"कवानौघ", "कैवनौघ"}


def test_two_spellings_that_a_row_allows_are_told() -> None:
    glossary = Glossary([Term("Baloch", "बलोच", forms_en=("Baluch",))])
    (conflict,) = conflicts(
        passage("They are Baloch."), passage("They were Baluch."), glossary=glossary
    )
    assert [text for text, _ in conflict.written] == ["Baloch", "Baluch"]


def test_a_form_that_is_no_spelling_is_no_conflict() -> None:
    glossary = Glossary([Term("United States", "अमेरिका", forms_en=("US",))])
    assert not conflicts(
        passage("The United States came."), passage("The US left."), glossary=glossary
    )
