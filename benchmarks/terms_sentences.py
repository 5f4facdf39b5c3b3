"""The figures of ``tests/terms``: terms right and marked, with the engine's own beside.

    python benchmarks/terms_sentences.py
    python benchmarks/terms_sentences.py --list

Each direction is run as it was recorded, and with the first draft of each sentence alone, as
from an engine that gives one translation. ``--list`` also prints every sentence in which a term
is wrong, or is marked though it is right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/terms"))

from terms_data import Sentence, sentences
from terms_judge import wrong_terms
from terms_run import Outcome, count, run

from dualpress.article import Language, other


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="print what is wrong or falsely marked")
    options = parser.parse_args(arguments)
    recorded = {language: sentences(language) for language in Language}
    alone = {language: tuple(map(_first, found)) for language, found in recorded.items()}
    for name, asked in (("as recorded", recorded), ("first draft alone", alone)):
        _print(name, asked, is_listed=options.list)
    return 0


def _first(sentence: Sentence) -> Sentence:
    return replace(sentence, drafts=sentence.drafts[:1])


def _print(name: str, asked: Mapping[Language, Sequence[Sentence]], *, is_listed: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        results = run(Path(folder), asked)
    for language, found in results.items():
        print(f"{language.value}, {name}: {count(found, other(language))}\n")
        if is_listed:
            _list(found, other(language))


def _list(results: Sequence[Outcome], target: Language) -> None:
    for one in results:
        wrong = wrong_terms(one.target, one.sentence, target)
        if wrong or "terms" in one.errors:
            print(f"{one.sentence.id} {wrong} {one.errors}\n  {one.plain}\n  {one.target}\n")


if __name__ == "__main__":
    sys.exit(main())
