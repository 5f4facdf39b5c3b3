"""The application password: where it comes from, and that it is told nowhere."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from fake_wordpress import PASSWORD, USER, Asked, Broken, Said
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError
from publish_support import Desk, desk_at
from typer.testing import CliRunner, Result

from dualpress.cli import app
from dualpress.errors import ConfigError, SiteUnavailable, UsageError
from dualpress.pipeline.wordpress.connecting import log_in
from dualpress.site.wordpress.rest.passwords import VARIABLE, read_password

URL = "https://www.example.org/"
PLAIN = PASSWORD.replace(" ", "")
FORMS = (
    PASSWORD,
    PLAIN,
    base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode(),
    base64.b64encode(f"{USER}:{PLAIN}".encode()).decode(),
)


class InMemory(KeyringBackend):
    """A keyring of a test."""

    priority = 1.0

    def __init__(self, *, is_there: bool = True) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.is_there = is_there
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._require()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._require(password)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]

    def _require(self, *told: str) -> None:
        if not self.is_there:
            raise NoKeyringError(*told)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemory]:
    monkeypatch.delenv(VARIABLE, raising=False)
    before, own = keyring.get_keyring(), InMemory()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with desk_at(tmp_path, monkeypatch) as found:
        monkeypatch.delenv(VARIABLE)
        monkeypatch.chdir(tmp_path)
        found.add()
        yield found


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["publish", *arguments], input=typed, prog_name="dualpress")


def test_the_environment_comes_first(ring: InMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    ring.kept["dualpress:https://www.example.org", USER] = "from the ring"
    monkeypatch.setenv(VARIABLE, " from the environment\n")
    assert read_password(URL, USER) == "from the environment"


def test_the_keyring_keeps_one_for_each_site_and_user(ring: InMemory) -> None:
    ring.kept["dualpress:https://www.example.org", USER] = "from the ring"
    assert read_password(URL, USER) == "from the ring"
    with pytest.raises(ConfigError, match="publish login"):
        read_password(URL, "ravi")
    with pytest.raises(ConfigError, match="publish login"):
        read_password("https://other.example.org/", USER)


def test_a_system_without_a_keyring_knows_no_password(ring: InMemory) -> None:
    ring.is_there = False
    with pytest.raises(ConfigError, match=VARIABLE):
        read_password(URL, USER)


def test_logging_in_keeps_what_the_site_takes(ring: InMemory, desk: Desk) -> None:
    result = run("login", typed=f"{PASSWORD}\n")
    assert result.exit_code == 0
    assert "Asha Rao" in result.output
    assert ring.kept == {(f"dualpress:{desk.site.url}", USER): PASSWORD}
    desk.review()
    assert run("wordpress").exit_code == 0


def test_what_the_site_does_not_take_is_not_kept(ring: InMemory, desk: Desk) -> None:
    with pytest.raises(SiteUnavailable):
        log_in(desk.project, "wrong")
    assert ring.kept == {}


def test_a_system_without_a_keyring_is_told_what_to_do(ring: InMemory, desk: Desk) -> None:
    ring.is_there = False
    with pytest.raises(UsageError, match=VARIABLE) as caught:
        log_in(desk.project, PASSWORD)
    assert caught.value.__cause__ is None


def echoes(asked: Asked) -> Said | None:
    """A site that throws back whatever it was sent."""
    token = asked.headers.get("authorization", "")
    words = f"{token} {PASSWORD} {PLAIN} in a message"
    if asked.method == "POST":
        return Said({"code": "rest_invalid_param", "message": words}, 400)
    return None


def prints(asked: Asked) -> Said | None:
    token = asked.headers.get("authorization", "")
    if asked.route.startswith("wp/v2/users"):
        body = f'{token} {PASSWORD} {PLAIN} {{"name": "A", "capabilities": {{}}}}'
        return Said(body.encode())
    return None


def answers_no_json(asked: Asked) -> Said | None:
    words = f"{asked.headers.get('authorization', '')} {PASSWORD} {PLAIN}"
    return Said(words.encode()) if asked.route.startswith("wp/v2/posts") else None


def redirects(asked: Asked) -> Said | None:
    if asked.route.startswith("wp/v2/posts"):
        return Said(status=302, headers={"Location": f"https://example.org/{PLAIN}/?{PASSWORD}"})
    return None


def breaks(asked: Asked) -> Said | None:
    if asked.method == "POST":
        raise Broken
    return None


@pytest.mark.parametrize("trap", [None, echoes, prints, answers_no_json, redirects, breaks])
@pytest.mark.parametrize("style", [[], ["--json"], ["--dry-run"]])
def test_the_password_is_told_nowhere(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    trap: object,
    style: list[str],
) -> None:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    monkeypatch.setenv("DUALPRESS_DEBUG", "1")
    desk.review()
    caplog.set_level(logging.DEBUG)
    if trap is redirects:
        # At DEBUG it tells the headers of answers, in which this site says what it was told.
        caplog.set_level(logging.INFO, logger="httpcore")
    if callable(trap):
        desk.site.traps.append(trap)
    result = run("wordpress", *style)
    told = [result.output, result.stderr, caplog.text, repr(result.exception)]
    told += [record.getMessage() for record in caplog.records]
    files = [path.read_bytes() for path in desk.root.rglob("*") if path.is_file()]
    for form in FORMS:
        assert not any(form in text for text in told)
        assert not any(form.encode() in data for data in files)
    if style == ["--json"]:
        assert json.loads(result.stdout)["command"] == "publish wordpress"


def test_a_password_in_the_project_s_file_is_refused_and_not_told(desk: Desk) -> None:
    desk.configure(password=PASSWORD)
    result = run("wordpress")
    assert result.exit_code == 2
    assert "committed and sent around" in result.stderr
    assert not any(form in result.output + result.stderr for form in FORMS)


def test_a_password_in_the_address_is_refused_and_not_told(desk: Desk) -> None:
    desk.configure(url=f"https://{USER}:{PLAIN}@www.example.org/")
    result = run("wordpress")
    assert result.exit_code == 2
    assert PLAIN not in result.output + result.stderr


def test_no_password_can_be_given_on_the_command_line() -> None:
    for command in ("wordpress", "login"):
        assert "password" not in run(command, "--help").output.partition("Options:")[2].lower()
