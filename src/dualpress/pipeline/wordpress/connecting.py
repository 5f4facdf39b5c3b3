"""The connection to a project's WordPress."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dualpress.config import CONFIG_NAME, Project
from dualpress.errors import ConfigError
from dualpress.site.wordpress.rest.client import User, WordPressSite
from dualpress.site.wordpress.rest.credentials import Credentials
from dualpress.site.wordpress.rest.discovery import find_api
from dualpress.site.wordpress.rest.passwords import read_password, store_password
from dualpress.site.wordpress.rest.transport import Transport

__all__ = ["account", "connected", "log_in", "site_address"]


def site_address(project: Project) -> str:
    """The address of the project's WordPress.

    Raises:
        ConfigError: none is configured.
    """
    return _setting(project, "url", project.config.wordpress.url, "https://www.example.org/")


def account(project: Project) -> str:
    """The login name of the user who publishes.

    Raises:
        ConfigError: none is configured.
    """
    return _setting(project, "user", project.config.wordpress.user, "asha")


def log_in(project: Project, password: str) -> User:
    """Keep an application password in the system's keyring, once the site has taken it.

    Raises:
        ConfigError: no site or no user is configured.
        UsageError: the system has no keyring.
        SiteUnavailable: the site does not take the password.
    """
    url, user = site_address(project), account(project)
    with _asking(url, Credentials(user, password.strip()), time.sleep) as site:
        found = site.user()
    store_password(url, user, password.strip())
    return found


@contextmanager
def connected(
    project: Project, *, sleep: Callable[[float], None] = time.sleep
) -> Iterator[WordPressSite]:
    """The project's WordPress, asked with the password of its user.

    Raises:
        ConfigError: no site, user or password is known.
        SiteUnavailable: there is no REST API at the address.
    """
    url, user = site_address(project), account(project)
    with _asking(url, Credentials(user, read_password(url, user)), sleep) as site:
        yield site


@contextmanager
def _asking(
    url: str, credentials: Credentials, sleep: Callable[[float], None]
) -> Iterator[WordPressSite]:
    transport = Transport(url, credentials, sleep=sleep)
    try:
        yield WordPressSite(transport, find_api(transport, url))
    finally:
        transport.close()


def _setting(project: Project, key: str, value: str | None, example: str) -> str:
    if value is None:
        raise ConfigError(
            f"'wordpress.{key}' is not set",
            path=project.root / CONFIG_NAME,
            hint=f'Add to the table [wordpress]: {key} = "{example}"',
        )
    return value
