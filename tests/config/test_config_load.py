from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.article import Language, Publish
from dualpress.config import Config, load_config
from dualpress.errors import ConfigError, UsageError


def load(root: Path, text: str | bytes) -> Config:
    data = text.encode() if isinstance(text, str) else text
    (root / "dualpress.toml").write_bytes(data)
    return load_config(root)


def refused(root: Path, text: str | bytes) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(root, text)
    assert caught.value.path == root / "dualpress.toml"
    return caught.value


def test_an_empty_file_gives_every_default(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Config()


def test_what_is_set_is_kept(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        'publish = "all"\n[site]\nbase_url = "https://x.example/blog/"\n[page]\nrobots = false\n',
    )
    assert config.publish is Publish.ALL
    assert config.site.base_url == "https://x.example/blog/"
    assert not config.page.robots


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    assert load(tmp_path, b'\xef\xbb\xbfengine = "argos"\r\n').engine == "argos"


def test_a_config_cannot_be_changed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="frozen"):
        load(tmp_path, "").engine = "argos"


def test_a_folder_without_the_file_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_config(tmp_path)
    assert "dualpress init" in str(caught.value.hint)


def test_a_file_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "post.html").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError):
        load_config(tmp_path / "post.html")


def test_a_syntax_error_is_told_with_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, 'publish = "all"\nengine =\n').line == 2


def test_an_unfinished_file_is_told_with_its_last_line(tmp_path: Path) -> None:
    assert refused(tmp_path, 'publish = "all"\nengine = """a').line == 2


def test_a_windows_path_in_double_quotes_is_explained(tmp_path: Path) -> None:
    error = refused(tmp_path, 'output = "C:\\Users\\me"\n')
    assert error.hint == "Write paths with / or in single quotes"


def test_a_syntax_error_without_a_path_gets_no_such_hint(tmp_path: Path) -> None:
    assert refused(tmp_path, "engine =\n").hint is None


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    error = refused(tmp_path, "# one\nengine = 'é'\n".encode("cp1252"))
    assert (error.line, error.cause) == (2, "the file is not saved as UTF-8")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("engine = ''", "'engine' must not be empty"),
        ("engine = 3", "'engine' must be a text in quotes"),
        ("publish = 'some'", "'publish' must be 'reviewed' or 'all', not 'some'"),
        ("segments = 'word'", "'segments' must be 'sentence' or 'block', not 'word'"),
        ("shipped_glossaries = 'yes'", "must be true or false, without quotes"),
        ("glossaries = 'a.csv'", "'glossaries' must be a list of texts in square brackets"),
        ("glossaries = ['a.csv', 3]", "'glossaries' (entry 2) must be a text in quotes"),
        ("site = 3", "'site' must be a table"),
        ("site.base_url = 'www.x.example'", "must be a whole web address"),
        ("site.base_url = 'ftp://x.example'", "must be a whole web address"),
        ("site.base_url = 'https://[x'", "must be a whole web address"),
        ("site.base_url = 'https://x.example/?a'", "must not have a ? or # part"),
        ("site.x_default = 'fr'", "'site.x_default' must be 'en' or 'hi', not 'fr'"),
        ("html.skip = ['.a..']", "'html.skip' (entry 1) cannot be used: '.a..' is not a CSS"),
        ("html.skip = ['']", "'' is not a CSS selector"),
        ("html.skip = ['p::before']", "'p::before' is not a CSS selector: pseudo-elements"),
        ("html.attributes = ['p[']", "(entry 1) cannot be used: 'p[' is not a CSS selector"),
        ("html.attributes = ['[alt]', 'p']", "(entry 2) cannot be used: 'p' names no attribute"),
        ("html.attributes = ['a[href]']", "'href', which is no text for a reader"),
        ("html.presets = ['joomla']", "'medium', 'hugo' or 'jekyll', not 'joomla'"),
        ("hindi.sentence_end = 'dot'", "must be 'danda' or 'stop', not 'dot'"),
        ("english.region = 'en_US'", "must be 'en' with a country, such as 'en-IN'"),
        ("page.shortcut = 'L'", "must be Alt, Control or Meta and a capital letter"),
        ("page.shortcut = 'Shift+L'", "must be Alt, Control or Meta and a capital letter"),
        ("page.shortcut = 'Alt+l'", "must be Alt, Control or Meta and a capital letter"),
        ("hindi.region = 'en-IN'", "must be 'hi' with a country, such as 'hi-IN'"),
        ("page.switcher_replaces = '>>'", "'page.switcher_replaces' cannot be used: '>>'"),
        ("checks.disabled = ['lenght']", "names 'lenght', but there is no such check; try length"),
        ("engines.argos = 3", "'engines.argos' must be a table"),
        ("[engines.argso]", "has a table that is named like no engine: 'argso'; try argos"),
        ("engine = 'argso'", "must be the name of an engine or 'auto', not 'argso'; try argos"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(tmp_path: Path, text: str, cause: str) -> None:
    assert cause in refused(tmp_path, text).cause


def test_a_wrong_value_is_told_with_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "[site]\nname = 'x'\n\n[html]\npre = 1\n").line == 5


def test_a_selector_without_an_attribute_is_told_with_a_cure(tmp_path: Path) -> None:
    error = refused(tmp_path, "[html]\nattributes = ['figure']\n")
    assert error.line == 2
    assert error.hint is not None
    assert "img[data-caption]" in error.hint


def test_a_wrong_entry_is_told_with_the_line_of_its_list(tmp_path: Path) -> None:
    assert refused(tmp_path, "\nglossaries = [\n  'a.csv',\n  3,\n]\n").line == 2


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[site]\nbaseurl = ''", "'site.baseurl' may be 'site.base_url'"),
        ("post = 'x'", "'post' may be 'posts'"),
        ("base_url = 'x'", "'base_url' belongs under [site]"),
        ("[site]\npublish = 'all'", "'publish' belongs above the first line in square brackets"),
        ("[site.names]\nzzz = 1", "[site.names] knows en, hi"),
    ],
)
def test_an_unknown_key_is_refused_with_the_one_that_was_meant(
    tmp_path: Path, text: str, hint: str
) -> None:
    error = refused(tmp_path, text)
    assert error.cause.startswith("there is no setting")
    assert error.hint == hint


def test_several_findings_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    error = refused(tmp_path, "[hindi]\nsentence_end = 'dot'\n[html]\npre = 'no'\n")
    assert error.line == 2
    assert "; line 4: 'html.pre' must be" in error.cause


def test_no_more_than_five_findings_are_told(tmp_path: Path) -> None:
    error = refused(tmp_path, "".join(f"x{n} = 1\n" for n in range(8)))
    assert error.cause.endswith("line 5: there is no setting 'x4'; and 3 more")


def test_an_empty_address_means_none(tmp_path: Path) -> None:
    assert load(tmp_path, "site.base_url = ''").site.base_url is None


def test_the_site_has_one_name_for_both_languages(tmp_path: Path) -> None:
    site = load(tmp_path, "site.name = 'Review'").site
    assert site.name_in(Language.EN) == site.name_in(Language.HI) == "Review"


def test_the_site_may_have_a_name_in_each_language(tmp_path: Path) -> None:
    site = load(tmp_path, "[site]\nname = 'Review'\nnames.hi = 'समीक्षा'").site
    assert (site.name_in(Language.EN), site.name_in(Language.HI)) == ("Review", "समीक्षा")


def test_presets_come_before_the_sites_own_selectors(tmp_path: Path) -> None:
    skipped = load(tmp_path, "html.presets = ['wix']\nhtml.skip = ['.mine']").html.skipped
    assert skipped[-1] == ".mine"
    assert '[data-hook="time-to-read"]' in skipped
    assert ".sharedaddy" not in skipped


def test_the_switcher_is_skipped_whatever_the_presets(tmp_path: Path) -> None:
    assert ".dp-switch" in load(tmp_path, "html.presets = []").html.skipped


def test_every_preset_selects() -> None:
    # A wrong selector would be refused here as one of a user's is.
    html = Config().html
    assert Config.model_validate({"html": {"skip": list(html.skipped)}}).html.skip


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Control+Alt+L", "Control+Alt+L"), ("Alt+Shift+B", "Alt+Shift+B"), ("", None)],
)
def test_a_shortcut_has_a_modifier_or_is_none(
    tmp_path: Path, written: str, expected: str | None
) -> None:
    assert load(tmp_path, f"page.shortcut = '{written}'").page.shortcut == expected
