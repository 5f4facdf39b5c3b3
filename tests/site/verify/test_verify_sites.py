"""Sites of other shapes: what is right about them is not found fault with."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from verify_support import (
    BASE,
    EMPTY_SITEMAP,
    LISTS,
    Edit,
    clean_site,
    edited,
    fails,
    found,
    page,
    passes,
    without,
    write,
)

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


def test_later_pages_of_lists_may_differ(tmp_path: Path) -> None:
    items = {
        "en": "<p>The road was closed for three days after the rain.</p>" * 2,
        "hi": "<p>बारिश के बाद सड़क तीन दिन बंद रही।</p>",
    }
    later = {
        f"{lang}/page/2/index.html": re.sub(
            "<script.*?</script>", "", page(BASE, lang, LISTS[number], item, "page/2/"), flags=re.S
        )
        for number, (lang, item) in enumerate(items.items())
    }
    told = {finding.rule for finding in found({**clean_site(), **later}, tmp_path)}
    assert "blocks" not in told


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
        '<html lang="en"><head><meta charset=utf-8><title>English / हिन्दी</title>'
        f'<link rel="canonical" href="{BASE}">'
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
    text = "<title>Le fleuve</title><p>Le fleuve a monté dans la nuit de lundi."
    french = f'<html lang="fr"><meta charset="utf-8">{text}'
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


TEXT = "The sea was calm that morning, and the ships went out of the port one after the other."


def in_head(path: str, text: str) -> Edit:
    return edited(path, "<title>", f"{text}<title>")


def test_a_page_of_the_other_language_on_a_subdomain_is_found(tmp_path: Path) -> None:
    own = "https://hi.example.org/"
    english = (
        f'<html lang="en"><meta charset="utf-8"><title>Sea</title><link rel="canonical" '
        f'href="{own}sea/"><p>{TEXT} {TEXT}</p>'
    )
    write({"index.html": english.replace(own, BASE), "hi/sea/index.html": english}, tmp_path)
    findings = run_rules(read_folder(tmp_path, base_url=BASE, own_urls={"hi": own}))
    (finding,) = findings
    assert (finding.path, finding.rule) == ("hi/sea/index.html", "language-folder")
    assert "https://hi.example.org/sea/" in finding.message


def test_a_draft_in_the_folder_of_its_language_is_none(tmp_path: Path) -> None:
    draft = (
        f'<html lang="en"><title>Sea</title><meta name="robots" content="noindex"><p>{TEXT} {TEXT}'
    )
    passes(
        {**clean_site(), "hi/sea/index.html": draft, "hill/index.html": "<html lang=en>"}, tmp_path
    )


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#top">x</a>',
        '<a href="#">x</a>',
        '<a href="#here">x</a><h2 id="here">x</h2>',
        '<a href="#%E0%A4%A8">x</a><a name="न"></a>',
        '<a href="../river/#comment-12">x</a>',
        '<a href="#:~:text=rain">x</a>',
        '<a href="#!/map" role="button">x</a>',
        '<a href="#panel" data-toggle="tab">x</a>',
        '<a href="/elsewhere/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="../../media/map.png">x</a>',
        '<a href="../road/index.html">x</a>',
    ],
)
def test_links_that_lead_somewhere(link: str, tmp_path: Path) -> None:
    files = edited(EN, "<h1>", f"{link}<h1>")(clean_site())
    findings = found(files, tmp_path, base_url=BASE)
    assert "link-target" not in {finding.rule for finding in findings}


def test_a_link_of_the_frame_is_not_told_on_every_page(tmp_path: Path) -> None:
    passes(
        edited(EN, "<main>", '<header><a href="/blog/x/">x</a></header><main>')(clean_site()),
        tmp_path,
    )


def test_a_link_to_what_is_gone_is_told(tmp_path: Path) -> None:
    gone = '{"redirects": [{"from": "/blog/hi/sea/", "status": 410}]}'
    moved = '{"redirects": [{"from": "/blog/hi/sea/", "to": "/blog/hi/river/", "status": 301}]}'
    files = edited(HI, "https://example.com/report", "../sea/")(clean_site())
    (finding,) = found({**files, "redirects.json": gone}, tmp_path, base_url=BASE)
    assert (finding.rule, "gone" in finding.message) == ("link-target", True)
    passes({**files, "redirects.json": moved}, tmp_path, base_url=BASE)


@pytest.mark.parametrize(
    "rules",
    [
        "/blog/hi/a/ /blog/hi/river/ 301!",
        "/blog/hi/a/  https://example.net/  302 Country=in",
        "/blog/* /blog/hi/:splat 302 Language=hi",
        "/blog/hi/:name /blog/none 200",
        "/blog/hi/river/ /blog/hi/none/ 200",
        "/store id=:id /blog/:id 301",
        "https://old.example.org/a /blog/hi/river/",
        "# /blog/hi/river/ /blog/none/",
        "/blog/hi/a /blog/hi/a/\n/blog/hi/a/ /blog/hi/river/ 410",
        "/a",
    ],
)
def test_redirects_that_lead_somewhere_or_are_not_for_all(rules: str, tmp_path: Path) -> None:
    findings = found({**clean_site(), "_redirects": rules}, tmp_path, base_url=BASE)
    assert [finding.message for finding in findings if "gone" not in finding.message] == []


def test_a_redirect_is_told_at_its_line(tmp_path: Path) -> None:
    gone = '{"from": "/blog/b/", "status": 410}'
    rules = f'{{"redirects": [\n{gone},\n{{"from": "/blog/नदी/", "to": "/blog/x/"}}\n]}}'
    (finding,) = found({**clean_site(), "redirects.json": rules}, tmp_path, base_url=BASE)
    assert (finding.path, finding.line) == ("redirects.json", 3)


def test_what_is_no_list_of_redirects_tells_of_none(tmp_path: Path) -> None:
    passes({**clean_site(), "redirects.json": "[1, {}]", "_redirects": "\n \n"}, tmp_path)


def test_packed_sitemaps_are_read(tmp_path: Path) -> None:
    files = clean_site()
    packed = gzip.compress(files.pop("sitemap.xml").encode())
    (tmp_path / "sitemap.xml.gz").write_bytes(packed)
    fails(in_head(HI, '<meta name="robots" content="noindex">')(files), tmp_path, "noindex-target")
    (tmp_path / "sitemap.xml.gz").write_bytes(packed[:-20])
    write(files, tmp_path)
    (finding,) = run_rules(read_folder(tmp_path, base_url=BASE))
    assert (finding.path, finding.rule) == ("sitemap.xml.gz", "sitemap-file")


def test_a_sitemap_of_any_name_is_read_where_robots_names_it(tmp_path: Path) -> None:
    files = clean_site()
    sitemap = files.pop("sitemap.xml").replace("hi/river/", "hi/sea/")
    files = {**files, "robots.txt": f"Sitemap: {BASE}pages.xml", "pages.xml": sitemap}
    findings = found(files, tmp_path)
    assert {(f.path, f.rule) for f in findings} == {
        ("pages.xml", "missing-target"),
        (HI, "sitemap-entry"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "<title>BrahMos</title>",
        "<title>INS Vikrant 2025</title>",
        '<meta property="og:site_name" content="The Journal of Defence and Strategy">',
        '<meta name="description" content="INS Vikrant की पहली यात्रा">',
    ],
)
def test_a_name_may_be_a_title(said: str, tmp_path: Path) -> None:
    files = clean_site()
    if said.startswith("<title>"):
        files = edited(HI, "<title>रात में नदी का पानी बढ़ा</title>", said)(files)
    else:
        files = in_head(HI, said)(files)
    passes(files, tmp_path)


def test_a_list_may_be_called_as_the_site_is(tmp_path: Path) -> None:
    name = "<title>Institute for Defence Studies</title>"
    passes(edited("hi/index.html", "<title>लेख</title>", name)(clean_site()), tmp_path)


@pytest.mark.parametrize(
    "text",
    ['<td><img src="../../media/map.png" alt=""></td>', "<td><code>x</code></td>", "<td>5</td>"],
)
def test_what_has_no_words_is_not_empty(text: str, tmp_path: Path) -> None:
    files = edited(EN, "</article>", f"<table><tr>{text}</table></article>")(clean_site())
    table = "<table><tr><td>x</td></table>" if "img" not in text else f"<table><tr>{text}</table>"
    passes(edited(HI, "</article>", f"{table}</article>")(files), tmp_path)


def test_what_is_empty_in_both_versions_is_the_author_s(tmp_path: Path) -> None:
    files = edited(EN, "</article>", "<p>&nbsp;</p></article>")(clean_site())
    passes(edited(HI, "</article>", "<p></p></article>")(files), tmp_path)


def test_a_sign_of_an_icon_font_is_no_leak_on_a_page_alone(tmp_path: Path) -> None:
    page = '<html lang="en"><meta charset="utf-8"><title>A</title><p>\ue000 Share</p>'
    passes({**clean_site(), "a.html": page}, tmp_path)


def test_a_link_for_search_engines_may_stand_in_a_head_without_tags(tmp_path: Path) -> None:
    files = clean_site()
    files = edited(HI, "<head>", "")(edited(HI, "</head>\n<body>", "")(files))
    passes(
        in_head(HI, '<noscript><style>p {}</style></noscript><script>"<p>"</script>')(files),
        tmp_path,
    )


@pytest.mark.parametrize("url", ["hi/river/", "hi/river/index.html"])
def test_og_url_is_the_canonical_address(url: str, tmp_path: Path) -> None:
    files = in_head(HI, f'<meta property="og:url" content="{BASE}{url}">')(clean_site())
    rules = {finding.rule for finding in found(files, tmp_path)}
    assert rules == (set() if url.endswith("/") else {"og-url"})


@pytest.mark.parametrize("host", ["https://www.example.org", "https://cdn.example.net"])
def test_a_picture_for_sharing_may_stand_on_another_host(host: str, tmp_path: Path) -> None:
    picture = f'<meta property="og:image" content="{host}/blog/media/ship.png">'
    passes(in_head(HI, picture)(clean_site()), tmp_path, base_url=BASE)


def test_what_a_post_names_of_its_own_blog_is_not_told_in_the_output(tmp_path: Path) -> None:
    links = f'<a href="/blog/tag/rain/">1</a><a href="{BASE}en/old/">2</a>'
    picture = f'<meta property="og:image" content="{BASE}river/ship.png">'
    files = clean_site()
    for path in (EN, HI):
        files = in_head(path, picture)(edited(path, "<h1>", f"{links}<h1>")(files))
    manifest = json.dumps({"schema": 2, "base_url": BASE, "pairs": []})
    passes({**files, "manifest.json": manifest}, tmp_path)
    (tmp_path / "manifest.json").unlink()
    rules = [finding.rule for finding in run_rules(read_folder(tmp_path, base_url=BASE))]
    assert rules == ["asset", "link-target"] * 2


def test_a_link_that_the_translation_alone_has_is_told_in_the_output(tmp_path: Path) -> None:
    manifest = json.dumps({"schema": 2, "base_url": BASE, "pairs": []})
    files = {**clean_site(), "manifest.json": manifest}
    files = edited(HI, "https://example.com/report", "/blog/hi/tag/rain/")(files)
    fails(files, tmp_path, "link-target", path=HI)
