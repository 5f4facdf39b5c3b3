from __future__ import annotations

import pytest

from dualpress.html.offsets import parse
from dualpress.site.exporters.template_marks import shown_by_hugo, shown_by_liquid


@pytest.mark.parametrize("text", ["{{< figure >}}", "{{% note %}}", "{{{< x >}}}"])
def test_hugo_finds_no_shortcode_and_a_browser_shows_it(text: str) -> None:
    html = shown_by_hugo(text.replace("<", "&lt;") if "%" not in text else text)
    raw = shown_by_hugo(text)
    assert "{{<" not in raw
    assert "{{%" not in raw
    assert parse(html).soup.get_text() == text


def test_marks_that_hugo_does_not_know_stay() -> None:
    assert shown_by_hugo("{{ x }} {% y %}") == "{{ x }} {% y %}"


@pytest.mark.parametrize("text", ["{{ x }}", "{% y %}", "{{{ z }}}", "{{< w >}}", "{{% v %}}"])
def test_liquid_is_given_every_brace_that_opens_a_mark_in_quotes(text: str) -> None:
    written = shown_by_liquid(text, runs_marks=False)
    assert written.replace('{{ "{" }}', "{") == text
    assert "{{" not in written.replace('{{ "{" }}', "(")
    assert "{%" not in written.replace('{{ "{" }}', "(")


def test_liquids_own_marks_can_be_left_to_it() -> None:
    text = "{{ page.title }} {% include a.html %} {{< figure >}}"
    written = shown_by_liquid(text, runs_marks=True)
    assert written == '{{ page.title }} {% include a.html %} {{ "{" }}{< figure >}}'
