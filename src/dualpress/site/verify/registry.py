"""All rules, and how they are run."""

from __future__ import annotations

from collections.abc import Collection

from dualpress.errors import UsageError
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.rules.addresses import (
    AbsoluteRule,
    BasePathRule,
    DoubleSlashRule,
    HostRule,
    TrailingSlashRule,
)
from dualpress.site.verify.rules.alternates import AlternatesRule, ReturnLinkRule, SelfLinkRule
from dualpress.site.verify.rules.assets import AssetRule
from dualpress.site.verify.rules.canonical import CanonicalRule, OutsideHeadRule
from dualpress.site.verify.rules.encoding import CharsetRule
from dualpress.site.verify.rules.folders import LanguageFolderRule
from dualpress.site.verify.rules.hreflang import HreflangRule
from dualpress.site.verify.rules.json_ld import JsonLdRule
from dualpress.site.verify.rules.language import LangRule
from dualpress.site.verify.rules.links import LinkTargetRule
from dualpress.site.verify.rules.open_graph import OpenGraphLocaleRule, OpenGraphUrlRule
from dualpress.site.verify.rules.redirects import RedirectRule
from dualpress.site.verify.rules.sitemap import (
    SitemapAlternatesRule,
    SitemapEntryRule,
    SitemapFileRule,
)
from dualpress.site.verify.rules.structure import (
    BlocksRule,
    EmptyBlockRule,
    HeadingsRule,
    ImagesRule,
    LinksRule,
)
from dualpress.site.verify.rules.switcher import (
    SwitcherCurrentRule,
    SwitcherLangRule,
    SwitcherRule,
    SwitcherTargetRule,
    SwitcherTextRule,
)
from dualpress.site.verify.rules.targets import (
    MissingTargetRule,
    NoindexTargetRule,
    RedirectTargetRule,
)
from dualpress.site.verify.rules.text import LeakRule, ScriptRule
from dualpress.site.verify.rules.x_default import XDefaultRule
from dualpress.site.verify.site import VerifiedSite

__all__ = ["RULES", "run_rules"]

RULES: tuple[Rule, ...] = (
    AlternatesRule(),
    ReturnLinkRule(),
    SelfLinkRule(),
    XDefaultRule(),
    HreflangRule(),
    MissingTargetRule(),
    NoindexTargetRule(),
    RedirectTargetRule(),
    LangRule(),
    LanguageFolderRule(),
    CharsetRule(),
    CanonicalRule(),
    OutsideHeadRule(),
    OpenGraphLocaleRule(),
    OpenGraphUrlRule(),
    JsonLdRule(),
    AbsoluteRule(),
    HostRule(),
    BasePathRule(),
    DoubleSlashRule(),
    TrailingSlashRule(),
    SwitcherRule(),
    SwitcherTargetRule(),
    SwitcherTextRule(),
    SwitcherLangRule(),
    SwitcherCurrentRule(),
    SitemapFileRule(),
    SitemapEntryRule(),
    SitemapAlternatesRule(),
    RedirectRule(),
    ScriptRule(),
    LeakRule(),
    HeadingsRule(),
    ImagesRule(),
    LinksRule(),
    BlocksRule(),
    EmptyBlockRule(),
    LinkTargetRule(),
    AssetRule(),
)
"""Every rule, in the order in which ``docs/verify.md`` tells of them."""


def run_rules(site: VerifiedSite, *, ignored: Collection[str] = frozenset()) -> list[Finding]:
    """Ask a site all questions.

    Args:
        site: what was read.
        ignored: ids of rules that are not run.

    Returns:
        The findings, by file and line, each once.

    Raises:
        UsageError: there is no rule of such an id.
    """
    _require_known(ignored)
    chosen = [
        rule
        for rule in RULES
        if rule.id not in ignored and (site.has_address or not rule.needs_address)
    ]
    return sorted({finding for rule in chosen for finding in rule.run(site)})


def _require_known(ignored: Collection[str]) -> None:
    names = [rule.id for rule in RULES]
    for name in ignored:
        if name not in names:
            raise UsageError(
                f"There is no rule “{name}”", hint=f"The rules are {', '.join(names)}."
            )
