"""Sites of other shapes: what is right about them is not found fault with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from verify_support import BASE, EMPTY_SITEMAP, clean_site, edited, fails, found, passes, without

from dualpress.errors import ConfigError, UsageError
from dualpress.site.verify import read_folder, run_rules

EN, HI = "en/river/index.html", "hi/river/index.html"
ALTERNATES = re.compile(r'<link rel="alternate".*\n')
CANONICAL = re.compile(r'<link rel="canonical".*\n')
NAV = re.compile(r"<nav.*?</nav>\n", re.S)
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
LIST_ITEM = '<li><a href="river/">रात में नदी का पानी बढ़ा</a></li>'


def by_sitemap(files: dict[str, str]) -> dict[str, str]:
    """The versions of all pages in the sitemap alone."""
    entries = []
    for path, text in files.items():
        links = ALTERNATES.findall(text)
        if path.endswith(".html"):
            url = BASE + path.removesuffix("index.html")
            named = "".join(
                link.replace("<link", "<xhtml:link").replace(">\n", "/>") for link in links
            )
            entries.append(f"<url><loc>{url}</loc>{named}</url>")
    stripped = {path: ALTERNATES.sub("", text) for path, text in files.items()}
    sitemap = EMPTY_SITEMAP.replace("<urlset", f"<urlset {XHTML}", 1)
    return {**stripped, "sitemap.xml": sitemap.format(entries="\n".join(entries))}


def test_versions_may_stand_in_the_sitemap_alone(tmp_path: Path) -> None:
    passes(by_sitemap(clean_site()), tmp_path)


def test_a_fault_of_the_sitemap_is_told_at_its_line(tmp_path: Path) -> None:
    files = by_sitemap(clean_site())
    wrong = f'<xhtml:link rel="alternate" hreflang="hi" href="{BASE}hi/river/"/>'
    line = next(i for i, text in enumerate(files["sitemap.xml"].splitlines(), 1) if wrong in text)
    entry = files["sitemap.xml"].splitlines()[line - 1]
    changed = files["sitemap.xml"].replace(entry, entry.replace("hi/river/", "hi/rivers/"))
    (finding,) = fails({**files, "sitemap.xml": changed}, tmp_path, "missing-target")
    assert (finding.path, finding.line) == ("sitemap.xml", line)


def test_versions_may_stand_in_both_places(tmp_path: Path) -> None:
    clean = clean_site()
    passes({**clean, "sitemap.xml": by_sitemap(clean)["sitemap.xml"]}, tmp_path)


def test_a_site_without_a_sitemap_passes(tmp_path: Path) -> None:
    passes({path: text for path, text in clean_site().items() if path != "sitemap.xml"}, tmp_path)


def test_a_held_article_is_no_finding(tmp_path: Path) -> None:
    files = without(HI)(clean_site())
    page = NAV.sub("", ALTERNATES.sub("", files[EN])).replace("workTranslation", "name")
    files = {**files, EN: re.sub(r'<meta property="og:locale:alternate".*\n', "", page)}
    passes(edited("hi/index.html", LIST_ITEM, "")(files), tmp_path)


def test_a_link_to_the_page_of_a_held_article_is_one(tmp_path: Path) -> None:
    files = without(HI)(clean_site())
    page = ALTERNATES.sub("", files[EN]).replace("workTranslation", "name")
    files = edited("hi/index.html", LIST_ITEM, "")({**files, EN: page})
    fails(files, tmp_path, "switcher-target", path=EN)


def test_a_page_without_another_version_may_lead_to_the_first_page(tmp_path: Path) -> None:
    files = without(HI)(clean_site())
    page = ALTERNATES.sub("", files[EN]).replace("workTranslation", "name")
    page = page.replace('"../../hi/river/"', '"../../hi/"')
    passes(edited("hi/index.html", LIST_ITEM, "")({**files, EN: page}), tmp_path)


def test_pages_are_a_pair_by_their_links_alone_where_the_address_is_not_known(
    tmp_path: Path,
) -> None:
    files = {
        path: CANONICAL.sub("", ALTERNATES.sub("", text)) for path, text in clean_site().items()
    }
    files = {
        path: re.sub("<script.*?</script>", "", text, flags=re.S) for path, text in files.items()
    }
    del files["sitemap.xml"]
    passes(files, tmp_path)
    fails(edited(EN, "<h2>The river rose in the night</h2>", "")(files), tmp_path, "headings")


def test_lists_of_articles_may_differ(tmp_path: Path) -> None:
    item = '<li><a href="../en/road/">The road is open again</a></li>'
    passes(edited("en/index.html", "</ul>", f"{item}{item}</ul>")(clean_site()), tmp_path)


def test_a_draft_that_is_not_listed_may_have_sentences_of_the_other_language(
    tmp_path: Path,
) -> None:
    clean = clean_site()
    files = {
        path: ALTERNATES.sub("", text) if path in (EN, HI) else text for path, text in clean.items()
    }
    files = edited(HI, "<title>", '<meta name="robots" content="noindex"><title>')(files)
    files = edited(
        HI, "सोमवार रात की बारिश के बाद", "The two bridges over the river were closed in the night"
    )(files)
    files = edited("sitemap.xml", f"<url><loc>{BASE}hi/river/</loc></url>", "")(files)
    passes(files, tmp_path)


def test_a_choice_of_languages_is_the_default_of_both(tmp_path: Path) -> None:
    files = {
        path: text.replace(f'"x-default" href="{BASE}en/"', f'"x-default" href="{BASE}"')
        for path, text in clean_site().items()
    }
    links = "".join(ALTERNATES.findall(files["en/index.html"]))
    choice = (
        f'<html lang="en"><head><title>English / हिन्दी</title><link rel="canonical" href="{BASE}">'
        f'{links}</head><body><a href="en/" hreflang="en" lang="en">English</a>'
        '<a href="hi/" hreflang="hi" lang="hi">हिन्दी</a></body></html>'
    )
    passes({**files, "index.html": choice}, tmp_path)


def test_a_minified_site_passes(tmp_path: Path) -> None:
    def minified(text: str) -> str:
        text = re.sub(r'="([^" =<>]+)"', r"=\1", text.replace("\n", " "))
        return re.sub(r"</(?:p|li|body|html|head)>", "", text)

    files = {p: minified(t) if p.endswith(".html") else t for p, t in clean_site().items()}
    passes(files, tmp_path)
    fails(
        edited(HI, "hreflang=en href=", "hreflang=hi href=")(files),
        tmp_path,
        "hreflang",
        base_url=BASE,
    )


def test_pages_of_a_third_language_are_left_alone(tmp_path: Path) -> None:
    french = '<html lang="fr"><title>Le fleuve</title><p>Le fleuve a monté dans la nuit de lundi.'
    passes({**clean_site(), "fr/river/index.html": french}, tmp_path)


def test_what_is_no_page_for_readers_needs_no_language(tmp_path: Path) -> None:
    passes({**clean_site(), "google1.html": "google-site-verification: google1.html"}, tmp_path)


def test_a_mark_that_both_versions_have_is_the_author_s(tmp_path: Path) -> None:
    files = edited(EN, "The minister", "The minister [X1]")(clean_site())
    passes(edited(HI, "मंत्री ने", "मंत्री [X1] ने")(files), tmp_path)


def test_the_manifest_tells_pairs(tmp_path: Path) -> None:
    pair = {"versions": {"en": {"path": EN}, "hi": {"path": HI}}}
    manifest = json.dumps({"schema": 1, "base_url": BASE, "pairs": [pair]})
    files = {path: NAV.sub("", ALTERNATES.sub("", text)) if path in (EN, HI) else text
             for path, text in clean_site().items()}  # fmt: skip
    findings = found({**files, "manifest.json": manifest}, tmp_path)
    assert {(finding.path, finding.rule) for finding in findings} == {
        (path, rule) for path in (EN, HI) for rule in ("alternates", "switcher")
    }


def test_a_sitemap_with_a_document_type_is_not_read(tmp_path: Path) -> None:
    files = edited("sitemap.xml", "<urlset", '<!DOCTYPE x [<!ENTITY a "b">]><urlset')(clean_site())
    (finding,) = fails(files, tmp_path, "sitemap-file")
    assert "line 2" in finding.message


def test_files_that_are_hidden_are_not_read(tmp_path: Path) -> None:
    passes({**clean_site(), ".git/a.html": "<html lang=hi>"}, tmp_path)


def test_a_rule_can_be_left_out(tmp_path: Path) -> None:
    files = edited(HI, '<html lang="hi">', "<html>")(clean_site())
    fails(files, tmp_path, "lang")
    assert run_rules(read_folder(tmp_path), ignored=["lang"]) == []


def test_a_rule_that_is_none_is_refused(tmp_path: Path) -> None:
    passes(clean_site(), tmp_path)
    with pytest.raises(UsageError, match="no rule “langs”"):
        run_rules(read_folder(tmp_path), ignored=["langs"])


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        read_folder(tmp_path / "none")
    with pytest.raises(UsageError, match="no page"):
        read_folder(tmp_path)


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    passes(clean_site(), tmp_path)
    with pytest.raises(ConfigError):
        read_folder(tmp_path, base_url="example.org")


def test_the_default_may_stand_on_the_page_alone(tmp_path: Path) -> None:
    clean = clean_site()
    sitemap = re.sub(r"<xhtml:link[^>]*x-default[^>]*/>", "", by_sitemap(clean)["sitemap.xml"])
    passes({**clean, "sitemap.xml": sitemap}, tmp_path)


def test_the_page_for_errors_has_no_versions(tmp_path: Path) -> None:
    clean = clean_site()
    passes({**clean, "404.html": clean[EN].replace("../../", "/blog/")}, tmp_path)
