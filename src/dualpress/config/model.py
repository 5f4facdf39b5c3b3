"""Every option of ``dualpress.toml``: its type, its default and what it does.

The descriptions and examples here are the text of ``docs/configuration.md``,
which ``docs/configuration.py`` writes from these models.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic import StrictBool as Switch
from pydantic import StringConstraints

from dualpress.article import Language, Publish
from dualpress.config.presets import PRESETS, Preset
from dualpress.config.validators import css_selector, empty_to_none, known_engines, web_address

__all__ = [
    "ChecksConfig",
    "Config",
    "EnglishConfig",
    "HindiConfig",
    "HtmlConfig",
    "PageConfig",
    "SiteConfig",
    "SiteNames",
]

Text = Annotated[str, StringConstraints(min_length=1)]
Selector = Annotated[str, AfterValidator(css_selector)]
WebAddress = Annotated[str, AfterValidator(web_address)]
EnglishRegion = Annotated[str, StringConstraints(pattern=r"^en-[A-Z]{2}$")]
EngineTables = Annotated[dict[str, dict[str, Any]], AfterValidator(known_engines)]


class _Table(BaseModel):
    """A table of the file: nothing unknown in it, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteNames(_Table):
    """The site's name where the two languages write it differently."""

    en: Text | None = Field(
        None, description="The name on English pages.", examples=["Coastal Review"]
    )
    hi: Text | None = Field(None, description="The name on Hindi pages.", examples=["तटीय समीक्षा"])


class SiteConfig(_Table):
    """The site that the pages are for."""

    base_url: Annotated[WebAddress | None, BeforeValidator(empty_to_none)] = Field(
        None,
        description=(
            "The address under which `output` will be published, with its path if it has one. "
            "Canonical and hreflang links and `sitemap.xml` need it; without it they are left out."
        ),
        examples=["https://www.example.org/blog/"],
    )
    name: Text | None = Field(
        None,
        description="The site's name, for page titles and the index pages.",
        examples=["Coastal Review"],
    )
    names: SiteNames = Field(
        default_factory=SiteNames,
        description="The site's name by language; what is not given here is `site.name`.",
    )

    def name_in(self, language: Language) -> str | None:
        """The site's name on pages in ``language``; ``None`` where none is set."""
        own = self.names.en if language is Language.EN else self.names.hi
        return own or self.name


class HtmlConfig(_Table):
    """Which parts of a post are text to translate."""

    content: tuple[Selector, ...] = Field(
        (),
        description=(
            "CSS selectors of the parts that are translated. Empty: the whole page, "
            "but for what is skipped."
        ),
        examples=[["article", ".entry-content"]],
    )
    skip: tuple[Selector, ...] = Field(
        (),
        description="CSS selectors of parts that are left as they are, besides the presets'.",
        examples=[[".author-box", "#cookie-banner"]],
    )
    presets: tuple[Preset, ...] = Field(
        tuple(PRESETS),
        description=(
            "Programs whose share buttons, ratings, forms, comments and lists of other posts "
            "are skipped without being named in `html.skip`."
        ),
        examples=[["wordpress"]],
    )
    pre: Switch = Field(
        False, description="Whether preformatted text (`<pre>`) is translated.", examples=[True]
    )
    bibliographies: Switch = Field(
        False,
        description=(
            "Whether lists under a heading such as References, Sources or संदर्भ are translated; "
            "by default they stay in the source language."
        ),
        examples=[True],
    )
    fields: tuple[Text, ...] = Field(
        ("title", "description", "summary"),
        description="Keys of a post's front matter whose text is translated.",
        examples=[["title", "description", "subtitle"]],
    )

    def skipped(self) -> tuple[str, ...]:
        """All selectors of what is left alone: those of the presets, then the site's own."""
        shipped = [selector for preset in self.presets for selector in PRESETS[preset]]
        return tuple(dict.fromkeys([*shipped, *self.skip]))


class HindiConfig(_Table):
    """House style of Hindi."""

    sentence_end: Literal["danda", "stop"] = Field(
        "danda",
        description='How a Hindi sentence ends: `"danda"` (।) or `"stop"` (a Latin full stop).',
        examples=["stop"],
    )
    language_name: Text = Field(
        "हिन्दी",
        description="How the language switcher writes the name of Hindi: हिन्दी or हिंदी.",
        examples=["हिंदी"],
    )


class EnglishConfig(_Table):
    """House style of English."""

    region: EnglishRegion = Field(
        "en-IN",
        description="Which English the site writes, as a BCP 47 tag: Indian English by default.",
        examples=["en-GB"],
    )


class PageConfig(_Table):
    """What dualpress adds to a page besides its translated text; each with its own switch."""

    decorate: Switch = Field(
        True,
        description=(
            "The master switch: `false` changes nothing but text, whatever the others say."
        ),
        examples=[False],
    )
    lang: Switch = Field(True, description="Set `<html lang>`.", examples=[False])
    canonical: Switch = Field(
        True,
        description="Write the canonical link and the hreflang alternates.",
        examples=[False],
    )
    og_locale: Switch = Field(
        True, description="Write `og:locale` and `og:locale:alternate`.", examples=[False]
    )
    json_ld: Switch = Field(
        True, description="Set `inLanguage` of the article's JSON-LD.", examples=[False]
    )
    switcher: Switch = Field(
        True, description="Place the links between the two languages.", examples=[False]
    )
    switcher_replaces: Selector | None = Field(
        None,
        description=(
            "CSS selector of the element whose place the switcher takes; without it, "
            "the switcher stands at the start of the page."
        ),
        examples=[".language-menu"],
    )
    block_ids: Switch = Field(
        True,
        description="Number paragraphs with `data-dp`, the same on both pages.",
        examples=[False],
    )
    urls: Switch = Field(
        True,
        description=(
            "Rewrite relative links and image addresses so that they lead where they led, "
            "and links to other articles to their version in the page's language."
        ),
        examples=[False],
    )
    notices: Switch = Field(
        True,
        description="Say on the page where its text is unreviewed or older than the source.",
        examples=[False],
    )
    robots: Switch = Field(
        True, description="Write `noindex` on pages with unreviewed text.", examples=[False]
    )
    template: Text | None = Field(
        None,
        description=(
            "A Jinja template, below the project folder, for posts that are no whole page; "
            "without it, the one that comes with dualpress."
        ),
        examples=["templates/page.html"],
    )


class ChecksConfig(_Table):
    """Which checks run on translations."""

    disabled: tuple[Text, ...] = Field(
        (),
        description="Names of checks that are not run, as `dualpress check` prints them.",
        examples=[["length", "sentence_end"]],
    )


class Config(_Table):
    """What stands above the first table of the file."""

    posts: Text = Field(
        "posts", description="The folder of the articles: HTML files.", examples=["content"]
    )
    po: Text = Field("po", description="The folder of the PO files.", examples=["translations"])
    output: Text = Field(
        "output",
        description="The folder that the pages are written to; it may lie outside the project.",
        examples=["../website/public"],
    )
    glossaries: tuple[Text, ...] = Field(
        ("glossaries/*.csv",),
        description=(
            "Glossary files of the project, in order: a later row has the say over an earlier "
            "one. `*` and `**` stand for any names."
        ),
        examples=[["glossaries/house.csv", "glossaries/names/*.csv"]],
    )
    shipped_glossaries: Switch = Field(
        True,
        description="Whether the glossaries that come with dualpress are used, before the others.",
        examples=[False],
    )
    models: Text | None = Field(
        None,
        description=(
            "The folder of the translation models; without it, dualpress's folder among the "
            "user's application data, which all projects share."
        ),
        examples=["models"],
    )
    engine: Text = Field(
        "auto",
        description=(
            'What translates by machine. `"auto"`: an installed Argos model, or nothing where '
            "there is none: then reviewed translations, memory and glossary alone."
        ),
        examples=["libretranslate"],
    )
    publish: Publish = Field(
        Publish.REVIEWED,
        description=(
            'Which articles become pages. `"reviewed"`: those whose every sentence a human '
            'confirmed; `"all"`: every article, drafts with a notice and `noindex`.'
        ),
        examples=["all"],
    )
    segments: Literal["sentence", "block"] = Field(
        "sentence",
        description=(
            'What a reviewer sees as one entry: a `"sentence"`, or a `"block"` (a whole paragraph).'
        ),
        examples=["block"],
    )
    site: SiteConfig = Field(default_factory=SiteConfig)
    html: HtmlConfig = Field(default_factory=HtmlConfig)
    hindi: HindiConfig = Field(default_factory=HindiConfig)
    english: EnglishConfig = Field(default_factory=EnglishConfig)
    page: PageConfig = Field(default_factory=PageConfig)
    checks: ChecksConfig = Field(default_factory=ChecksConfig)
    engines: EngineTables = Field(
        default_factory=dict,
        description=(
            "Settings of one engine, in a table of its name; the engine itself says what it takes."
        ),
        examples=['[engines.libretranslate]\nurl = "http://localhost:5000"'],
    )

    def engine_settings(self, name: str) -> Mapping[str, Any]:
        """The table ``[engines.<name>]``; empty where there is none."""
        return self.engines.get(name, {})
