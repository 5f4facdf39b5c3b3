"""Proves of a site in two languages, whatever made it, that its pages are in pairs.

What is read of a page is kept in :class:`.PageFacts`; the rules look at these
and never at the page, so that a site of thousands of pages fits into memory.
"""

from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.folder import read_folder
from dualpress.site.verify.registry import RULES, run_rules
from dualpress.site.verify.site import VerifiedSite
from dualpress.site.verify.web import read_web

__all__ = ["RULES", "Finding", "Rule", "VerifiedSite", "read_folder", "read_web", "run_rules"]
