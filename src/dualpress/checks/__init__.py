"""What may be wrong with a translation: each check is one question, in one file.

Errors are lost facts (numbers, terms, tags, script, loops); warnings are for a
human to look at. Hindi is judged by its own rules: editors' built-in checks
flag the danda, Indian grouping and Devanagari acronyms.
"""

from dualpress.checks.article_base import ArticleCheck, ArticleFinding
from dualpress.checks.base import Check, Finding, Pair, SentenceEnd, Severity
from dualpress.checks.mend import mended
from dualpress.checks.registry import (
    CHECKS,
    SideBySide,
    check_named,
    run_article_checks,
    run_checks,
)
from dualpress.checks.waivers import misspelt_waivers, read_waivers, waived

__all__ = [
    "CHECKS",
    "ArticleCheck",
    "ArticleFinding",
    "Check",
    "Finding",
    "Pair",
    "SentenceEnd",
    "Severity",
    "SideBySide",
    "check_named",
    "mended",
    "misspelt_waivers",
    "read_waivers",
    "run_article_checks",
    "run_checks",
    "waived",
]
