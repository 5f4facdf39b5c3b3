"""How long reading and writing a page takes: ``python -m benchmarks.html_speed``.

The measure is what BeautifulSoup with html5lib takes to parse the same page.
Pages come in the two shapes that most posts have: of a blog, and of a site
builder. No sentence stands on a page twice; they are made up of clauses, the
same in every run, or come from a file with one sentence a line.
"""

from __future__ import annotations

import argparse
import html
import itertools
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from dualpress.article import Article, Language, SegmentKey
from dualpress.html import read_html, write_html

_KILOBYTE = 1000
_ASKED = 1.5

_CLAUSES = {
    Language.EN: (
        "The ministry|Mr. Rao of the harbour board|“Nobody|A report by the U.N. office"
        "|Dr. Sen’s team|The spokesman, who asked not to be named,|India & its neighbours",
        "said|denied|would not say|told reporters in New Delhi|wrote on p. 4 of its note"
        "|heard at 6 p.m. on Monday",
        "that the new terminal|that the second line|that talks on water|how its own survey"
        "|whether the fuel, worth Rs. 300 crore,|that the treaty of 1960",
        "was late|had cost 4.5 per cent more than planned|would be signed in Dec. 2025"
        "|was never paid for|had been “a mistake”|would go on… for a while",
    ),
    Language.HI: (
        "मंत्रालय ने|बंदरगाह बोर्ड के डॉ. राव ने|“किसी ने|सं. रा. के एक दफ़्तर ने"
        "|सर्वे करने वाले दल ने|प्रवक्ता ने, जिनका नाम नहीं दिया गया,",
        "सोमवार को कहा|नई दिल्ली में बताया|इससे इनकार किया|अपनी रिपोर्ट में लिखा|शाम 6 बजे माना",
        "कि नया टर्मिनल|कि दूसरी लाइन|कि पानी पर बातचीत|कि उसका अपना सर्वे"
        "|कि 300 करोड़ रु. का ईंधन|कि 1960 की संधि",
        "देर से पूरी होगी|तय से 4.5 प्रतिशत महँगी पड़ी|दिसंबर 2025 में तय होगी|“एक ग़लती” थी|अभी चलती रहेगी",
    ),
}
_STOPS = {Language.EN: (".", ".", ".”", "?"), Language.HI: ("।", "।", "।”", "?")}

_POST = """
<h2 class="wp-block-heading" id="part-{n}">{0}</h2>
<p>{1} <a href="https://example.org/{n}?a=1&amp;b=2" target="_blank" rel="noopener">{2}</a> {3}</p>
<p>{4} {5} <strong>{6}</strong> {7}&nbsp;{8}</p>
<figure class="wp-block-image size-large"><img src="/p/{n}.jpg" alt="{9}" width="1024" height="683">
<figcaption>{10}</figcaption></figure>
<ul class="wp-block-list">
<li>{11}</li>
<li><em>{12}</em> {13}</li>
</ul>
<p>{14} {15} {16}</p>
<blockquote class="wp-block-quote"><p>{17} {18}</p><cite>{19}</cite></blockquote>
"""
_BUILDER = """
<div id="comp-{n}" class="KcpHeO tz5f0K comp-{n} wixui-rich-text" data-testid="richTextElement"><p
 class="font_8 wixui-rich-text__text" style="font-size:18px; line-height:1.7em;"><span
 style="letter-spacing:normal;" class="wixui-rich-text__text"><span>{0} {1}</span></span></p></div>
<div class="x-el x-el-div c1-1 c1-2 c1-{n}"><div data-hook="rcv-block-{n}"><p class="mm8Nw j1mm3"
 dir="auto"><span class="D-jZk">{2} </span><span class="D-jZk"><u>{3}</u></span></p></div></div>
<div class="x-el" type="empty-line" data-hook="rcv-block"><p><span class="D-jZk"><br
 role="none"></span></p></div>
<div class="image-container"><wow-image><img src="/m/{n}.webp" alt=""></wow-image><span>{4}</span>
</div>
<ol class="font_8"><li dir="auto"><p class="font_8"><span>{5} {6}</span></p></li></ol>
"""
_SHAPES = {"blog": (_POST, 20), "site builder": (_BUILDER, 7)}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.html_speed", description=__doc__)
    parser.add_argument("--kilobytes", type=int, default=200, metavar="N")
    parser.add_argument("--runs", type=int, default=9, metavar="N")
    parser.add_argument("--text", type=Path, metavar="FILE", help="one sentence a line")
    arguments = parser.parse_args()
    lines = _lines(arguments.text) if arguments.text else None
    for line in itertools.chain(
        _time_table(arguments.kilobytes, arguments.runs, lines),
        _memory_table(arguments.kilobytes, lines),
    ):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _time_table(kilobytes: int, runs: int, lines: Sequence[str] | None) -> Iterator[str]:
    yield f"| page | tags | segments | html5lib | read | write | together, asked: {_ASKED} |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name, page in _pages(kilobytes, lines):
        article = read_html(page)
        times = _medians(runs, page, article)
        ratios = [took / times[0] for took in times[1:]]
        yield (
            f"| {name}, {len(page.encode()) // _KILOBYTE} kB | {page.count('<')} "
            f"| {len(article.segments)} | {1000 * times[0]:.0f} ms "
            f"| {ratios[0]:.2f} | {ratios[1]:.2f} | {sum(ratios):.2f} |"
        )


def _medians(runs: int, page: str, article: Article) -> list[float]:
    """The median time of parsing, reading and writing; each run does all three in turn."""
    translations = _translated(article)
    tasks: list[Callable[[], Any]] = [
        lambda: BeautifulSoup(page, "html5lib"),
        lambda: read_html(page),
        lambda: write_html(article, translations),
    ]
    times = [[_timed(task) for task in tasks] for _ in range(runs)]
    return [statistics.median(took) for took in zip(*times, strict=True)]


def _timed(task: Callable[[], object]) -> float:
    """Seconds of this process: what others do on the machine is left out."""
    started = time.process_time()
    task()
    return time.process_time() - started


def _memory_table(kilobytes: int, lines: Sequence[str] | None) -> Iterator[str]:
    yield ""
    yield "| page | peak of reading, bytes a byte | kept | peak of writing |"
    yield "|---|--:|--:|--:|"
    for size in (kilobytes // 2, kilobytes, 2 * kilobytes):
        for name, page in _pages(size, lines):
            figures = " | ".join(f"{figure:.0f}" for figure in _memory(page))
            yield f"| {name}, {size} kB | {figures} |"


def _memory(page: str) -> list[float]:
    """Bytes for each byte of a page: the most while it is read, what stays, the most in writing."""
    tracemalloc.start()
    article = read_html(page)
    kept, reading = tracemalloc.get_traced_memory()
    translations = _translated(article)
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    write_html(article, translations)
    _, writing = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [figure / len(page.encode()) for figure in (reading, kept, writing - before)]


def _translated(article: Article) -> dict[SegmentKey, str]:
    return {segment.key: f"{segment.source} ↔" for segment in article.segments}


def _pages(kilobytes: int, lines: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """Yield pages of about this size, each with its name."""
    for shape, (template, slots) in _SHAPES.items():
        if lines is not None:
            yield shape, _page(template, slots, kilobytes, iter(lines))
            continue
        for language in Language:
            yield f"{shape}, {language}", _page(template, slots, kilobytes, _made_up(language))


def _page(template: str, slots: int, kilobytes: int, sentences: Iterator[str]) -> str:
    head = f"<!DOCTYPE html>\n<html><head><title>{next(sentences, '')}</title></head><body><main>"
    parts = [head]
    size = len(head.encode())
    for number in itertools.count(1):
        texts = [html.escape(sentence) for sentence in itertools.islice(sentences, slots)]
        if size >= kilobytes * _KILOBYTE or len(texts) < slots:
            break
        parts.append(template.format(*texts, n=number))
        size += len(parts[-1].encode())
    return "".join([*parts, "</main></body></html>\n"])


def _lines(path: Path) -> list[str]:
    """The lines of a file that are not blank, each once."""
    lines = map(str.strip, path.read_text("utf-8").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def _made_up(language: Language) -> Iterator[str]:
    """Yield sentences without end, none twice."""
    chance = random.Random(0)  # noqa: S311 - the same in every run is what is wanted
    clauses = [part.split("|") for part in _CLAUSES[language]]
    seen: set[str] = set()
    while True:
        words = " ".join(chance.choice(part) for part in clauses)
        sentence = f"{words} ({chance.randrange(10**6)}){chance.choice(_STOPS[language])}"
        if sentence not in seen:
            seen.add(sentence)
            yield sentence


if __name__ == "__main__":
    main()
