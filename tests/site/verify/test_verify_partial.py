"""The translations alone: their originals are published elsewhere, and that is no fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from verify_support import BASE, Edit, Files, clean_site, edited, fails, found, passes

HI = "hi/river/index.html"
LINK = '<link rel="alternate" hreflang="{}" href="{}">\n'
TO_EN = LINK.format("en", f"{BASE}en/river/")
SWITCH = '<a href="../../en/river/" hreflang="en" lang="en">English</a>'


def partial() -> dict[str, str]:
    """The Hindi pages of the site, and a manifest that tells where the English ones are."""
    names = ("", "river/", "road/")
    pairs = [
        {
            "id": name,
            "versions": {
                "en": {"path": None, "url": f"{BASE}en/{name}", "indexable": True},
                "hi": {"path": f"hi/{name}index.html", "url": f"{BASE}hi/{name}"},
            },
        }
        for name in names
    ]
    manifest = json.dumps({"schema": 2, "base_url": BASE, "pairs": pairs})
    kept = {path: text for path, text in clean_site().items() if not path.startswith("en/")}
    return {**kept, "manifest.json": manifest}


def test_originals_that_are_elsewhere_are_no_finding(tmp_path: Path) -> None:
    passes(partial(), tmp_path)


def test_without_the_manifest_they_are(tmp_path: Path) -> None:
    files = {path: text for path, text in partial().items() if path != "manifest.json"}
    rules = {finding.rule for finding in found(files, tmp_path, base_url=BASE)}
    assert rules == {"missing-target", "switcher-target", "json-ld"}


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("alternates", edited(HI, TO_EN, "")),
        ("alternates", edited(HI, TO_EN, LINK.format("en", f"{BASE}en/rivers/"))),
        ("switcher", edited(HI, SWITCH, "")),
        ("switcher-target", edited(HI, SWITCH, SWITCH.replace("river/", "road/"))),
        ("switcher-text", edited(HI, SWITCH, SWITCH.replace("English", "Eng"))),
        ("switcher-lang", edited(HI, SWITCH, SWITCH.replace(' lang="en"', ""))),
        ("json-ld", edited(HI, f'"@id": "{BASE}en/river/"', f'"@id": "{BASE}en/road/"')),
        ("og-locale", edited(HI, '<meta property="og:locale:alternate" content="en_IN">', "")),
        ("canonical", edited(HI, f'<link rel="canonical" href="{BASE}hi/river/">', "")),
        ("sitemap-entry", edited("sitemap.xml", f"<url><loc>{BASE}hi/river/</loc></url>", "")),
        (
            "og-url",
            edited(HI, "<title>", f'<meta property="og:url" content="{BASE}en/river/"><title>'),
        ),
        ("asset", edited(HI, "../../media/map.png", "../../media/maps.png")),
        ("link-target", edited(HI, "https://example.com/report", "../sea/")),
    ],
)
def test_what_can_be_judged_is(rule: str, edit: Edit, tmp_path: Path) -> None:
    fails(edit(partial()), tmp_path, rule, path=HI if rule != "sitemap-entry" else "")


@pytest.mark.parametrize("href", ["/blog/about/", "/blog/map.pdf", "../../2024/x/#a"])
def test_the_rest_of_the_site_is_not_judged(href: str, tmp_path: Path) -> None:
    passes(edited(HI, "https://example.com/report", href)(partial()), tmp_path)


def test_an_original_that_is_not_listed_need_not_be_named(tmp_path: Path) -> None:
    files: Files = partial()
    files = edited("manifest.json", '"indexable": true', '"indexable": false')(files)
    rules = {finding.rule for finding in found(edited(HI, TO_EN, "")(files), tmp_path)}
    assert "alternates" not in rules
