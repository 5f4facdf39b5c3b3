"""Units of numbers: one that the engine dropped or took for another, one left in Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END
from dualpress.text.number_style import NumberStyle, PercentStyle, UnitStyle
from dualpress.text.numbers.number import Number, NumberKind
from dualpress.text.numbers.repair.beside import unit_after, unit_beside
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.units import NOTHING_COUNTED, UNITS, is_yuan, named
from dualpress.text.sounds import likeness

__all__ = ["correct_units", "write_percent", "write_units"]

_HINDI = {
    "percent": "प्रतिशत", "dollar": "डॉलर", "rupee": "रुपये", "pound": "पाउंड", "euro": "यूरो",
    "yuan": "युआन", "yen": "येन", "kilometre": "किलोमीटर", "mile": "मील",
    "kilogram": "किलोग्राम", "tonne": "टन", "foot": "फ़ुट",
}  # fmt: skip
_ENGLISH = {
    "dollar": "dollars", "rupee": "rupees", "pound": "pounds", "euro": "euros", "yuan": "yuan",
    "yen": "yen", "kilometre": "kilometres", "mile": "miles", "kilogram": "kilograms",
    "tonne": "tonnes", "foot": "feet",
}  # fmt: skip

# Latin, short Hindi, long Hindi; what is longer goes first.
_LATIN = (
    (r"km/h(?:r|our)?|kmph|kph|(?:किमी|किलोमीटर|कि\.मी\.|km)\s?/\s?(?:h|एच|घंटे|hour)",
     "किमी/घंटा", "किलोमीटर प्रति घंटा"),
    ("mph", "मील/घंटा", "मील प्रति घंटा"),
    ("kms?", "किमी", "किलोमीटर"),
    ("kgs?", "किग्रा", "किलोग्राम"),
    ("cm", "सेमी", "सेंटीमीटर"),
    ("mm", "मिमी", "मिलीमीटर"),
    ("metres?|meters?", "मीटर", "मीटर"),
    ("miles?", "मील", "मील"),
    ("ft|feet", "फ़ुट", "फ़ुट"),
)  # fmt: skip
_ANY_LATIN = "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, *_) in enumerate(_LATIN))
_LEFT = regex.compile(
    rf"(?<=\p{{Nd}})(?P<gap>[\s-]?)(?:{_ANY_LATIN})"
    rf"{WORD_END}(?![/²³23]|\s[²³]|\s[23]{NOTHING_COUNTED})"
)
_PERCENT = {
    Language.HI: regex.compile(
        r"(?<=\p{Nd})(?:%|\s(?:%|प्रतिशत|फ़ीसदी|फीसदी|फ\u093cीसदी)(?![\p{L}\p{M}]|\sअंक))"
    ),
    Language.EN: regex.compile(r"(?<=\p{Nd})(?:\s?%|\s(?:percent|per\scent)(?!\p{L}|\spoint))"),
}
_RARE_DOLLAR = regex.compile(r"(?<!\p{L})(?!US|U\.S\.|A\$|C\$)[A-Z][A-Z.]{0,3}\$")
_RANGE_AHEAD = regex.compile(r"\s?[-–—/]\s?\S|\s(?:से|to|या|or|और|and)\s\p{Nd}")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SAME_SOUND = 0.7


def correct_units(task: Task) -> Iterator[Edit]:
    """Put in a percent or currency that was lost; put back one that became another."""
    for ours, theirs in task.pairing.pairs:
        if theirs.kind is not NumberKind.FIGURE or ours.value != theirs.value:
            continue
        lost = unit_beside(task.source, ours.span)
        if lost == "yen" and is_yuan(task.source):
            lost = "yuan"
        if lost not in UNITS or not _is_alone(task, lost, ours, theirs):
            continue
        yield from _replaced(task, lost, theirs) or _put_in(task, lost, theirs)


def _is_alone(task: Task, unit: str, ours: Number, theirs: Number) -> bool:
    """Whether the translation has the number once, and lacks the unit under any name."""
    if named(unit).search(unicodedata.normalize("NFD", task.target)):
        return False
    here = [one for one in task.ours if one.value == ours.value]
    there = [one for one in task.theirs if one.value == theirs.value]
    return len(here) == len(there) == 1


def _replaced(task: Task, lost: str, theirs: Number) -> list[Edit]:
    """``491 miles`` is not 491 किलोमीटर."""
    found = unit_after(task.target, theirs.span.end)
    name = _name(lost, task.style)
    if found is None or name is None or found[0] not in UNITS:
        return []
    other, span = found
    is_foreign = not named(other).search(unicodedata.normalize("NFD", task.source))
    if not is_foreign or UNITS[other].kind != UNITS[lost].kind:
        return []
    note = f"“{task.target[slice(*span)]}” was corrected to “{name}”"
    return [Edit(span, name, note)]


def _put_in(task: Task, lost: str, theirs: Number) -> list[Edit]:
    """``$45 million`` is not 4.5 करोड़ of anything; measures are said in too many ways."""
    name = _name(lost, task.style)
    if name is None or UNITS[lost].kind not in ("share", "money") or _is_rare_dollar(task):
        return []
    has_other = unit_beside(task.target, theirs.span) is not None
    is_ranged = _RANGE_AHEAD.match(task.target, theirs.span.end) is not None
    if has_other or is_ranged or _is_spelt_otherwise(task.target, lost):
        return []
    text = f"{task.in_target(theirs)} {name}"
    return [
        Edit(theirs.span, text, f"“{name}” was put in: the source has “{_in_source(task, lost)}”")
    ]


def _is_rare_dollar(task: Task) -> bool:
    """``HK$``, ``S$``, ``NZ$``: dollars that must not become those of another country."""
    return _RARE_DOLLAR.search(task.source) is not None


def _in_source(task: Task, unit: str) -> str:
    match = named(unit).search(unicodedata.normalize("NFD", task.source))
    return match[0] if match else unit


def _is_spelt_otherwise(target: str, unit: str) -> bool:
    """Whether a word sounds like the unit: डालर्स, ``parsent``."""
    return any(
        likeness(word, name) >= _SAME_SOUND
        for word in _WORD.findall(target)
        for name in (_HINDI[unit], _ENGLISH.get(unit, unit))
    )


def _name(unit: str, style: NumberStyle) -> str | None:
    if style.language is Language.HI:
        return _HINDI[unit]
    return _percent_word(style) if unit == "percent" else _ENGLISH[unit]


def write_percent(task: Task) -> Iterator[Edit]:
    """``5%``, 5 प्रतिशत or ``5 per cent``, as the house has it."""
    style = task.style.percent
    if style is PercentStyle.KEEP:
        return
    word = _percent_word(task.style)
    text = "%" if style is PercentStyle.SIGN else f" {word}"
    for match in _PERCENT[task.target_language].finditer(task.target):
        if match[0] != text:
            yield Edit(Span(*match.span()), text)


def _percent_word(style: NumberStyle) -> str:
    if style.language is Language.HI:
        return "प्रतिशत"
    return "percent" if style.is_american else "per cent"


def write_units(task: Task) -> Iterator[Edit]:
    """``5 km`` in Hindi text → 5 किमी."""
    if not task.is_into_hindi:
        return
    is_short = task.style.units is UnitStyle.SHORT
    for match in _LEFT.finditer(task.target):
        number = next(i for i in range(len(_LATIN)) if match[f"u{i}"])
        text = _LATIN[number][1 if is_short else 2]
        gap = match["gap"] or " "
        yield Edit(Span(*match.span()), f"{gap}{text}")
