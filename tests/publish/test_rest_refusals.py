"""What a site answers when it refuses, in words that an editor understands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.site.wordpress.rest.credentials import Credentials
from dualpress.site.wordpress.rest.refusals import refusal
from dualpress.site.wordpress.rest.reply import Reply, plain_words, read_json


def refused(status: int, body: Any = b"", **headers: str) -> SiteError:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    reply = Reply("https://www.example.org/wp-json/", status, named, data)
    return refusal(reply, "www.example.org", Credentials("asha", "top secret").hide)


def coded(status: int, code: str, message: str = "") -> SiteError:
    return refused(status, {"code": code, "message": message})


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (401, "incorrect_password", "does not know this user with this application password"),
        (401, "invalid_username", "does not know this user with this application password"),
        (401, "application_passwords_disabled", "takes no application passwords"),
        (401, "rest_not_logged_in", "drops the header Authorization"),
        (404, "rest_no_route", "no REST API of WordPress"),
        (503, "", "busy or in maintenance"),
    ],
)
def test_what_stops_everything(status: int, code: str, words: str) -> None:
    error = coded(status, code)
    assert isinstance(error, SiteUnavailable)
    assert words in str(error)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (403, "rest_cannot_create", "role of an editor"),
        (413, "", "no post that is so long"),
        (400, "rest_invalid_param", "refused with status 400"),
        (500, "internal_server_error", "nothing is written twice"),
    ],
)
def test_what_concerns_one_post(status: int, code: str, words: str) -> None:
    error = coded(status, code)
    assert not isinstance(error, SiteUnavailable)
    assert words in str(error)


def test_a_refusal_before_wordpress_is_told_from_one_by_it() -> None:
    assert "before WordPress was asked" in str(refused(403, b"<h1>Forbidden</h1>"))


@pytest.mark.parametrize("status", [403, 503])
def test_a_challenge_of_cloudflare_is_told(status: int) -> None:
    assert "Cloudflare" in str(refused(status, b"", cf_mitigated="challenge"))
    assert "Cloudflare" in str(refused(status, b"<title>Just a moment...</title>"))


def test_when_to_try_again_is_told() -> None:
    assert "again in 120 seconds" in str(refused(503, retry_after="120"))


def test_wordpress_s_own_words_are_told_without_tags() -> None:
    error = coded(400, "x", "<strong>Error:</strong> Invalid &amp; unknown.")
    assert "Error: Invalid & unknown" in error.cause


def test_words_cannot_move_a_terminal_s_cursor() -> None:
    assert coded(400, "x", "a\x1b[2Jb\u202ec").cause.endswith(": a [2Jb c")


def test_a_password_in_the_server_s_words_is_not_told() -> None:
    message = "x" * 195 + "top secret topsecret YXNoYTp0b3Agc2VjcmV0"
    assert "top" not in str(coded(400, "x", message))
    assert "YXNoYT" not in str(coded(400, "x", "YXNoYTp0b3Agc2VjcmV0"))


def test_a_password_is_in_no_repr() -> None:
    assert "secret" not in repr(Credentials("asha", "top secret"))


def test_messages_of_php_before_json_are_read_past() -> None:
    text = "<br />\n<b>Warning</b>: array [1] {x} in /a/b.php\n" + '{"id": 3}\n'
    found, before = read_json(text)
    assert found == {"id": 3}
    assert plain_words(before) == "Warning : array [1] {x} in /a/b.php"


@pytest.mark.parametrize("text", ["", "nothing", "<html>{}</html>", "{", "x{]"])
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(ValueError, match="no JSON"):
        read_json(text)


def test_many_words_are_cut() -> None:
    assert len(plain_words("word " * 100)) <= 201
