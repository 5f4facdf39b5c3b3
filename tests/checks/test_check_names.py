from __future__ import annotations

from functools import partial

from verdicts import passes, warns

from dualpress.article import Language

CHECK = "names"

into_english = partial(passes, CHECK, to=Language.EN)
warns_of_english = partial(warns, CHECK, to=Language.EN)


def test_names_that_sound_alike_pass() -> None:
    passes(CHECK, "President Ranil Wickremesinghe left.", "राष्ट्रपति रनिल विक्रमसिंघे चले गए।")
    passes(CHECK, "Mr Chhotu Ram spoke.", "श्री छोटूराम बोले।")
    passes(CHECK, "Senator Warren spoke.", "सीनेटर वॉरेन बोलीं।")
    passes(CHECK, "Prime Minister Shehbaz Sharif spoke.", "प्रधानमंत्री शरीफ़ बोले।")
    passes(CHECK, "Gutierrez told reporters so.", "गुटिरेज़ ने पत्रकारों से यही कहा।")
    passes(CHECK, "Dr Miller spoke.", "डॉ. Miller बोले।")
    into_english("कर्नल राजीव शर्मा बोले।", "Colonel Rajeev Sharma spoke.")
    into_english("न्यायमूर्ति संजीव खन्ना बोले।", "Justice Sanjiv Khanna spoke.")


def test_what_is_no_name_of_a_person_passes() -> None:
    passes(CHECK, "Diplomats said so.", "राजनयिकों ने यही कहा।")
    passes(CHECK, "The Foreign Secretary left.", "विदेश सचिव चले गए।")
    passes(CHECK, "The Supreme Court said so.", "उच्चतम न्यायालय ने यही कहा।")
    passes(CHECK, "Mr Roy left.", "श्री रॉय चले गए।")
    passes(CHECK, "He went to Switzerland.", "वह वहाँ चला गया।")


def test_lost_names_are_warned_of() -> None:
    lost = "“Ranil Wickremesinghe” is not named"
    warns(CHECK, "President Ranil Wickremesinghe left.", "राष्ट्रपति चले गए।", about=lost)
    warns(CHECK, "President Ranil Wickremesinghe left.", "राष्ट्रपति राजपक्षे चले गए।")
    warns(CHECK, "Senator Warren spoke.", "सीनेटर ट्रंप बोले।")
    warns(CHECK, "Gutierrez told reporters so.", "उन्होंने पत्रकारों से यही कहा।")
    warns(CHECK, "It was over, said organiser Mahrang Baloch.", "आयोजक ने कहा, सब ख़त्म।")
    invented = "“Vikram Gupta” is not in the source"
    warns_of_english("कर्नल राजीव शर्मा बोले।", "Colonel Vikram Gupta spoke.", about=invented)
    warns_of_english("राष्ट्रपति द्रौपदी मुर्मू आईं।", "President Pratibha Patil came.")
    warns_of_english("मंत्री बोले।", "Minister Jaishankar spoke.")
