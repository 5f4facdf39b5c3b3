import pytest

from dualpress.article import Language
from dualpress.site.url_patterns import UrlPattern


@pytest.mark.parametrize(
    ("pattern", "path", "expanded"),
    [
        ("{lang}/{path}/", "2024/x/", "hi/2024/x/"),
        ("{lang}/{path}/", "2024/x.html", "hi/2024/x/"),
        ("{lang}/{path}/", "2024/x/index.html", "hi/2024/x/"),
        ("{lang}/{path}/", "2024/x", "hi/2024/x/"),
        ("{path}.{lang}.html", "2024/x.htm", "2024/x.hi.html"),
        ("{lang}/{path}", "2024/x/", "hi/2024/x"),
        ("{lang}/{folder}/{slug}/", "2024/x/", "hi/2024/nadi/"),
        ("{lang}/{folder}/{slug}/", "x/", "hi/nadi/"),
        ("/{lang}/{path}/", "x.y/", "hi/x.y/"),
        ("cafe\u0301/{path}/", "x/", "caf\u00e9/x/"),
    ],
)
def test_a_pattern_makes_the_path_of_a_page(pattern: str, path: str, expanded: str) -> None:
    assert UrlPattern(pattern).expand(Language.HI, path, "nadi") == expanded
