"""Names that were put word by word, and words that the row forbids."""

from mending import HI, Mender

from dualpress.glossary import Kind, Term

GLOSSARY = Mender(
    [
        Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG),
        Term("Baloch", "बलूच"),
        Term("army", "सेना", forms_hi=("आर्मी",)),
        Term("Palestine Liberation Front", "फ़िलिस्तीन मुक्ति मोर्चा", Kind.ORG),
        Term("Tamil Liberation Front", "तमिल मुक्ति मोर्चा", Kind.ORG),
        Term("World Health Organization", "विश्व स्वास्थ्य संगठन", Kind.ORG),
        Term("Iran hostage crisis", "ईरान बंधक संकट"),
        Term("North Africa", "उत्तर अफ़्रीका", Kind.PLACE),
        Term("North America", "उत्तर अमेरिका", Kind.PLACE),
        Term("John F. Kennedy", "जॉन एफ़. केनेडी", Kind.PERSON),
        Term("hybrid war", "हाइब्रिड युद्ध", forbidden=("संकर युद्ध",)),
        Term("nuclear power plant", "परमाणु ऊर्जा संयंत्र", forms_en=("nuclear plant",)),
        Term("atomic", "परमाणु"),
        Term("power plant", "ऊर्जा संयंत्र"),
    ]
)


def test_words_that_other_rows_have_so_are_the_name() -> None:
    GLOSSARY.mends(
        "The Baloch Liberation Army said so.",
        "बलूच मुक्ति सेना ने कहा।",
        "बलूच लिबरेशन आर्मी ने कहा।",
    )


def test_words_that_sound_so_are_the_name() -> None:
    GLOSSARY.mends(
        "the World Health Organization",
        "वर्ल्ड हेल्थ ऑर्गनाइजेशन का",
        "विश्व स्वास्थ्य संगठन का",
    )


def test_a_name_that_was_left_in_part_is_written_in_full() -> None:
    GLOSSARY.mends("for John F. Kennedy", "जॉन F. Kennedy के लिए", "जॉन एफ़. केनेडी के लिए")


def test_a_name_is_put_word_by_word_in_english_too() -> None:
    GLOSSARY.mends("परमाणु ऊर्जा संयंत्र", "the atomic power plant", "the nuclear power plant", HI)


def test_a_word_that_is_another_name_is_not_taken_by_its_sound() -> None:
    GLOSSARY.leaves("in North Africa", "उत्तर अमेरिका में")


def test_a_word_that_no_row_has_is_not_taken() -> None:
    GLOSSARY.leaves("The Baloch Liberation Army said so.", "बलूच जनता सेना ने कहा।")


def test_two_places_are_not_certain() -> None:
    GLOSSARY.leaves("The Baloch Liberation Army.", "बलूच मुक्ति सेना और बलूच मुक्ति आर्मी।")


def test_a_genitive_within_a_name_is_dropped() -> None:
    GLOSSARY.mends("the Iran hostage crisis", "ईरान के बंधक संकट में", "ईरान बंधक संकट में")


def test_forbidden_words_are_replaced() -> None:
    GLOSSARY.mends("a hybrid war", "एक संकर युद्ध", "एक हाइब्रिड युद्ध")


def test_more_forbidden_words_than_the_source_has_terms_are_left_alone() -> None:
    GLOSSARY.leaves("a hybrid war", "संकर युद्ध, संकर युद्ध")
