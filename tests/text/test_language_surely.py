import pytest

from dualpress.article import Language
from dualpress.text import language
from dualpress.text.language import detect_language

ENGLISH = "The ministry said that the talks with the neighbours have not ended. " * 5
HINDI = "मंत्रालय ने कहा है कि पड़ोसियों से बातचीत में कुछ दिन और लगते हैं। " * 5


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH, Language.EN), (HINDI, Language.HI)])
def test_plain_prose_is_told_without_the_detector(
    text: str, expected: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_factory", None)
    found = detect_language(text)
    assert found is not None
    assert (found.language, found.looks_like) == (expected, None)


def test_another_language_with_an_english_quotation_is_still_told() -> None:
    german = "Das Ministerium sagte am Montag, dass die Gespräche noch nicht beendet sind. " * 8
    found = detect_language(f"{german} “The talks have not ended.”")
    assert found is not None
    assert found.looks_like == "German"
