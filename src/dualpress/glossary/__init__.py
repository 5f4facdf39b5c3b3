"""What names and terms are called: reading, finding, checking and writing them.

Nothing here knows of HTML, PO or an engine. Texts are plain, or segments with
their inline tags; spans are offsets into them.
"""

from dualpress.glossary.check import TermFinding, TermProblem, check_terms, list_terms
from dualpress.glossary.enforce import Enforced, TermRepair, enforce
from dualpress.glossary.exact import translate_exact
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import Matcher, TermMatch
from dualpress.glossary.read import read_glossary
from dualpress.glossary.terms import Case, Gender, Kind, ReadAs, Term

__all__ = [
    "Case",
    "Enforced",
    "Gender",
    "Glossary",
    "Kind",
    "Matcher",
    "ReadAs",
    "Term",
    "TermFinding",
    "TermMatch",
    "TermProblem",
    "TermRepair",
    "check_terms",
    "enforce",
    "list_terms",
    "read_glossary",
    "translate_exact",
]
