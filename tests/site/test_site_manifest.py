"""The manifest: what is a pair, in the shape that its schema tells."""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_support import (
    BASE,
    EN,
    dated,
    entry,
    site,
)

from dualpress.article import Status
from dualpress.site.manifest import manifest, manifest_schema, pair_text
from dualpress.site.model import Site


def written(found: Site) -> Any:
    pages = {a.path(v): f"{a.id} {v}".encode() for a in found.articles for v in a.versions}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}
    return json.loads(b"".join(manifest(found, digests)))


def test_the_manifest_tells_what_is_a_pair() -> None:
    article = replace(
        entry(counts={Status.REVIEWED: 3, Status.DRAFT: 0}), date=datetime.date(2025, 4, 17)
    )
    pair = {
        "en": f"{BASE}en/harbour/",
        "hi": f"{BASE}hi/harbour/",
        "x-default": f"{BASE}en/harbour/",
    }
    assert written(site(article, base_url=BASE)) == {
        "schema": 2,
        "base_url": BASE,
        "pairs": [
            {
                "id": "harbour",
                "source_language": "en",
                "date": "2025-04-17",
                "versions": {
                    "en": {
                        "path": "en/harbour/index.html",
                        "url": f"{BASE}en/harbour/",
                        "alternates": pair,
                        "title": "harbour en",
                        "sha256": hashlib.sha256(b"harbour en").hexdigest(),
                        "indexable": True,
                        "modified": None,
                        "segments": {},
                    },
                    "hi": {
                        "path": "hi/harbour/index.html",
                        "url": f"{BASE}hi/harbour/",
                        "alternates": pair,
                        "title": "harbour hi",
                        "sha256": hashlib.sha256(b"harbour hi").hexdigest(),
                        "indexable": True,
                        "modified": None,
                        "segments": {"reviewed": 3},
                    },
                },
            }
        ],
    }


def test_the_manifest_does_not_depend_on_the_order_of_articles() -> None:
    a, b = entry("a"), entry("b")
    assert written(site(a, b)) == written(site(b, a))


def test_the_manifest_leaves_out_what_is_not_published() -> None:
    assert written(site(entry(languages=())))["pairs"] == []


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """What a JSON Schema finds wrong; knows the keywords that the manifest's uses, and no more."""
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    for keyword, wanted in schema.items():
        match keyword:
            case "$schema" | "title" | "description" | "$defs" | "format" | "minProperties":
                pass
            case "$ref":
                yield from faults(value, root["$defs"][wanted.rpartition("/")[2]], root, at)
            case "type":
                allowed = [wanted] if isinstance(wanted, str) else wanted
                if not any(
                    value is None if t == "null" else type(value) is types[t] for t in allowed
                ):
                    yield f"{at} is no {wanted}"
            case "const" | "enum":
                if value not in (wanted if keyword == "enum" else [wanted]):
                    yield f"{at} is not {wanted}"
            case "pattern" | "minLength":
                pattern = wanted if keyword == "pattern" else "." * wanted
                if isinstance(value, str) and not re.search(pattern, value):
                    yield f"{at} does not match {wanted}"
            case "minimum":
                yield from [f"{at} is below {wanted}"] if value < wanted else []
            case "required":
                yield from (f"{at} lacks {name}" for name in wanted if name not in value)
            case "properties":
                for name in wanted.keys() & value.keys():
                    yield from faults(value[name], wanted[name], root, f"{at}/{name}")
            case "additionalProperties":
                for name in value.keys() - schema.get("properties", {}).keys():
                    rest = wanted if isinstance(wanted, dict) else {"enum": []}
                    yield from faults(value[name], rest, root, f"{at}/{name}")
            case "propertyNames":
                for name in value:
                    yield from faults(name, wanted, root, f"{at}/{name}")
            case "items":
                for index, item in enumerate(value):
                    yield from faults(item, wanted, root, f"{at}/{index}")
            case _:
                raise AssertionError(f"the keyword {keyword} is unknown here")


@pytest.mark.parametrize("base_url", [None, BASE])
def test_the_manifest_has_the_shape_that_its_schema_tells(base_url: str | None) -> None:
    found = site(
        dated("2024/a", 17),
        entry("b", counts=dict.fromkeys(Status, 2)),
        entry("c", indexable=False),
        base_url=base_url,
    )
    schema = manifest_schema()
    assert list(faults(written(found), schema, schema)) == []


def test_the_schema_finds_what_is_wrong() -> None:
    schema = manifest_schema()
    document = written(site(entry()))
    document["schema"] = 1
    document["pairs"][0]["versions"]["hi"]["sha256"] = "x"
    document["pairs"][0]["extra"] = None
    assert len(list(faults(document, schema, schema))) == 3


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_manifest_is_as_pythons_own_encoder_indents_it(title: str) -> None:
    one = entry("a", languages=(EN,))
    one = replace(one, versions={EN: replace(one.versions[EN], title=title)})
    found = site(one, replace(one, id="b"))
    digests = {article.path(EN): "0" for article in found.articles}

    data = b"".join(manifest(found, digests)).decode()

    assert data == json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"
    assert json.loads(data)["pairs"][1]["versions"]["en"]["title"] == title
    known = {article.id: pair_text(found, article, digests) for article in found.articles}
    assert b"".join(manifest(found, {}, known)).decode() == data


def test_a_manifest_of_nothing_is_indented_likewise() -> None:
    data = b"".join(manifest(site(), {})).decode()

    assert data == json.dumps(json.loads(data), indent=2) + "\n"
