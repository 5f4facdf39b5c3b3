"""What may be wrong with a translation: each check is one question, in one file.

Errors are lost facts (numbers, terms, tags, script, loops); warnings are for a
human to look at. Hindi is judged by its own rules: editors' built-in checks
flag the danda, Indian grouping and Devanagari acronyms.
"""

from dualpress.checks.base import Check, Finding, Pair, SentenceEnd, Severity
from dualpress.checks.registry import CHECKS, check_named, run_checks
from dualpress.checks.waivers import waived

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Pair",
    "SentenceEnd",
    "Severity",
    "check_named",
    "run_checks",
    "waived",
]
