"""Pages that dualpress makes itself, from Jinja templates that a publisher can replace."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.site.dates import format_date

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = [
    "Fragment",
    "LanguageLink",
    "ListedArticle",
    "render_choice",
    "render_fragment",
    "render_listing",
    "stylesheet",
    "template_environment",
]

_LISTING_TITLES = {Language.EN: "Articles", Language.HI: "लेख"}
_FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Fragment:
    """The content of a page without the page around it.

    Args:
        body: its HTML, put into the template as it is.
        title: for the head.
        description: for the head; may be empty.
        language: that it is in.
        heading: for the page; empty where the body has its own.
        site_name: in the fragment's language; may be empty.
    """

    body: str
    title: str
    description: str
    language: Language
    heading: str
    site_name: str = ""


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in a list.

    Args:
        url: of its page, as the list links to it.
        title: of the article.
        description: of the article; may be empty.
        date: when it was published, where that is known.
    """

    url: str
    title: str
    description: str
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link to what there is in one language.

    Args:
        url: where it leads.
        language: of what is there.
        name: of the language, in itself.
    """

    url: str
    language: Language
    name: str


def render_fragment(fragment: Fragment, template: Path | None = None) -> str:
    """Put a fragment into a page.

    Args:
        fragment: the content.
        template: the publisher's own; it is given ``body``, ``title``,
            ``description``, ``heading``, ``site_name`` and ``language``.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    from markupsafe import Markup

    return _render(
        "page.html",
        template,
        # The publisher's own HTML, whose text alone was changed, and escaped.
        body=Markup(fragment.body),  # noqa: S704
        title=fragment.title,
        description=fragment.description,
        heading=fragment.heading,
        site_name=fragment.site_name,
        language=fragment.language.value,
    )


def render_listing(
    articles: list[ListedArticle], language: Language, site_name: str, template: Path | None = None
) -> str:
    """Make the list of articles in a language.

    Args:
        articles: in the order of the list.
        language: of the list.
        site_name: in that language; may be empty.
        template: the publisher's own; it is given ``articles``, ``title``,
            ``language`` and ``format_date``, a function.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    return _render(
        "index.html",
        template,
        articles=articles,
        title=site_name or _LISTING_TITLES[language],
        language=language.value,
        format_date=lambda date: format_date(date, language),
    )


def render_choice(links: list[LanguageLink]) -> str:
    """Make the page at which a reader chooses a language."""
    return _render("choice.html", None, links=links)


def stylesheet() -> bytes:
    """The style of the switcher, the notices and the pages made here."""
    return files("dualpress.site").joinpath(_FOLDER, "dualpress.css").read_bytes()


def _render(name: str, template: Path | None, **values: object) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError

    source = files("dualpress.site").joinpath(_FOLDER, name) if template is None else template
    try:
        return template_environment().from_string(source.read_text("utf-8")).render(values)
    except (OSError, UnicodeDecodeError) as error:
        cause = f"the template cannot be read: {_reason(error)}"
        raise ConfigError(cause, path=template) from error
    except TemplateError as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else None
        raise ConfigError(
            f"the template cannot be used: {error.message}", path=template, line=line
        ) from error


def template_environment() -> Environment:
    """How all templates are read: escaped, and nothing in them undefined."""
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8"
