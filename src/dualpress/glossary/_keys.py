import unicodedata

import regex

_NUKTA = regex.compile(r"(?<=[कखगजफ])\u093c")
_NASAL = regex.compile(r"ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")


def match_key(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\u200c", "").replace("\u200d", "")
    return _NASAL.sub("ं", _NUKTA.sub("", text)).replace("ँ", "ं")
