"""Posts that leave a real WordPress and come back to it in pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result
from wordpress_support import SCRIPTS, WordPress, why_not, wordpress

from dualpress.cli import app

pytestmark = pytest.mark.skipif(why_not() is not None, reason=why_not() or "")

CLASSIC = (
    "The river rose.\r\n\r\nThe road is closed.\r\n\r\n"
    '[caption id="attachment_7" width="300"]<img src="/a.jpg" alt="The river" /> The road is '
    'closed.[/caption]\r\n<!--more-->\r\nRead of <a href="%s/the-road/">the road</a>.'
    "\r\n\r\n\\ &nbsp; 🌊"
)
BLOCKS = (
    '<!-- wp:heading {"level":2} -->\n<h2>The bridge</h2>\n<!-- /wp:heading -->\n\n'
    "<!-- wp:paragraph -->\n<p>The bridge is <strong>open</strong> again.</p>\n"
    "<!-- /wp:paragraph -->\n\n<!-- wp:separator /-->"
)
ANSWERS = {
    "The river": "नदी",
    "The road": "सड़क",
    "The river rose.": "नदी का जलस्तर बढ़ गया।",
    "The road is closed.": "सड़क बंद है।",
    "Read of <g1>the road</g1>.": "<g1>सड़क</g1> के बारे में पढ़ें।",
    "The bridge": "पुल",
    "The bridge is <g1>open</g1> again.": "पुल फिर से <g1>खुल</g1> गया है।",
    "Water in the streets": "सड़कों पर पानी",
    "High water, closed roads.": "जलस्तर ऊँचा, सड़कें बंद।",
    "The desk's report.": "हमारी रिपोर्ट।",
}
GLOSSARY = "en,hi\nFloods,बाढ़\nRivers,नदियाँ\n"


class Desk:
    """A project beside a WordPress, worked on from the command line."""

    def __init__(self, root: Path, site: WordPress) -> None:
        self.root = root
        self.site = site

    def configure(self, *lines: str) -> None:
        answers = json.dumps(ANSWERS, ensure_ascii=False)
        (self.root / "answers.json").write_text(answers, encoding="utf-8")
        (self.root / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
        settings = [
            'engine = "scripted"',
            "shipped_glossaries = false",
            'glossaries = ["glossary.csv"]',
            "[engines.scripted]",
            'path = "answers.json"',
            "inline_tags = true",
            'unknown = "echo"',
            "[wordpress]",
            f'url = "{self.site.url}/"',
            f'user = "{self.site.user}"',
            *lines,
        ]
        (self.root / "dualpress.toml").write_text("\n".join(settings), encoding="utf-8")

    def run(self, *command: str) -> Result:
        result = CliRunner().invoke(app, [*command, "--project", str(self.root)])
        assert result.exit_code == 0, result.output
        return result

    def take_in(self) -> None:
        """Tools → Export in WordPress, and the import into the project."""
        file = self.root / "export.xml"
        file.write_bytes(self.site.export())
        self.run("import", "wordpress", str(file))

    def review(self, *ids: str) -> None:
        self.run("translate")
        self.run("approve", *ids)

    def give_back(self) -> dict[int, int]:
        """The export for WordPress, and Tools → Import there."""
        self.run("export", "--to", "wordpress")
        return self.site.import_file(self.root / "export" / "wordpress" / "dualpress.xml")

    def publish(self, *options: str) -> Any:
        return json.loads(self.run("publish", "wordpress", "--json", *options).stdout)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[WordPress]:
    with wordpress(tmp_path / "wordpress") as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, site: WordPress, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("DUALPRESS_WORDPRESS_PASSWORD", site.password)
    root = tmp_path / "desk"
    root.mkdir()
    return Desk(root, site)


def fill(site: WordPress, **terms: list[str]) -> list[int]:
    """Two posts, one of each editor that WordPress has."""
    (site.root / "a.jpg").write_bytes(b"")
    return site.create(
        {
            "post_title": "The river",
            "post_content": CLASSIC % site.url,
            "post_excerpt": "The desk's report.",
            "post_date": "2026-11-19 09:00:00",
            "terms": {"category": ["Floods"], "post_tag": ["Rivers"], **terms},
            "meta": {
                "_yoast_wpseo_title": "Water in the streets",
                "_yoast_wpseo_metadesc": "High water, closed roads.",
            },
        },
        {
            "post_title": "The road",
            "post_content": BLOCKS,
            "terms": {"category": ["Floods"], **terms},
        },
    )


def add_languages(site: WordPress) -> None:
    """A plugin that knows languages as Polylang does."""
    site.add_plugin("languages.php", (SCRIPTS / "languages.php").read_bytes())


def test_posts_go_through_the_tools_of_wordpress_in_pairs(desk: Desk, site: WordPress) -> None:
    add_languages(site)
    river, road = fill(site, language=["en"])
    before = site.posts()
    desk.configure('plugin = "polylang"', 'status = "publish"')
    desk.take_in()
    desk.review("the-river", "the-road")
    desk.give_back()
    after = site.posts()

    assert {number: after[number]["body"] for number in before} == {
        number: post["body"] for number, post in before.items()
    }
    made = {post["title"]: post for number, post in after.items() if number not in before}
    assert set(made) == {"नदी", "सड़क"}
    assert made["नदी"]["body"] == (
        "नदी का जलस्तर बढ़ गया।\r\n\r\nसड़क बंद है।\r\n\r\n"
        '[caption id="attachment_7" width="300"]<img src="/a.jpg" alt="नदी" /> सड़क बंद है।'
        f'[/caption]\r\n<!--more-->\r\n<a href="{site.url}/the-road/">सड़क</a> के बारे में पढ़ें।\r\n\r\n'
        "\\ &nbsp; 🌊"
    )
    assert made["सड़क"]["body"] == (
        '<!-- wp:heading {"level":2} -->\n<h2>पुल</h2>\n<!-- /wp:heading -->\n\n'
        "<!-- wp:paragraph -->\n<p>पुल फिर से <strong>खुल</strong> गया है।</p>\n"
        "<!-- /wp:paragraph -->\n\n<!-- wp:separator /-->"
    )
    assert made["नदी"]["excerpt"] == "हमारी रिपोर्ट।"
    assert made["नदी"]["terms"]["category"] == ["बाढ़"]
    assert made["नदी"]["terms"]["post_tag"] == ["नदियाँ"]
    assert made["नदी"]["terms"]["language"] == ["हिन्दी"]
    assert made["नदी"]["meta"]["_yoast_wpseo_title"] == "सड़कों पर पानी"
    assert made["नदी"]["meta"]["_yoast_wpseo_metadesc"] == "जलस्तर ऊँचा, सड़कें बंद।"
    assert made["नदी"]["slug"] == "nadi"
    assert made["नदी"]["terms"]["post_translations"] == after[river]["terms"]["post_translations"]
    assert after[river]["terms"]["post_translations"] != after[road]["terms"]["post_translations"]


def test_nothing_that_wordpress_has_is_written_twice(desk: Desk, site: WordPress) -> None:
    add_languages(site)
    fill(site, language=["en"])
    desk.configure('plugin = "polylang"', 'status = "publish"')
    desk.take_in()
    desk.review("the-river", "the-road")
    desk.give_back()
    once = site.posts()
    site.import_file(desk.root / "export" / "wordpress" / "dualpress.xml")
    assert site.posts() == once
    desk.take_in()
    assert {path.name for path in (desk.root / "posts").iterdir()} == {
        "the-river.html",
        "the-road.html",
    }
    result = desk.run("export", "--to", "wordpress")
    assert "0 new translations; 0 files written" in result.stdout


def test_publishing_twice_gives_one_draft(desk: Desk, site: WordPress) -> None:
    river, road = fill(site)
    desk.configure('plugin = "none"')
    desk.take_in()
    desk.review("the-river", "the-road")
    desk.publish()
    once = site.posts()
    new = [post for number, post in once.items() if number not in (river, road)]
    assert [(post["title"], post["status"]) for post in new] == [("नदी", "draft"), ("सड़क", "draft")]
    desk.publish()
    assert site.posts() == once


def test_a_pair_is_linked_where_the_rest_fields_answer(desk: Desk, site: WordPress) -> None:
    add_languages(site)
    river, _ = fill(site, language=["en"])
    desk.configure('plugin = "polylang"')
    desk.take_in()
    desk.review("the-river", "the-road")
    desk.publish("--status", "publish")
    _, answer = site.get(f"/wp-json/wp/v2/posts/{river}")
    translations = json.loads(answer)["translations"]
    assert set(translations) == {"en", "hi"}
    _, translated = site.get(f"/wp-json/wp/v2/posts/{translations['hi']}")
    assert json.loads(translated)["lang"] == "hi"


def test_the_password_is_in_no_file_and_no_output(desk: Desk, site: WordPress) -> None:
    fill(site)
    desk.configure('plugin = "none"')
    desk.take_in()
    desk.review("the-river", "the-road")
    printed = json.dumps(desk.publish())
    printed += desk.run("publish", "wordpress", "--force").output
    written = b"".join(path.read_bytes() for path in desk.root.rglob("*") if path.is_file())
    assert site.password not in printed
    assert site.password.encode() not in written


def test_what_was_edited_in_wordpress_is_not_overwritten(desk: Desk, site: WordPress) -> None:
    fill(site)
    desk.configure('plugin = "none"')
    desk.take_in()
    desk.review("the-river", "the-road")
    desk.publish()
    number = next(key for key, post in site.posts().items() if post["title"] == "नदी")
    site.create({"ID": number, "post_title": "नदी", "post_content": "संपादक का पाठ।"})
    po = desk.root / "po" / "the-river" / "hi.po"
    po.write_text(po.read_text(encoding="utf-8").replace("बढ़ गया", "बहुत बढ़ गया"), encoding="utf-8")
    report = desk.publish()
    assert site.posts()[number]["body"] == "संपादक का पाठ।"
    assert "edited" in json.dumps(report)


@pytest.mark.parametrize("way", ["tools", "rest"])
def test_the_pages_of_both_languages_are_proved(desk: Desk, site: WordPress, way: str) -> None:
    """The theme is a stock one; the switcher's plugin is all that makes it bilingual."""
    fill(site)
    desk.configure('plugin = "none"', 'status = "publish"')
    desk.take_in()
    desk.review("the-river", "the-road")
    if way == "tools":
        desk.give_back()
        desk.take_in()
    else:
        desk.publish()
    folder = desk.root / "switcher"
    desk.run("export", "--to", "wordpress-switcher", str(folder))
    site.install_plugin(folder / "dualpress-switcher")
    number = next(key for key, post in site.posts().items() if post["title"] == "नदी")
    status, page = site.get(site.posts()[number]["link"])
    assert status == 200
    assert 'hreflang="en"' in page
    assert "नदी का जलस्तर बढ़ गया।" in page
    result = desk.run("verify", site.url, "--json")
    found = json.loads(result.stdout)
    assert found["pairs"] == 2
    assert found["findings"] == []
