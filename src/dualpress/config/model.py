"""Every option of ``dualpress.toml``: its type, its default and what it does.

The descriptions and examples here are the text of ``docs/configuration.md``,
which ``docs/configuration.py`` writes from these models.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic import StrictBool as Switch

from dualpress.article import Language, Publish
from dualpress.config.presets import PRESETS, Preset
from dualpress.config.validators import (
    attribute_selector,
    check_name,
    css_selector,
    empty_to_none,
    engine_name,
    known_engines,
    region_of,
    web_address,
)

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
CheckName = Annotated[str, AfterValidator(check_name)]
Selector = Annotated[str, AfterValidator(css_selector)]
AttributeSelector = Annotated[str, AfterValidator(attribute_selector)]
WebAddress = Annotated[str, AfterValidator(web_address)]
EnglishRegion = Annotated[str, AfterValidator(region_of("en"))]
HindiRegion = Annotated[str, AfterValidator(region_of("hi"))]
EngineName = Annotated[Text, AfterValidator(engine_name)]
EngineTables = Annotated[dict[str, dict[str, Any]], AfterValidator(known_engines)]


class _Table(BaseModel):
    """A table of the file: nothing unknown in it, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteNames(_Table):
    """The site's name where the two languages write it differently."""

    en: Text | None = Field(
        default=None, description="The name on English pages.", examples=["Coastal Review"]
    )
    hi: Text | None = Field(
        default=None, description="The name on Hindi pages.", examples=["तटीय समीक्षा"]
    )


class SiteConfig(_Table):
    """The site that the pages are for."""

    base_url: Annotated[WebAddress | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description=(
            "The address under which `output` will be published, with its path if it has one. "
            "Canonical and hreflang links and `sitemap.xml` need it; without it they are left out."
        ),
        examples=["https://www.example.org/blog/"],
    )
    name: Text | None = Field(
        default=None,
        description="The site's name, for page titles and the index pages.",
        examples=["Coastal Review"],
    )
    names: SiteNames = Field(
        default=SiteNames(),
        description="The site's name by language; what is not given here is `site.name`.",
    )
    x_default: Language = Field(
        default=Language.EN,
        description="The version for readers of any other language, where both are published.",
        examples=["hi"],
    )

    def name_in(self, language: Language) -> str | None:
        """The site's name on pages in ``language``; ``None`` where none is set."""
        own = self.names.en if language is Language.EN else self.names.hi
        return own or self.name


class HtmlConfig(_Table):
    """Which parts of a post are text to translate."""

    content: tuple[Selector, ...] = Field(
        default=(),
        description=(
            "CSS selectors of the parts that are translated, besides the page's title and "
            "description. Empty: the whole page, but for what is skipped. A selector here, in "
            "`html.skip` or in `html.attributes` that matches nothing in any post is reported."
        ),
        examples=[["article", ".entry-content"]],
    )
    skip: tuple[Selector, ...] = Field(
        default=(),
        description="CSS selectors of parts that are left as they are, besides the presets'.",
        examples=[[".author-box", "#cookie-banner"]],
    )
    attributes: tuple[AttributeSelector, ...] = Field(
        default=(),
        description=(
            "CSS selectors of attributes that are translated besides those that always are "
            "(`alt`, `title`, `placeholder` …): what stands last in square brackets, without a "
            "value, is the attribute."
        ),
        examples=[["[data-caption]", "figure > img[data-title]"]],
    )
    presets: tuple[Preset, ...] = Field(
        default=tuple(PRESETS),
        description=(
            "Programs whose share buttons, ratings, forms, comments, cookie notices, reading "
            "times and lists of other posts are skipped without being named in `html.skip`. "
            "For Hugo and Jekyll these are the widgets of common themes."
        ),
        examples=[["wordpress"]],
    )
    pre: Switch = Field(
        default=False,
        description="Whether preformatted text (`<pre>`) is translated.",
        examples=[True],
    )
    bibliographies: Switch = Field(
        default=False,
        description=(
            "Whether lists under a heading such as References, Sources, Further reading or संदर्भ "
            "are translated, and lists of a class such as `references`; by default they stay in "
            "the source language."
        ),
        examples=[True],
    )
    fields: tuple[Text, ...] = Field(
        default=("title", "description", "summary"),
        description="Keys of a post's front matter whose text is translated.",
        examples=[["title", "description", "subtitle"]],
    )

    @property
    def skipped(self) -> tuple[str, ...]:
        """All selectors of what is left alone: those of every site, the presets', its own."""
        from dualpress.html.policy import DEFAULT_SKIP  # slow to import

        shipped = [selector for preset in self.presets for selector in PRESETS[preset]]
        return tuple(dict.fromkeys([*DEFAULT_SKIP, *shipped, *self.skip]))


class HindiConfig(_Table):
    """House style of Hindi."""

    sentence_end: Literal["danda", "stop"] = Field(
        default="danda",
        description='How a Hindi sentence ends: `"danda"` (।) or `"stop"` (a Latin full stop).',
        examples=["stop"],
    )
    language_name: Text = Field(
        default="हिन्दी",
        description="How the language switcher writes the name of Hindi: हिन्दी or हिंदी.",
        examples=["हिंदी"],
    )
    region: HindiRegion = Field(
        default="hi-IN",
        description="Where the site's Hindi is written, as a BCP 47 tag.",
        examples=["hi-NP"],
    )


class EnglishConfig(_Table):
    """House style of English."""

    region: EnglishRegion = Field(
        default="en-IN",
        description="Which English the site writes, as a BCP 47 tag: Indian English by default.",
        examples=["en-GB"],
    )
    language_name: Text = Field(
        default="English",
        description="How the language switcher writes the name of English.",
        examples=["English (India)"],
    )


class PageConfig(_Table):
    """What dualpress adds to a page besides its translated text; each with its own switch."""

    decorate: Switch = Field(
        default=True,
        description=(
            "The master switch: `false` changes nothing but text, whatever the others say."
        ),
        examples=[False],
    )
    lang: Switch = Field(default=True, description="Set `<html lang>`.", examples=[False])
    canonical: Switch = Field(
        default=True,
        description="Write the canonical link, and the page's own address where it is named.",
        examples=[False],
    )
    alternates: Switch = Field(
        default=True,
        description="Write the hreflang links between the two versions.",
        examples=[False],
    )
    og_locale: Switch = Field(
        default=True, description="Write `og:locale` and `og:locale:alternate`.", examples=[False]
    )
    json_ld: Switch = Field(
        default=True, description="Set `inLanguage` of the article's JSON-LD.", examples=[False]
    )
    switcher: Switch = Field(
        default=True, description="Place the links between the two languages.", examples=[False]
    )
    switcher_replaces: Selector | None = Field(
        default=None,
        description=(
            "CSS selector of the element whose place the switcher takes; without it, "
            "the switcher stands at the start of the page."
        ),
        examples=[".language-menu"],
    )
    block_ids: Switch = Field(
        default=True,
        description="Number paragraphs with `data-dp`, the same on both pages.",
        examples=[False],
    )
    urls: Switch = Field(
        default=True,
        description=(
            "Rewrite relative links and image addresses so that they lead where they led, "
            "and links to other articles to their version in the page's language."
        ),
        examples=[False],
    )
    notices: Switch = Field(
        default=True,
        description="Say on the page where its text is unreviewed or older than the source.",
        examples=[False],
    )
    robots: Switch = Field(
        default=True, description="Write `noindex` on pages with unreviewed text.", examples=[False]
    )
    stylesheet: Switch = Field(
        default=True,
        description="Link to dualpress's style for the switcher, the notices and Devanagari.",
        examples=[False],
    )
    template: Text | None = Field(
        default=None,
        description=(
            "A Jinja template, below the project folder, for posts that are no whole page; "
            "without it, the one that comes with dualpress."
        ),
        examples=["templates/page.html"],
    )
    index_template: Text | None = Field(
        default=None,
        description="The same for the lists of articles.",
        examples=["templates/index.html"],
    )


class ChecksConfig(_Table):
    """Which checks run on translations."""

    disabled: tuple[CheckName, ...] = Field(
        default=(),
        description=(
            "Names of checks that are not run, as `dualpress check` prints them. `empty`, "
            "`characters` and `tags` are run all the same: no page could be written without them."
        ),
        examples=[["length", "sentence_end"]],
    )


class Config(_Table):
    """What stands above the first table of the file."""

    posts: Text = Field(
        default="posts", description="The folder of the articles: HTML files.", examples=["content"]
    )
    po: Text = Field(
        default="po", description="The folder of the PO files.", examples=["translations"]
    )
    output: Text = Field(
        default="output",
        description="The folder that the pages are written to; it may lie outside the project.",
        examples=["../website/public"],
    )
    glossaries: tuple[Text, ...] = Field(
        default=("glossaries/*.csv",),
        description=(
            "Glossary files of the project, in order: a later row has the say over an earlier "
            "one. `*` and `**` stand for any names."
        ),
        examples=[["glossaries/house.csv", "glossaries/names/*.csv"]],
    )
    shipped_glossaries: Switch = Field(
        default=True,
        description="Whether the glossaries that come with dualpress are used, before the others.",
        examples=[False],
    )
    models: Text | None = Field(
        default=None,
        description=(
            "The folder of the translation models; without it, dualpress's folder among the "
            "user's application data, which all projects share."
        ),
        examples=["models"],
    )
    engine: EngineName = Field(
        default="auto",
        description=(
            'What translates by machine. `"auto"`: an installed Argos model, or nothing where '
            "there is none: then reviewed translations, memory and glossary alone."
        ),
        examples=["libretranslate"],
    )
    publish: Publish = Field(
        default=Publish.REVIEWED,
        description=(
            'Which articles become pages. `"reviewed"`: those whose every sentence a human '
            'confirmed; `"all"`: every article, drafts with a notice and `noindex`.'
        ),
        examples=["all"],
    )
    segments: Literal["sentence", "block"] = Field(
        default="sentence",
        description=(
            'What a reviewer sees as one entry: a `"sentence"`, or a `"block"` (a whole paragraph).'
        ),
        examples=["block"],
    )
    site: SiteConfig = SiteConfig()
    html: HtmlConfig = HtmlConfig()
    hindi: HindiConfig = HindiConfig()
    english: EnglishConfig = EnglishConfig()
    page: PageConfig = PageConfig()
    checks: ChecksConfig = ChecksConfig()
    engines: EngineTables = Field(
        default_factory=dict,
        description=(
            "Settings of one engine, in a table of its name. A relative `path` starts at the "
            "project's folder."
        ),
        examples=['[engines.libretranslate]\nurl = "http://localhost:5000"'],
    )
