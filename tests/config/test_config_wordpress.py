from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.config import load_config
from dualpress.errors import ConfigError


def load(root: Path, table: str) -> object:
    (root / "dualpress.toml").write_text(f"[wordpress]\n{table}\n", encoding="utf-8")
    return load_config(root).wordpress


@pytest.mark.parametrize(
    "url", ["https://www.example.org/blog/", "http://127.0.0.1:8080", "http://localhost/"]
)
def test_a_protected_address_is_accepted(tmp_path: Path, url: str) -> None:
    assert url in repr(load(tmp_path, f'url = "{url}"'))


@pytest.mark.parametrize("url", ["http://www.example.org/", "http://127.0.0.1.example.org/"])
def test_an_address_without_tls_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError, match="must begin with https://"):
        load(tmp_path, f'url = "{url}"')


def test_an_address_with_a_password_is_refused_without_telling_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no user name or password") as caught:
        load(tmp_path, 'url = "https://asha:hushhush@www.example.org/"')
    assert "hushhush" not in str(caught.value)


@pytest.mark.parametrize("key", ["password", "application_password", "Passwort"])
def test_a_password_is_refused_without_telling_it(tmp_path: Path, key: str) -> None:
    with pytest.raises(ConfigError, match="committed and sent around") as caught:
        load(tmp_path, f'{key} = "hushhush"')
    assert "hushhush" not in str(caught.value)
    assert caught.value.line == 1
