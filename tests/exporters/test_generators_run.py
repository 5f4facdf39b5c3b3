"""Each generator, really run on an export, as examples/sites/build runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from export_support import HOSTS, Blog, Generator, hosted_blog, reviewed_blog

from dualpress.html.offsets import parse
from dualpress.site.exporters.front_matter import split_front_matter
from dualpress.site.verify import read_folder, run_rules

EXAMPLES = Path(__file__).parents[2] / "examples"
ADDRESSES = {"with-path": "https://example.org/blog/", "without": "https://hindi.example/"}
ROOTS = {
    "hugo": "content/posts",
    "jekyll": "_articles",
    "eleventy": "articles",
    "astro": "src/content/articles",
    "mkdocs": "docs",
}
GENERATORS = [*ROOTS, "current-hugo", "current-astro"]
HINDI = ("brahmos-niryat", "chabahar-bandargah", "चाबहार-बंदरगाह")
"""The articles that were written in Hindi."""


@dataclass(frozen=True)
class Built:
    """A site that a generator built.

    Args:
        generator: that built it.
        url: its address.
        site: the folder that it was built from.
    """

    generator: str
    url: str
    site: Path

    @property
    def pages(self) -> Path:
        return self.site / "built"

    def page(self, path: str) -> str:
        return (self.pages / path / "index.html").read_text(encoding="utf-8")

    def place(self, article: str, language: str) -> str:
        """Where an article's page stands: the original, or the default language, at the root."""
        is_hindi = article in HINDI and self.generator != "mkdocs"
        is_at_root = (language == "hi") is is_hindi
        return article if is_at_root else f"{language}/{article}"


def build(project: Path, name: str, url: str) -> Built:
    """Export a project to a site of the examples and build it."""
    tool = Generator.named(name)
    generator = tool.name
    if tool.missing:
        pytest.skip(tool.missing)
    sites = project / "sites"
    if not sites.exists():
        kept_out = shutil.ignore_patterns("built", "node_modules", "_articles", ".*")
        shutil.copytree(EXAMPLES / "sites", sites, ignore=kept_out)
    modules = sites / generator / "node_modules"
    if generator in ("eleventy", "astro") and not modules.exists():
        modules.symlink_to(tool.modules, target_is_directory=True)
    own = str(Path(sys.executable).parent)
    path = os.pathsep.join([tool.search_path, own])
    run = subprocess.run(
        ["sh", str(sites / "build"), generator],
        env=os.environ | {"PATH": path, "SITE_URL": url},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, (run.stdout + run.stderr).decode()
    return Built(generator, url, sites / generator)


@pytest.fixture(scope="module", params=GENERATORS)
def generator(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=ADDRESSES)
def examples(
    generator: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    project = tmp_path_factory.mktemp("examples")
    for name in ("posts", "po", "glossaries"):
        shutil.copytree(EXAMPLES / name, project / name)
    shutil.copy(EXAMPLES / "dualpress.toml", project)
    return build(project, generator, ADDRESSES[request.param])


def words(html: str) -> list[str]:
    return str(parse(html).soup.get_text(" ")).split()


def articles(built: Built) -> Iterator[tuple[str, str, str]]:
    """Each article's id, language and exported text."""
    folder = built.site / ROOTS[built.generator]
    for file in sorted(folder.rglob("*")):
        name = file.name.split(".")[0]
        if file.suffix in (".md", ".html") and name != "index":
            language = "hi" if ".hi." in file.name or file.parent.name == "hi" else "en"
            _, body = split_front_matter(file.read_text(encoding="utf-8"))
            yield name, language, body


def test_the_verifier_finds_nothing(examples: Built) -> None:
    site = read_folder(examples.pages, base_url=examples.url)
    assert list(run_rules(site)) == []


def test_every_article_has_its_page_in_both_languages(examples: Built) -> None:
    found = {(name, language) for name, language, _ in articles(examples)}
    names = {path.stem for path in (EXAMPLES / "posts").glob("*.html")}
    assert found == {(name, language) for name in names for language in ("en", "hi")}
    for name, language in found:
        assert f'<html lang="{language}">' in examples.page(examples.place(name, language))


def test_pages_name_both_versions_and_the_default(examples: Built) -> None:
    for language in ("en", "hi"):
        soup = parse(examples.page(examples.place("sri-lanka-debt", language))).soup
        links = {str(e["hreflang"]): str(e["href"]) for e in soup.select("link[hreflang]")}
        expected = {
            code: f"{examples.url}{examples.place('sri-lanka-debt', code)}/"
            for code in ("en", "hi")
        }
        assert links == {**expected, "x-default": expected["en"]}
        (canonical,) = soup.select("link[rel=canonical]")
        assert canonical["href"] == expected[language]
        assert [e["hreflang"] for e in soup.select("nav a[aria-current]")] == [language]


def test_a_draft_is_no_alternate(examples: Built) -> None:
    hindi, english = (
        parse(examples.page(examples.place("arabian-sea-piracy", language))).soup
        for language in ("hi", "en")
    )
    assert hindi.select('meta[name="robots"][content="noindex"]')
    assert hindi.select('[role="note"]')
    assert not hindi.select("link[hreflang]")
    assert not english.select("link[hreflang]")
    assert len(english.select("nav a[hreflang]")) == 2


def test_no_word_of_an_article_is_changed(examples: Built) -> None:
    for name, language, body in articles(examples):
        article = parse(examples.page(examples.place(name, language))).soup.article
        assert article is not None
        for own in article.select("h1:first-child, [role=note]"):
            own.extract()
        assert str(article.get_text(" ")).split() == words(body)


HARD = {
    "चाबहार-बंदरगाह.html": (
        '---\ntitle: "कहा: \\"ठीक\\" & {{ x }}"\nlang: hi\n---\n<p>नदी। <a href="b.html">ख</a></p>'
    ),
    "b.html": (
        "<!DOCTYPE html><html lang=en><head><title>Ships: 'two' &amp; \"three\" {{ y }}</title>"
        "</head><body><main><h2>Code</h2><p>Text {{ page.title }} {% if x %} {{% note %}} and "
        "{# c #}, {{&lt; figure &gt;}}.</p><pre>a\n\n\n  *b* {{ z }}</pre>"
        "<script>let a = '{{ w }}';\n\nlet b;</script></main></body></html>"
    ),
    "c.html": "---\ntitle: C\nlang: en\n---\n<p>Text {% if true %}shown{% endif %}.</p>",
}


@pytest.fixture(scope="module")
def hard(generator: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of names, titles and text that generators trip over."""
    blog = Blog.at(tmp_path_factory.mktemp("hard"), HARD, publish="all")
    return build(blog.root, generator, "https://example.org/blog/")


def test_template_marks_in_a_finished_page_are_shown(hard: Built) -> None:
    soup = parse(hard.page(hard.place("b", "en"))).soup
    assert soup.p is not None
    assert soup.p.get_text() == (
        "Text {{ page.title }} {% if x %} {{% note %}} and {# c #}, {{< figure >}}."
    )


def test_marks_of_a_post_with_front_matter_are_the_generators(hard: Built) -> None:
    soup = parse(hard.page(hard.place("c", "en"))).soup
    runs_liquid = hard.generator in ("jekyll", "eleventy")
    assert soup.article is not None
    assert soup.article.p is not None
    assert soup.article.p.get_text() == (
        "Text shown." if runs_liquid else "Text {% if true %}shown{% endif %}."
    )


def test_code_and_preformatted_text_stay_as_they_were(hard: Built) -> None:
    soup = parse(hard.page(hard.place("b", "en"))).soup
    assert soup.pre is not None
    assert soup.pre.get_text() == "a\n\n\n  *b* {{ z }}"
    assert "<script>let a = '{{ w }}';" in str(soup.script)


@pytest.mark.parametrize(
    ("article", "language", "title"),
    [
        ("चाबहार-बंदरगाह", "hi", 'कहा: "ठीक" & {{ x }}'),
        ("b", "en", "Ships: 'two' & \"three\" {{ y }}"),
    ],
)
def test_titles_come_through_whole(hard: Built, article: str, language: str, title: str) -> None:
    soup = parse(hard.page(hard.place(article, language))).soup
    assert soup.h1 is not None
    assert soup.h1.get_text(strip=True) == title


def test_devanagari_paths_are_pages_and_proper_addresses(hard: Built) -> None:
    place = hard.place("चाबहार-बंदरगाह", "hi")
    soup = parse(hard.page(place)).soup
    (canonical,) = soup.select("link[rel=canonical]")
    assert canonical["href"] == f"{hard.url}{quote(place)}/"
    (link,) = soup.select("main p a")
    assert (
        urljoin(str(canonical["href"]), str(link["href"])) == f"{hard.url}{hard.place('b', 'hi')}/"
    )


@pytest.mark.parametrize("name", ["hugo", "current-hugo", "eleventy", "astro"])
def test_the_old_address_of_a_renamed_post_leads_to_its_page(tmp_path: Path, name: str) -> None:
    posts = {"river.html": "---\ntitle: The river\n---\n<p>The river rose.</p>"}
    blog = Blog.at(tmp_path, posts)
    blog.review()
    url = "https://example.org/blog/"
    blog.export(Generator.named(name).name)  # which records the addresses
    blog.rename("river", "flood")
    built = build(blog.root, name, url)
    soup = parse(built.page("hi/river")).soup
    (refresh,) = soup.select('meta[http-equiv="refresh" i]')
    assert urljoin(url, str(refresh["content"]).split("url=")[1]) == f"{url}hi/flood/"
    assert "नदी का पानी बढ़ गया।" in built.page("hi/flood")
    assert list(run_rules(read_folder(built.pages, base_url=url))) == []


JEKYLL = {
    "_config.yml": (
        'url: "https://example.org"\nbaseurl: "/blog"\nlanguages: [en, hi]\ndefault_lang: en\n'
        "exclude_from_localization: [media]\ncollections: {articles: {output: true}}\n"
        "defaults:\n  - {scope: {path: '', type: articles}, values: {layout: article}}\n"
    ),
    "_layouts/article.html": (
        '<!DOCTYPE html><html lang="{{ page.lang }}"><head><title>{{ page.title }}</title>'
        "HEAD</head><body><main><h1>{{ page.title }}</h1>{{ content }}</main></body></html>"
    ),
}


def jekyll(blog: Blog, plugin: str, head: str = "", to: str = "jekyll") -> Built:
    """Build a blog with a plugin of Jekyll."""
    tool = Generator("jekyll")
    gems = (
        subprocess.run(["gem", "list", "--installed", plugin], capture_output=True, check=False)
        if tool.missing is None
        else None
    )
    if gems is None or gems.returncode:
        pytest.skip(f"{plugin} is not installed: see tests/exporters/install")
    blog.export(to)
    for name, text in JEKYLL.items():
        blog.write(f"site/{name}", text.replace("HEAD", head))
    with (blog.site / "_config.yml").open("a") as config:
        config.write(f"plugins: [{plugin}]\n")
    command = ["jekyll", "build", "--quiet", "--destination", "built"]
    subprocess.run(command, cwd=blog.site, check=True, capture_output=True)
    return Built("jekyll", "https://example.org/blog/", blog.site)


def test_jekyll_polyglot_builds_each_language_in_its_place(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path)
    head = "{% I18n_Headers https://example.org/blog %}"
    built = jekyll(blog, "jekyll-polyglot", head, to="jekyll-polyglot")
    for language, path in (("en", "road"), ("hi", "hi/road")):
        soup = parse(built.page(path)).soup
        assert soup.html is not None
        assert soup.html["lang"] == language
        found = {str(e["hreflang"]): str(e["href"]) for e in soup.select("link[hreflang]")}
        assert found == {"en": f"{built.url}road/", "hi": f"{built.url}hi/road/"}
        page = f"{built.url}{path}/"
        (link,), (picture,) = soup.select("main a"), soup.select("main img")
        assert urljoin(page, str(link["href"])) == f"{built.url}{path.replace('road', 'river')}/"
        assert urljoin(page, str(picture["src"])) == f"{built.url}media/map.svg"
    assert "सड़क फिर से खुल गई है।" in built.page("hi/road")
    assert (built.pages / "media/map.svg").is_file()


def test_jekyll_polyglot_puts_no_original_in_the_place_of_a_translation_that_waits(
    tmp_path: Path,
) -> None:
    blog = reviewed_blog(tmp_path)
    blog.doubt("river")
    built = jekyll(blog, "jekyll-polyglot", to="jekyll-polyglot")
    assert (built.pages / "hi/road/index.html").is_file()
    assert (built.pages / "river/index.html").is_file()
    assert not (built.pages / "hi/river").exists()


def test_jekyll_polyglot_puts_hindi_originals_below_their_language(tmp_path: Path) -> None:
    post = "---\ntitle: नदी\nlang: hi\n---\n<p>नदी का पानी बढ़ गया।</p>"
    blog = Blog.at(tmp_path, {"nadi.html": post}, publish="all")
    built = jekyll(blog, "jekyll-polyglot", to="jekyll-polyglot")
    assert '<html lang="hi">' in built.page("hi/nadi")
    assert '<html lang="en">' in built.page("nadi")


def test_jekyll_redirect_from_leads_from_the_old_address(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path)
    blog.export("jekyll")
    blog.rename("river", "flood")
    built = jekyll(blog, "jekyll-redirect-from")
    soup = parse(built.page("hi/river")).soup
    (refresh,) = soup.select('meta[http-equiv="refresh"]')
    assert str(refresh["content"]).endswith(f"url={built.url}hi/flood/")


@pytest.mark.parametrize("name", ["hugo", "current-hugo"])
def test_hugo_builds_a_language_for_its_own_address(tmp_path: Path, name: str) -> None:
    tool = Generator.named(name)
    if tool.missing:
        pytest.skip(tool.missing)
    blog = hosted_blog(tmp_path)
    blog.export()
    blog.rename("road", "bridge")
    blog.export()
    site = blog.site
    shutil.copytree(EXAMPLES / "sites/hugo/layouts", site / "layouts")
    config = (EXAMPLES / "sites/hugo/hugo.toml").read_text(encoding="utf-8")
    for language, url in HOSTS.items():
        table = f"[languages.{language}]\n"
        config = config.replace(table, f'{table}baseURL = "{url}"\n')
    blog.write("site/hugo.toml", config)
    command = ["hugo", "--quiet", "--destination", "built"]
    environment = os.environ | {"PATH": tool.search_path}
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)
    built = Built("hugo", "", site)
    for language, url in HOSTS.items():
        soup = parse(built.page(f"{language}/bridge")).soup
        links = {str(e["hreflang"]): str(e["href"]) for e in soup.select("link[hreflang]")}
        pages = {code: f"{host}bridge/" for code, host in HOSTS.items()}
        assert links == {**pages, "x-default": pages["en"]}
        (canonical,) = soup.select("link[rel=canonical]")
        assert canonical["href"] == pages[language]
        (link,), (picture,) = soup.select("main p a"), soup.select("main img")
        assert urljoin(pages[language], str(link["href"])) == f"{url}river/"
        source = urljoin(pages[language], str(picture["src"]))
        assert source == f"{HOSTS['en']}media/map.svg"
        assert f"url={url}bridge/" in built.page(f"{language}/road")
    assert (built.pages / "en/media/map.svg").is_file()


MARKDOWN = """---
title: The river
translationKey: river
---
The river rose.
"""


@pytest.mark.parametrize("name", ["hugo", "current-hugo"])
def test_an_english_md_stays_and_a_hindi_html_arrives(tmp_path: Path, name: str) -> None:
    tool = Generator.named(name)
    if tool.missing:
        pytest.skip(tool.missing)
    post = "---\ntitle: The river\ntranslationKey: river\n---\n<p>The river rose.</p>"
    blog = Blog.at(tmp_path, {"river.html": post})
    blog.review()
    blog.export("hugo", only_translations=True)
    site = tmp_path / "site"
    shutil.copytree(EXAMPLES / "sites/hugo/layouts", site / "layouts")
    shutil.copy(EXAMPLES / "sites/hugo/hugo.toml", site)
    (site / "content/posts/2024").mkdir()
    (site / "content/posts/2024/flood.md").write_text(MARKDOWN, encoding="utf-8")
    url = "https://example.org/blog/"
    subprocess.run(
        ["hugo", "--quiet", "--baseURL", url, "--destination", "built"],
        cwd=site,
        env=os.environ | {"PATH": tool.search_path},
        check=True,
        capture_output=True,
    )
    built = Built("hugo", url, site)
    expected = [f"{url}en/posts/2024/flood/", f"{url}hi/river/", f"{url}en/posts/2024/flood/"]
    for path in ("en/posts/2024/flood", "hi/river"):
        soup = parse(built.page(path)).soup
        assert [link["href"] for link in soup.select("link[hreflang]")] == expected
    assert list(run_rules(read_folder(built.pages, base_url=url))) == []
