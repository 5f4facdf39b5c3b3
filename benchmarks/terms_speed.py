"""How long finding terms takes: ``python -m benchmarks.terms_speed``.

Reads the shipped glossaries, adds made-up terms of the same shapes until there are
enough, and looks for all of them in one text and in its sentences. The text is that
of the example posts, again and again until it is long enough; each time one word in
five is another, since a word that was there before is cheap. Or it comes from files
with one sentence a line. Times are of the processor; those of finding include making
the matcher.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from dualpress.article import Language, plain_text
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import Glossary, Kind, Matcher, Term, read_glossary
from dualpress.html import read_html

_T = TypeVar("_T")

_POSTS = {
    Language.EN: (
        "arabian-sea-piracy",
        "gwadar-port-security",
        "sri-lanka-debt",
        "teesta-river-treaty",
    ),
    Language.HI: ("brahmos-niryat", "chabahar-bandargah"),
}
_SYLLABLES = {
    Language.EN: "ba de fi go hu ka le mi no pu ra se ti vo wu ya che sho tri pla".split(),
    Language.HI: "क का कि खो गु चा जे टि डो ता दे नी प्र पा फि बो मे यू रा ले वि शो स्त हा".split(),
}
_SHAPES = (
    ("{0}", "{0}", Kind.PERSON),
    ("{0} {1}", "{0} {1}", Kind.PERSON),
    ("New {0}", "न्यू {0}", Kind.PLACE),
    ("{0} Liberation Army", "{0} लिबरेशन आर्मी", Kind.ORG),
    ("{0} Treaty", "{0} संधि", Kind.TERM),
    ("{0}-{1} missile", "{0}-{1} मिसाइल", Kind.WEAPON),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.terms_speed", description=__doc__)
    parser.add_argument("--terms", type=int, default=50_000, metavar="N")
    parser.add_argument("--kilobytes", type=int, default=1000, metavar="N")
    parser.add_argument("--en", type=Path, metavar="FILE", help="English, one sentence a line")
    parser.add_argument("--hi", type=Path, metavar="FILE", help="Hindi, one sentence a line")
    arguments = parser.parse_args()
    sys.stdout.write(f"shipped glossaries, both matchers ready: {_loading():.2f} s\n\n")
    all_terms = itertools.chain(read_glossary(shipped_glossaries()), _made_up())
    terms = list(itertools.islice(all_terms, arguments.terms))
    sys.stdout.write("| text | terms | found | as one text | sentence by sentence | again |\n")
    sys.stdout.write("|---|--:|--:|--:|--:|--:|\n")
    for language, path in ((Language.EN, arguments.en), (Language.HI, arguments.hi)):
        given = path.read_text(encoding="utf-8").split("\n") if path else _posts(language)
        lines = list(_lines(given, language, arguments.kilobytes * 1000))
        sys.stdout.write(f"{_row(lines, terms, language)}\n")


def _loading() -> float:
    took, glossary = _timed(lambda: read_glossary(shipped_glossaries()))
    return took + _timed(lambda: [glossary.matcher(language) for language in Language])[0]


def _row(lines: Sequence[str], terms: Sequence[Term], language: Language) -> str:
    text = "\n".join(lines)
    whole, found = _timed(lambda: Matcher(terms, language).find(text))
    matcher = Glossary(terms).matcher
    first, _ = _timed(lambda: [matcher(language).find(line) for line in lines])
    again, _ = _timed(lambda: [matcher(language).find(line) for line in lines])
    cells = (
        f"{language}, {len(text.encode()) // 1000} kB, {len(lines)} sentences",
        f"{len(terms)}",
        f"{len(found)}",
        *(f"{seconds:.2f} s" for seconds in (whole, first, again)),
    )
    return f"| {' | '.join(cells)} |"


def _timed(task: Callable[[], _T]) -> tuple[float, _T]:
    """Seconds of this process: what others do on the machine is left out."""
    started = time.process_time()
    result = task()
    return time.process_time() - started, result


def _posts(language: Language) -> list[str]:
    folder = Path("examples", "posts")
    articles = (read_html((folder / f"{name}.html").read_bytes()) for name in _POSTS[language])
    return [plain_text(segment.source) for article in articles for segment in article.segments]


def _lines(given: Sequence[str], language: Language, size: int) -> Iterator[str]:
    """Sentences until they have so many bytes, none twice as it was."""
    randomly = random.Random(2)  # noqa: S311 - the same in every run
    for line in itertools.cycle(given):
        words = (
            word if randomly.random() < 0.8 else _name(randomly, language, 4)
            for word in line.split()
        )
        varied = " ".join(words)
        size -= len(varied.encode()) + 1
        if size < 0:
            return
        yield varied


def _made_up() -> Iterator[Term]:
    randomly = random.Random(1)  # noqa: S311 - the same in every run
    for number in itertools.count():
        names = {language: [_name(randomly, language) for _ in range(2)] for language in Language}
        if number % 8 == 0:
            letters = "".join(randomly.choices("ABCDEFGHIJKLMNOPRSTUVW", k=4))
            yield Term(letters, "".join(names[Language.HI]), Kind.ACRONYM)
            continue
        english, hindi, kind = randomly.choice(_SHAPES)
        capitals = [name.capitalize() for name in names[Language.EN]]
        yield Term(english.format(*capitals), hindi.format(*names[Language.HI]), kind)


def _name(randomly: random.Random, language: Language, syllables: int = 3) -> str:
    return "".join(randomly.choices(_SYLLABLES[language], k=syllables))


if __name__ == "__main__":
    main()
