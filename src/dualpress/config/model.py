"""Every option of ``dualpress.toml``: its type, its default and what it does.

The descriptions and examples here are the text of ``docs/configuration.md``,
which ``docs/configuration.py`` writes from these models.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic import StrictBool as Switch

from dualpress.article import Language, Publish
from dualpress.config.presets import PRESETS, Preset
from dualpress.config.validators import (
    Refused,
    attribute_selector,
    check_name,
    css_selector,
    empty_to_none,
    engine_name,
    is_one_address,
    known_engines,
    no_circle,
    no_password,
    region_of,
    safe_address,
    shortcut_keys,
    successor,
    url_pattern,
    web_address,
)
from dualpress.text.number_style import (
    CurrencyStyle,
    Digits,
    NumberStyle,
    PercentStyle,
    Scales,
    UnitStyle,
    house_style,
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
    "TermsConfig",
    "UrlBases",
    "UrlsConfig",
    "WordPressConfig",
]

Text = Annotated[str, StringConstraints(min_length=1)]
CheckName = Annotated[str, AfterValidator(check_name)]
Selector = Annotated[str, AfterValidator(css_selector)]
AttributeSelector = Annotated[str, AfterValidator(attribute_selector)]
Shortcut = Annotated[str, AfterValidator(shortcut_keys)]
Pattern = Annotated[str, AfterValidator(url_pattern)]
WebAddress = Annotated[str, AfterValidator(web_address)]
SafeAddress = Annotated[WebAddress, AfterValidator(safe_address)]
Successors = Annotated[
    dict[Text, Annotated[Text, AfterValidator(successor)]], AfterValidator(no_circle)
]
EnglishRegion = Annotated[str, AfterValidator(region_of("en"))]
HindiRegion = Annotated[str, AfterValidator(region_of("hi"))]
Grouping: TypeAlias = Literal["auto", "indian", "western"]
EngineName = Annotated[Text, AfterValidator(engine_name)]
EngineTables = Annotated[dict[str, dict[str, Any]], AfterValidator(known_engines)]


def _is_indian(grouping: str, usual: NumberStyle) -> bool:
    return usual.is_indian_grouping if grouping == "auto" else grouping == "indian"


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

    only: Literal["all", "translations"] = Field(
        default="all",
        description=(
            'Which pages are made: `"all"`, or `"translations"` for a site that has its originals '
            "already. The addresses of the originals are then those of their canonical links, and "
            "`manifest.json` names the links that belong into their heads."
        ),
        examples=["translations"],
    )

    def name_in(self, language: Language) -> str | None:
        """The site's name on pages in ``language``; ``None`` where none is set."""
        own = self.names.en if language is Language.EN else self.names.hi
        return own or self.name


class UrlBases(_Table):
    """The addresses of languages that are published at one of their own, such as a subdomain."""

    en: Annotated[WebAddress | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description="The address under which the folder `en` of `output` will be published.",
        examples=["https://en.example.org/"],
    )
    hi: Annotated[WebAddress | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description="The address under which the folder `hi` of `output` will be published.",
        examples=["https://hi.example.org/"],
    )

    def of(self, language: Language) -> str | None:
        """The language's own address; ``None`` where it stands under the site's."""
        return self.en if language is Language.EN else self.hi


class UrlsConfig(_Table):
    """Where on the site the pages stand; `docs/site-urls.md` tells more."""

    original: Annotated[Pattern | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description=(
            "The pattern of paths of pages in the language that the article was written in. "
            "Without it, each keeps its own: that of its canonical link under `site.base_url`, "
            "else that of the post."
        ),
        examples=["{lang}/{path}/"],
    )
    translation: Annotated[Pattern | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description=(
            "The pattern of paths of translations, of `{lang}`, `{path}` (the original's, without "
            "ending), `{folder}` (the same without its last part) and `{slug}`. Without it, "
            "`{lang}/{path}/`, or `{path}/` for a language with an address of its own."
        ),
        examples=["{path}.{lang}.html", "{lang}/{folder}/{slug}/"],
    )
    base_urls: UrlBases = Field(
        default=UrlBases(),
        description="Addresses of languages with a subdomain or domain of their own.",
    )
    media: Literal["copy", "link"] = Field(
        default="copy",
        description=(
            'What becomes of pictures and files beside the posts: `"copy"` puts them into '
            '`output`; `"link"` leaves them to the site, which has them at the same paths as '
            "`posts`."
        ),
        examples=["link"],
    )
    removed: Successors = Field(
        default_factory=dict,
        description=(
            "Where readers of an article that was removed are sent, by its id: an article, by its "
            "id too; a path of the site, with a slash at its start; or a web address. What is not "
            "named is told as gone (410)."
        ),
        examples=[{"2023/old-port": "2024/new-port"}],
    )


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
        default=("title", "description", "summary", "excerpt", "seo_title", "image_alt"),
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
    digits: Digits = Field(
        default=Digits.LATIN,
        description='The digits of drafts: `"latin"` (2025) or `"devanagari"` (२०२५).',
        examples=["devanagari"],
    )
    grouping: Grouping = Field(
        default="auto",
        description=(
            'How drafts group large numbers: `"indian"` (10,00,000), `"western"` (1,000,000), '
            'or `"auto"`, as the region does.'
        ),
        examples=["western"],
    )
    scales: Scales = Field(
        default=Scales.INDIAN,
        description=(
            'In which words drafts count: `"indian"` (लाख, करोड़, अरब), `"western"` (मिलियन, '
            'बिलियन), `"source"`, those of the source, or `"keep"`, those of the engine.'
        ),
        examples=["keep"],
    )
    currency: Literal["name", "keep"] = Field(
        default="name",
        description=(
            'How drafts write money: with the `"name"` (4.52 अरब डॉलर), or `"keep"`, as the '
            "engine does."
        ),
        examples=["keep"],
    )
    percent: PercentStyle = Field(
        default=PercentStyle.KEEP,
        description=(
            'How drafts write shares: `"word"` (5 प्रतिशत), `"sign"` (5%), or `"keep"`, as the '
            "engine does."
        ),
        examples=["word"],
    )
    units: UnitStyle = Field(
        default=UnitStyle.SHORT,
        description=(
            'How drafts write a unit that the engine left in Latin letters: `"short"` (5 किमी) '
            'or `"long"` (5 किलोमीटर).'
        ),
        examples=["long"],
    )

    @property
    def numbers(self) -> NumberStyle:
        """How numbers are written in Hindi."""
        usual = house_style(self.region)
        return replace(
            usual,
            digits=self.digits,
            is_indian_grouping=_is_indian(self.grouping, usual),
            scales=self.scales,
            currency=CurrencyStyle(self.currency),
            percent=self.percent,
            units=self.units,
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
    dates: Literal["auto", "day-first", "month-first"] = Field(
        default="auto",
        description=(
            'How drafts write dates: `"day-first"` (17 April 2025), `"month-first"` (April 17, '
            '2025), or `"auto"`, as the region does.'
        ),
        examples=["month-first"],
    )
    grouping: Grouping = Field(
        default="auto",
        description=(
            'How drafts group large numbers: `"indian"` (10,00,000), `"western"` (1,000,000), '
            'or `"auto"`, as the region does.'
        ),
        examples=["western"],
    )
    scales: Literal["auto", "indian", "western", "source", "keep"] = Field(
        default="auto",
        description=(
            'In which words drafts count: `"indian"` (lakh, crore), `"western"` (million, '
            'billion), `"source"`, those of the source, `"keep"`, those of the engine, or '
            '`"auto"`: those of the source in South Asia, and Western ones elsewhere.'
        ),
        examples=["western"],
    )
    currency: Literal["sign", "keep"] = Field(
        default="sign",
        description=(
            'How drafts write money: with the `"sign"` ($4.52 billion, Rs 500), or `"keep"`, as '
            "the engine does."
        ),
        examples=["keep"],
    )
    percent: PercentStyle = Field(
        default=PercentStyle.KEEP,
        description=(
            'How drafts write shares: `"word"` (5 per cent; 5 percent in America), `"sign"` (5%), '
            'or `"keep"`, as the engine does.'
        ),
        examples=["word"],
    )

    @property
    def numbers(self) -> NumberStyle:
        """How numbers are written in English."""
        usual = house_style(self.region)
        is_month_first = self.dates == "month-first"
        return replace(
            usual,
            is_indian_grouping=_is_indian(self.grouping, usual),
            scales=usual.scales if self.scales == "auto" else Scales(self.scales),
            currency=CurrencyStyle(self.currency),
            percent=self.percent,
            month_first=usual.month_first if self.dates == "auto" else is_month_first,
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
    charset: Switch = Field(
        default=True,
        description="Declare the encoding of a page that declares none, so that Hindi is shown "
        "as it is written.",
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
        description=(
            "Say on the page where its text is unreviewed, older than the source, or corrected."
        ),
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
    script: Switch = Field(
        default=True,
        description=(
            "Link to dualpress's script, with which the switcher leads to the paragraph being "
            "read. It is one small file of the site's own; without it, the switcher leads to the "
            "top of the other version."
        ),
        examples=[False],
    )
    shortcut: Annotated[Shortcut | None, BeforeValidator(empty_to_none)] = Field(
        default="Alt+L",
        description=(
            "The keys that lead a reader to the other version: `Alt`, `Control`, `Meta` or "
            "`Shift`, and a letter. An empty text: none. Needs `page.script`."
        ),
        examples=["Control+Alt+L"],
    )
    remember: Switch = Field(
        default=True,
        description=(
            "Let the browser keep which language a reader chose last, to mark it in the switcher. "
            "Nobody is sent to it unasked. Needs `page.script`."
        ),
        examples=[False],
    )
    switcher_follows: Switch = Field(
        default=True,
        description=(
            "Show the switcher at the foot of the window to a reader in the middle of the page "
            "who scrolls up. Needs `page.script` and `page.stylesheet`."
        ),
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
    paginate: int | None = Field(
        default=None,
        ge=1,
        description=(
            "How many articles a page of the lists shows; older ones are on `page/2/` and so on. "
            "Without it: 100, but all on one page where `index_template` is your own."
        ),
        examples=[30],
    )
    bilingual: Literal["off", "page", "link"] = Field(
        default="off",
        description=(
            "A page for each article with both versions side by side, `bilingual/` below the "
            'translation\'s: `"page"` makes it, `"link"` also leads to it from the switcher. '
            "It is `noindex` and in no sitemap."
        ),
        examples=["link"],
    )
    bilingual_template: Text | None = Field(
        default=None,
        description="The same for the pages with both versions side by side.",
        examples=["templates/bilingual.html"],
    )
    notice_template: Text | None = Field(
        default=None,
        description="The same for notices, corrections and the translator's name.",
        examples=["templates/notice.html"],
    )
    translator: Switch = Field(
        default=False,
        description=(
            "Name the translator on pages that a human approved in full, as `Last-Translator` of "
            "the PO file has it, without the address."
        ),
        examples=[True],
    )


class TermsConfig(_Table):
    """How the terms of the glossary are brought into drafts."""

    placeholders: Literal["auto", "off"] = Field(
        default="auto",
        description=(
            "Whether the machine is asked again, with placeholders for the terms, where all its "
            'translations of a sentence lack a term. `"auto"`: where `dualpress bench terms` has '
            'measured that the engine gives a kind of placeholder back as it was; `"off"`: never.'
        ),
        examples=["off"],
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


class WordPressConfig(_Table):
    """The WordPress that posts come from and go back to; `docs/wordpress.md` tells more."""

    url: Annotated[SafeAddress | None, BeforeValidator(empty_to_none)] = Field(
        default=None,
        description=(
            "The address of the site: HTTPS, or HTTP on this machine. `dualpress publish "
            "wordpress` needs it."
        ),
        examples=["https://www.example.org/"],
    )
    user: Text | None = Field(
        default=None,
        description=(
            "The login name of the user who writes the translations. The application password "
            "stands in no file: `dualpress publish login` keeps it in the system's keyring."
        ),
        examples=["asha"],
    )
    status: Literal["draft", "publish"] = Field(
        default="draft",
        description=(
            'What a new translation is in WordPress: a `"draft"` for an editor to publish, or '
            '`"publish"`, at once. One that is there keeps the status that it has.'
        ),
        examples=["publish"],
    )

    plugin: Literal["polylang", "wpml", "none"] = Field(
        default="polylang",
        description=(
            'The plugin by which the site knows languages and pairs: `"polylang"`, `"wpml"` '
            '(with its WPML Export and Import), or `"none"`: then `dualpress export --to '
            "wordpress-switcher` makes a switcher for the theme."
        ),
        examples=["wpml"],
    )

    @model_validator(mode="before")
    @classmethod
    def _refuse_passwords(cls, told: Any) -> Any:
        """A file of the project is committed and sent around."""
        return no_password(told)


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
    urls: UrlsConfig = UrlsConfig()
    html: HtmlConfig = HtmlConfig()
    hindi: HindiConfig = HindiConfig()
    english: EnglishConfig = EnglishConfig()
    page: PageConfig = PageConfig()
    terms: TermsConfig = TermsConfig()
    checks: ChecksConfig = ChecksConfig()
    wordpress: WordPressConfig = WordPressConfig()
    engines: EngineTables = Field(
        default_factory=dict,
        description=(
            "Settings of one engine, in a table of its name. A relative `path` starts at the "
            "project's folder."
        ),
        examples=['[engines.libretranslate]\nurl = "http://localhost:5000"'],
    )

    @field_validator("urls")
    @classmethod
    def _has_own_addresses(cls, urls: UrlsConfig, info: ValidationInfo) -> UrlsConfig:
        """Refuse one address for the site and a language: their pages would be the same."""
        site = info.data.get("site")
        own = [site.base_url if site else None, urls.base_urls.en, urls.base_urls.hi]
        if any(is_one_address(one, other) for one, other in combinations(own, 2)):
            raise Refused(
                "has one address twice under base_urls, or that of the site",
                "Give each language an address of its own, or leave it out",
            )
        return urls

    def number_style(self, language: Language) -> NumberStyle:
        """How the house writes numbers in a language."""
        return (self.english if language is Language.EN else self.hindi).numbers
