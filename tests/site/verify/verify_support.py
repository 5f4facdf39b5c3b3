"""A small site in two languages that is right in every way, and what is found on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dualpress.site.verify import Finding, read_folder, run_rules

__all__ = [
    "BASE",
    "EMPTY_SITEMAP",
    "Edit",
    "Files",
    "clean_site",
    "edited",
    "fails",
    "found",
    "passes",
    "without",
    "write",
]

BASE = "https://example.org/blog/"
Files = Mapping[str, str]
Edit = Callable[[Files], dict[str, str]]

ARTICLES = {
    "river": (
        ("The river rose in the night", "रात में नदी का पानी बढ़ा"),
        ("Two bridges over the river were closed after the rain of Monday night.",
         "सोमवार रात की बारिश के बाद नदी पर बने दो पुल बंद कर दिए गए।"),
        ("The minister said that both would be open again before the end of the week.",
         "मंत्री ने कहा कि दोनों पुल सप्ताह खत्म होने से पहले फिर खोल दिए जाएंगे।"),
    ),
    "road": (
        ("The road is open again", "सड़क फिर से खुल गई"),
        ("The road to the port was closed for eleven days after the landslide.",
         "भूस्खलन के बाद बंदरगाह तक जाने वाली सड़क ग्यारह दिन बंद रही।"),
        ("Lorries with food and fuel were the first that were allowed to pass.",
         "सबसे पहले खाने-पीने के सामान और ईंधन से लदे ट्रकों को जाने दिया गया।"),
    ),
}  # fmt: skip
LISTS = ("Articles", "लेख")
OTHERS = {"en": "hi", "hi": "en"}
LOCALES = {"en": "en_IN", "hi": "hi_IN"}
ORIGINAL = "translationOfWork"
TRANSLATION = "workTranslation"

PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{base}{lang}/{place}">
<link rel="alternate" hreflang="en" href="{base}en/{place}">
<link rel="alternate" hreflang="hi" href="{base}hi/{place}">
<link rel="alternate" hreflang="x-default" href="{base}en/{place}">
<meta property="og:locale" content="{locale}">
<meta property="og:locale:alternate" content="{other_locale}">
<link rel="stylesheet" href="{up}assets/site.css">
{json_ld}
</head>
<body>
<nav class="languages">
<a href="{up}en/{place}" hreflang="en" lang="en"{en_current}>English</a>
<a href="{up}hi/{place}" hreflang="hi" lang="hi"{hi_current}>हिन्दी</a>
</nav>
<main>
{body}
</main>
</body>
</html>
"""
JSON_LD = """\
<script type="application/ld+json">
{{"@type": "NewsArticle", "inLanguage": "{lang}", "{relation}": {{"@id": "{base}{other}/{place}"}}}}
</script>"""
ARTICLE = """\
<article>
<h1>{title}</h1>
<p>{first}</p>
<h2>{title}</h2>
<p><img src="{up}media/map.png" alt=""> {second}</p>
<p><a href="https://example.com/report">{title}</a></p>
</article>"""
EMPTY_SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{entries}
</urlset>
"""


def clean_site(base: str = BASE) -> dict[str, str]:
    """The files of a site with nothing to find."""
    files = {"assets/site.css": "body { background: url(../media/map.png) }", "media/map.png": ""}
    for number, lang in enumerate(OTHERS):
        links = []
        for name, (titles, first, second) in ARTICLES.items():
            title = titles[number]
            body = ARTICLE.format(
                title=title, first=first[number], second=second[number], up="../../"
            )
            files[f"{lang}/{name}/index.html"] = page(base, lang, title, body, f"{name}/")
            links.append(f'<li><a href="{name}/">{title}</a></li>')
        listed = f"<h1>{LISTS[number]}</h1>\n<ul>\n{''.join(links)}\n</ul>"
        files[f"{lang}/index.html"] = page(base, lang, LISTS[number], listed, "")
    pages = sorted(path.removesuffix("index.html") for path in files if path.endswith(".html"))
    entries = "\n".join(f"<url><loc>{base}{path}</loc></url>" for path in pages)
    return {**files, "sitemap.xml": EMPTY_SITEMAP.format(entries=entries)}


def page(base: str, lang: str, title: str, body: str, place: str) -> str:
    """A page of it."""
    other = OTHERS[lang]
    relation = TRANSLATION if lang == "en" else ORIGINAL
    json_ld = JSON_LD.format(lang=lang, relation=relation, base=base, other=other, place=place)
    current = ' aria-current="page"'
    return PAGE.format(
        base=base,
        lang=lang,
        place=place,
        title=title,
        body=body,
        locale=LOCALES[lang],
        other_locale=LOCALES[other],
        up="../../" if place else "../",
        json_ld=json_ld if place else "",
        en_current=current if lang == "en" else "",
        hi_current=current if lang == "hi" else "",
    )


def edited(path: str, old: str, new: str) -> Edit:
    """An edit of one file; what it replaces has to be there."""

    def edit(files: Files) -> dict[str, str]:
        assert old in files[path], f"{old!r} is not in {path}"
        return {**files, path: files[path].replace(old, new)}

    return edit


def without(path: str, *, sitemap: bool = True) -> Edit:
    """An edit that takes a page away, and its entry in the sitemap."""

    def edit(files: Files) -> dict[str, str]:
        left = {name: text for name, text in files.items() if name != path}
        url = BASE + path.removesuffix("index.html")
        entry = f"<url><loc>{url}</loc></url>\n" if sitemap else ""
        return {**left, "sitemap.xml": left["sitemap.xml"].replace(entry, "")}

    return edit


def write(files: Files, folder: Path) -> None:
    """Write the files of a site."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def found(files: Files, folder: Path, *, base_url: str | None = None) -> list[Finding]:
    """What is found on a site of these files."""
    write(files, folder)
    return run_rules(read_folder(folder, base_url=base_url))


def passes(files: Files, folder: Path, *, base_url: str | None = None) -> None:
    """Nothing is found."""
    assert found(files, folder, base_url=base_url) == []


def fails(
    files: Files, folder: Path, rule: str, *, path: str = "", base_url: str | None = None
) -> list[Finding]:
    """One rule finds something, and no other does."""
    findings = found(files, folder, base_url=base_url)
    assert {finding.rule for finding in findings} == {rule}, findings
    assert path in {finding.path for finding in findings} | {""}
    return findings
