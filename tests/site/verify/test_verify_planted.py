"""A fault of each rule, planted on a site that is right: found by its rule and by no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from verify_support import BASE, Edit, Files, clean_site, edited, fails, found, passes, without

from dualpress.site.verify import RULES

EN, HI = "en/river/index.html", "hi/river/index.html"
ROAD = "en/road/index.html"
LINK = '<link rel="alternate" hreflang="{}" href="{}">\n'
TO_EN = LINK.format("en", f"{BASE}en/river/")
TO_HI = LINK.format("hi", f"{BASE}hi/river/")
TO_DEFAULT = LINK.format("x-default", f"{BASE}en/river/")
CANONICAL = f'<link rel="canonical" href="{BASE}hi/river/">'
SWITCH_EN = '<a href="../../en/river/" hreflang="en" lang="en">English</a>'
SWITCH_HI = '<a href="../../hi/river/" hreflang="hi" lang="hi">हिन्दी</a>'
OLD = edited(EN, TO_HI, LINK.format("hi", f"{BASE}hi/old/"))
HI_SENTENCE = "सोमवार रात की बारिश के बाद नदी पर बने दो पुल बंद कर दिए गए।"
EN_SENTENCE = "Two bridges over the river were closed after the rain of Monday night."
HI_TITLE = "रात में नदी का पानी बढ़ा"
WORK = f'"workTranslation": {{"@id": "{BASE}hi/river/"}}'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
NAMESPACE = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
REFRESH = f'<meta http-equiv="refresh" content="0; url={BASE}hi/river/">'
INDEX = f"<sitemapindex><sitemap><loc>{BASE}none.xml</loc></sitemap></sitemapindex>"
PICTURE = "../../media/map.png"
OG_URL = '<meta property="og:url" content="{}">'
DESCRIPTION = '<meta name="description" content="{}">'
META = '<meta property="{}" content="{}">'
LEGACY_CHARSET = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
REDIRECTS = '{{"schema": 1, "redirects": [{{{}}}]}}'
CHAIN = "\n".join(f"/blog/{n} /blog/{n + 1}" for n in range(12))
ENGLISH_PAGE = (
    '<html lang="en"><title>The sea</title><p>The sea was calm that morning, and the ships went '
    "out of the port one after the other, as on any other day of the year.</p>"
)
XHTML = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'


def alone(path: str) -> Edit:
    """Takes all versions out of the head of a page."""

    def edit(files: Files) -> dict[str, str]:
        text = files[path]
        for link in (TO_EN, TO_HI, TO_DEFAULT):
            assert link in text
            text = text.replace(link, "")
        return {**files, path: text}

    return edit


def added(path: str, text: str) -> Edit:
    return lambda files: {**files, path: text}


def entry(page: str, *versions: tuple[str, str]) -> Edit:
    """Gives an entry of the sitemap these versions."""
    links = "".join(XHTML.format(code, BASE + path) for code, path in versions)
    old = f"<loc>{BASE}{page}</loc>"
    name = edited("sitemap.xml", f'"{SCHEMA}"', f'"{SCHEMA}" {NAMESPACE}')
    link = edited("sitemap.xml", old, old + links)
    return lambda files: link(name(files))


PLANTED: list[tuple[str, str, list[Edit]]] = [
    ("alternates", EN, [alone(EN), alone(HI)]),
    ("return-link", EN, [alone(HI)]),
    ("return-link", EN, [edited(HI, TO_EN, "")]),
    ("return-link", EN, [edited(EN, TO_HI, LINK.format("hi", f"{BASE}hi/road/"))]),
    ("self-link", EN, [edited(EN, TO_EN, "")]),
    ("x-default", EN, [edited(EN, TO_DEFAULT, "")]),
    (
        "x-default",
        EN,
        [edited(EN, TO_DEFAULT, TO_DEFAULT + LINK.format("x-default", f"{BASE}hi/river/"))],
    ),
    ("x-default", HI, [edited(HI, TO_DEFAULT, LINK.format("x-default", f"{BASE}hi/river/"))]),
    ("x-default", HI, [edited(HI, TO_DEFAULT, LINK.format("x-default", f"{BASE}en/road/"))]),
    ("hreflang", EN, [edited(EN, 'hreflang="hi" href="https', 'hreflang="hi_IN" href="https')]),
    ("hreflang", EN, [edited(EN, 'hreflang="en" href="https', 'hreflang="en-UK" href="https')]),
    ("hreflang", EN, [edited(EN, 'hreflang="hi" href="https', 'hreflang="ur" href="https')]),
    ("hreflang", EN, [edited(EN, TO_HI, TO_HI + LINK.format("hi", f"{BASE}en/river/"))]),
    (
        "missing-target",
        EN,
        [
            without(HI),
            edited(EN, SWITCH_HI, ""),
            edited(EN, WORK, '"name": ""'),
            edited("hi/index.html", f'<li><a href="river/">{HI_TITLE}</a></li>', ""),
        ],
    ),
    ("missing-target", EN, [edited(EN, TO_HI, LINK.format("hi", f"{BASE}hi/rivers/"))]),
    (
        "missing-target",
        "sitemap.xml",
        [edited("sitemap.xml", "</urlset>", f"<url><loc>{BASE}hi/sea/</loc></url></urlset>")],
    ),
    (
        "noindex-target",
        EN,
        [edited(HI, "<title>", '<meta name="robots" content="noindex, follow"><title>')],
    ),
    ("redirect-target", EN, [OLD, added("hi/old/index.html", REFRESH)]),
    (
        "redirect-target",
        EN,
        [
            OLD,
            added(
                "redirects.json",
                '{"redirects": [{"from": "hi/old/index.html", "to": "hi/river/"}]}',
            ),
        ],
    ),
    (
        "redirect-target",
        EN,
        [OLD, added("redirects.json", '{"redirects": [{"from": "/blog/hi/old/", "status": 410}]}')],
    ),
    (
        "redirect-target",
        EN,
        [OLD, added("_redirects", "/blog/hi/old/  /blog/hi/river/  301!  # moved")],
    ),
    ("lang", HI, [edited(HI, '<html lang="hi">', "<html>")]),
    ("lang", HI, [edited(HI, '<html lang="hi">', '<html lang="en">')]),
    ("lang", HI, [edited(HI, '<html lang="hi">', '<html lang="hi_IN">')]),
    ("language-folder", "hi/sea/index.html", [added("hi/sea/index.html", ENGLISH_PAGE)]),
    ("charset", HI, [edited(HI, '<meta charset="utf-8">\n', "")]),
    ("charset", HI, [edited(HI, 'charset="utf-8"', 'charset="iso-8859-1"')]),
    ("charset", HI, [edited(HI, 'charset="utf-8"', 'charset="utf8mb4"')]),
    ("charset", HI, [edited(HI, '<meta charset="utf-8">', LEGACY_CHARSET)]),
    ("canonical", HI, [edited(HI, CANONICAL, "")]),
    ("canonical", HI, [edited(HI, CANONICAL, CANONICAL.replace("hi/", "en/"))]),
    ("canonical", HI, [edited(HI, CANONICAL, CANONICAL.replace("river", "road"))]),
    ("canonical", HI, [edited(HI, CANONICAL, CANONICAL + CANONICAL.replace("river", "road"))]),
    (
        "canonical",
        HI,
        [edited(HI, CANONICAL, '<link rel="canonical" href="https://example.net/river/">')],
    ),
    ("outside-head", HI, [edited(HI, CANONICAL, ""), edited(HI, "<main>", f"<main>{CANONICAL}")]),
    ("outside-head", HI, [edited(HI, CANONICAL, f'<img src="{PICTURE}" alt="">{CANONICAL}')]),
    ("outside-head", HI, [edited(HI, TO_EN, ""), edited(HI, "<main>", f"<main>{TO_EN}")]),
    ("og-url", HI, [edited(HI, CANONICAL, CANONICAL + OG_URL.format(f"{BASE}en/river/"))]),
    ("og-url", HI, [edited(HI, CANONICAL, CANONICAL + OG_URL.format(f"{BASE}hi/road/"))]),
    ("og-url", HI, [edited(HI, CANONICAL, CANONICAL + OG_URL.format("https://example.net/"))]),
    (
        "host",
        HI,
        [edited(HI, CANONICAL, CANONICAL + OG_URL.format(f"{BASE}hi/river/".replace("s:", ":")))],
    ),
    ("absolute", HI, [edited(HI, CANONICAL, CANONICAL + OG_URL.format("/blog/hi/river/"))]),
    ("og-locale", HI, [edited(HI, '"og:locale" content="hi_IN"', '"og:locale" content="en_IN"')]),
    ("og-locale", HI, [edited(HI, '"og:locale" content="hi_IN"', '"og:locale" content="hi-IN"')]),
    ("og-locale", HI, [edited(HI, '<meta property="og:locale:alternate" content="en_IN">', "")]),
    ("og-locale", HI, [edited(HI, '<meta property="og:locale" content="hi_IN">\n', "")]),
    ("json-ld", HI, [edited(HI, '"inLanguage": "hi"', '"inLanguage": "en"')]),
    ("json-ld", HI, [edited(HI, f'"@id": "{BASE}en/river/"', f'"@id": "{BASE}en/road/"')]),
    ("json-ld", HI, [edited(EN, "workTranslation", "translationOfWork")]),
    ("json-ld", HI, [edited(HI, '"inLanguage": "hi"', '"inLanguage": hi')]),
    ("absolute", HI, [edited(HI, CANONICAL, '<link rel="canonical" href="/blog/hi/river/">')]),
    ("absolute", HI, [edited(HI, TO_EN, LINK.format("en", "../../en/river/"))]),
    (
        "absolute",
        "sitemap.xml",
        [edited("sitemap.xml", f"<loc>{BASE}hi/river/", "<loc>/blog/hi/river/")],
    ),
    ("host", EN, [edited(EN, TO_HI, TO_HI.replace("https:", "http:"))]),
    ("host", EN, [edited(EN, TO_HI, TO_HI.replace("example.org", "www.example.org"))]),
    (
        "host",
        EN,
        [edited(EN, TO_HI, TO_HI.replace("https://example.org", "http://localhost:1313"))],
    ),
    ("base-path", EN, [edited(EN, TO_HI, TO_HI.replace("/blog", ""))]),
    ("base-path", EN, [edited(EN, TO_HI, TO_HI.replace("/blog", "/blog/blog"))]),
    ("base-path", EN, [edited(EN, "../../assets/site.css", "/assets/site.css")]),
    ("base-path", "en/index.html", [edited("en/index.html", '"river/"', '"/en/river/"')]),
    ("base-path", EN, [edited(EN, SWITCH_HI, SWITCH_HI.replace("../../", "/"))]),
    ("double-slash", EN, [edited(EN, TO_HI, TO_HI.replace("/hi/", "//hi/"))]),
    ("double-slash", HI, [edited(HI, CANONICAL, CANONICAL.replace("/hi/", "/hi//"))]),
    ("trailing-slash", EN, [edited(EN, TO_HI, TO_HI.replace('river/"', 'river"'))]),
    ("trailing-slash", HI, [edited(HI, CANONICAL, CANONICAL.replace('river/"', 'river"'))]),
    ("trailing-slash", EN, [edited(EN, TO_HI, TO_HI.replace('river/"', 'river/index.html"'))]),
    ("switcher", EN, [edited(EN, SWITCH_HI, "")]),
    ("switcher-target", EN, [edited(EN, SWITCH_HI, SWITCH_HI.replace("river/", ""))]),
    ("switcher-target", EN, [edited(EN, SWITCH_HI, SWITCH_HI.replace("river", "rivers"))]),
    (
        "switcher-target",
        EN,
        [edited(EN, SWITCH_HI, SWITCH_HI + SWITCH_HI.replace("river", "road"))],
    ),
    ("switcher-text", EN, [edited(EN, SWITCH_HI, SWITCH_HI.replace("हिन्दी", "Hindi"))]),
    (
        "switcher-text",
        EN,
        [edited(EN, SWITCH_HI, SWITCH_HI.replace("हिन्दी", f'<img src="{PICTURE}" alt="">'))],
    ),
    ("switcher-lang", EN, [edited(EN, SWITCH_HI, SWITCH_HI.replace(' lang="hi"', ""))]),
    (
        "switcher-lang",
        EN,
        [edited(EN, SWITCH_HI, SWITCH_HI.replace('hreflang="hi"', 'hreflang="en"'))],
    ),
    ("switcher-current", EN, [edited(EN, ' aria-current="page"', "")]),
    (
        "switcher-current",
        EN,
        [edited(EN, SWITCH_HI, SWITCH_HI.replace("<a", '<a aria-current="page"'))],
    ),
    ("sitemap-file", "sitemap.xml", [edited("sitemap.xml", "</urlset>", "")]),
    ("sitemap-file", "sitemap_index.xml", [added("sitemap_index.xml", INDEX)]),
    ("sitemap-file", "robots.txt", [added("robots.txt", f"Sitemap: {BASE}pages.xml")]),
    ("sitemap-file", "sitemap.xml.gz", [added("sitemap.xml.gz", "\x1f")]),
    *(
        ("redirect", name, [added(name, text)])
        for name, text in (
            ("redirects.json", REDIRECTS.format('"from": "/blog/hi/a/", "to": "/blog/hi/b/"')),
            (
                "redirects.json",
                REDIRECTS.format('"from": "/blog/hi/river/", "to": "/blog/hi/road/"'),
            ),
            ("redirects.json", REDIRECTS.format('"from": "/blog/hi/river/", "status": 410')),
            ("_redirects", "/blog/hi/a/ /blog/hi/b/ 301"),
            ("_redirects", "# old\n/blog/hi/a/ /blog/hi/b/\n/blog/hi/b/ /blog/hi/river/ 302!"),
            ("_redirects", "/blog/hi/a/ /blog/hi/b/\n/blog/hi/b/ /blog/hi/a/"),
            ("_redirects", "/blog/hi/a/ /blog/hi/a/"),
            ("_redirects", "/blog/hi/a/ /blog/hi/b/\n/blog/hi/b/ / 410"),
            ("_redirects", CHAIN),
            ("hi/a/index.html", REFRESH.replace("hi/river", "hi/b")),
            ("hi/a/index.html", REFRESH.replace("hi/river", "hi/a")),
        )
    ),
    ("sitemap-entry", HI, [edited("sitemap.xml", f"<url><loc>{BASE}hi/river/</loc></url>", "")]),
    (
        "sitemap-alternates",
        "sitemap.xml",
        [entry("en/river/", ("en", "en/river/"))],
    ),
    (
        "sitemap-alternates",
        "sitemap.xml",
        [
            entry(
                "en/river/",
                ("en", "en/river/"),
                ("hi", "hi/river/"),
                ("x-default", "en/river/"),
                ("en-IN", "en/river/"),
            )
        ],
    ),
    (
        "script",
        HI,
        [edited(HI, HI_SENTENCE, "Two bridges over the river were closed after the rain.")],
    ),
    ("script", EN, [edited(EN, EN_SENTENCE, "नदी पर बने दो पुल सोमवार को बंद कर दिए गए।")]),
    (
        "script",
        HI,
        [
            edited(
                HI,
                "<title>रात में नदी का पानी बढ़ा",
                "<title>How the river rose in the night of Monday",
            )
        ],
    ),
    ("script", HI, [edited(HI, f"<title>{HI_TITLE}", "<title>The River Rose at Night")]),
    (
        "script",
        HI,
        [edited(HI, "<title>", DESCRIPTION.format("Two bridges are closed") + "<title>")],
    ),
    ("script", EN, [edited(EN, "<title>The river rose in the night", f"<title>{HI_TITLE}")]),
    ("script", EN, [edited(EN, "<title>", DESCRIPTION.format(HI_SENTENCE) + "<title>")]),
    ("script", HI, [edited(HI, 'alt=""', 'alt="A map of the river and both of its bridges"')]),
    ("leak", HI, [edited(HI, "मंत्री ने", "&lt;g1&gt;मंत्री&lt;/g1&gt; ने")]),
    ("leak", HI, [edited(HI, "मंत्री ने", "<g1>मंत्री</g1> ने")]),
    ("leak", HI, [edited(HI, "मंत्री ने", "[X1] ने")]),
    ("leak", HI, [edited(HI, "मंत्री ने", "⟦मंत्री⟧ ने")]),
    ("leak", HI, [edited(HI, "मंत्री ने", "{{ page.minister }} ने")]),
    ("leak", HI, [edited(HI, "<title>", "<title>{% t title %}")]),
    *(
        ("leak", HI, [edited(HI, "मंत्री ने", f"{mark} ने")])
        for mark in (
            "PH_1",
            "__T0__",
            "XTERM1X",
            "{{1}}",
            "{{ 12 }}",
            "ZQ3",
            "#1#",
            "\ue000",
            "&lt; g1 &gt;",
        )
    ),
    ("headings", HI, [edited(HI, "<h2>रात में नदी का पानी बढ़ा</h2>", "")]),
    ("headings", HI, [edited(HI, "h2>", "h3>")]),
    ("images", HI, [edited(HI, f'<img src="{PICTURE}" alt="">', "")]),
    ("links", HI, [edited(HI, f'<a href="https://example.com/report">{HI_TITLE}</a>', "रात में")]),
    ("blocks", HI, [edited(HI, "</article>", "<p>रात में</p></article>")]),
    ("empty-block", HI, [edited(HI, f"<p>{HI_SENTENCE}</p>", "<p>&nbsp;\u200b</p>")]),
    ("empty-block", EN, [edited(EN, f"<p>{EN_SENTENCE}</p>", "<p><span></span></p>")]),
    ("empty-block", HI, [edited(HI, f"<h2>{HI_TITLE}</h2>", "<h2></h2>")]),
    *(
        (
            "link-target",
            HI,
            [edited(HI, "https://example.com/report", href), edited(EN, "com/report", "com/2")],
        )
        for href in (
            "../sea/",
            f"{BASE}hi/sea/",
            "/blog/files/report.pdf",
            "#harbour",
            "../road/#harbour",
        )
    ),
    *(
        (
            "asset",
            HI,
            [edited(HI, "<title>", META.format(name, f"{BASE}media/ship.png") + "<title>")],
        )
        for name in ("og:image", "twitter:image")
    ),
    ("asset", HI, [edited(HI, "../../media/map.png", "../../media/maps.png")]),
    ("asset", HI, [edited(HI, "<img src", '<img srcset="../../media/map.png 1x, big.png 2x" src')]),
    ("asset", "assets/site.css", [edited("assets/site.css", "map.png", "maps.png")]),
]


@pytest.mark.parametrize(
    ("rule", "path", "edits"), PLANTED, ids=[f"{rule}-{i}" for i, (rule, *_) in enumerate(PLANTED)]
)
def test_a_planted_fault_is_found_by_its_rule_alone(
    rule: str, path: str, edits: list[Edit], tmp_path: Path
) -> None:
    files: Files = clean_site()
    for edit in edits:
        files = edit(files)
    # The address is given: where a fault is in what tells of it, it might be told wrong.
    fails(files, tmp_path, rule, path=path, base_url=BASE)


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule for rule, *_ in PLANTED} == {rule.id for rule in RULES}


@pytest.mark.parametrize("base", ["https://example.org/", BASE, "https://example.org/a/b%20c/"])
def test_the_site_without_a_fault_passes(base: str, tmp_path: Path) -> None:
    passes(clean_site(base), tmp_path)


def test_a_finding_names_the_line(tmp_path: Path) -> None:
    wrong = LINK.format("x-default", f"{BASE}en/road/")
    files = edited(EN, TO_DEFAULT, wrong)(clean_site())
    (finding,) = [f for f in found(files, tmp_path) if f.path == EN]
    assert (
        files[EN].splitlines()[finding.line - 1]
        == LINK.format("x-default", f"{BASE}en/road/").strip()
    )


def test_both_of_two_faults_are_found(tmp_path: Path) -> None:
    files = edited(EN, SWITCH_HI, "")(edited(HI, '<html lang="hi">', "<html>")(clean_site()))
    assert {(f.path, f.rule) for f in found(files, tmp_path)} == {(EN, "switcher"), (HI, "lang")}


def test_a_character_without_a_shape_is_told_by_its_number(tmp_path: Path) -> None:
    files = edited(HI, "मंत्री ने", "\ue000 ने")(clean_site())
    (finding,) = found(files, tmp_path)
    assert "(U+E000)" in finding.message


def test_a_long_chain_of_redirects_is_one_finding(tmp_path: Path) -> None:
    findings = found({**clean_site(), "_redirects": CHAIN}, tmp_path, base_url=BASE)
    assert [(finding.path, finding.line) for finding in findings] == [("_redirects", 1)]
