from __future__ import annotations

from functools import partial

from article_verdicts import passes_together, warns_together

from dualpress.article import Language

CHECK = "source_facts"


def passes(*sources: str, source_language: Language = Language.EN) -> None:
    to = Language.HI if source_language is Language.EN else Language.EN
    passes_together(CHECK, *((source, "…") for source in sources), to=to)


def warns(*sources: str, about: str = "", source_language: Language = Language.EN) -> None:
    to = Language.HI if source_language is Language.EN else Language.EN
    warns_together(CHECK, *((source, "…") for source in sources), about=about, to=to)


hindi_passes = partial(passes, source_language=Language.HI)
hindi_warns = partial(warns, source_language=Language.HI)


def test_facts_that_do_not_contradict_pass() -> None:
    passes("A blast in Quetta killed 12 soldiers", "The blast in Quetta killed 12 soldiers.")
    passes("A blast in Quetta killed 12 soldiers", "A blast in Karachi killed 15 soldiers.")
    passes("A blast in Quetta killed 12 soldiers", "A blast in Quetta killed 3 policemen.")
    passes("A blast in Quetta killed 12 soldiers", "A Quetta blast killed more than 10 soldiers.")
    passes("A blast in Quetta killed 12 soldiers", "It killed 15 soldiers.")
    passes("Exports grew 4 percent in 2023.", "Exports grew 7 percent in 2024.")
    passes("They killed 12 soldiers and 3 guards in Quetta", "They killed 15 soldiers in Quetta")
    passes("The Gwadar port has three berths.", "The Gwadar port has four berths.")
    hindi_passes("क्वेटा धमाके में 12 सैनिक मरे", "क्वेटा धमाके में अन्य 15 सैनिक मरे")


def test_two_values_of_one_fact_are_warned_of() -> None:
    warns(
        "Blast in Quetta kills 12 soldiers",
        "The police say the blast in Quetta, which kills 15 soldiers, was planned.",
        about="“15 soldiers” here and “12 soldiers” above",
    )
    warns("Gwadar port cost 248 million dollars", "The Gwadar port cost 284 million dollars.")
    warns("The Ghauri missile flies 1,500 km", "The Ghauri missile flies 1,300 km now.")
    warns("Sanctions hit 4 Pakistan firms", "New sanctions hit 14 Pakistan firms.")
    warns("Navy rescues 23 Iranian sailors", "x", "The navy rescues 32 Iranian sailors.")
    hindi_warns("क्वेटा धमाके में 12 सैनिक मरे", "क्वेटा के धमाके में 15 सैनिक मरे।")
    hindi_warns("ग्वादर बंदरगाह पर 24 करोड़ डॉलर ख़र्च", "ग्वादर बंदरगाह पर 42 करोड़ डॉलर ख़र्च")
    hindi_warns("नौसेना ने 23 ईरानी नाविक बचाए", "भारतीय नौसेना ने 32 ईरानी नाविक बचाए।")
