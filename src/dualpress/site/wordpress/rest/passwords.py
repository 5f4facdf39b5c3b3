"""Where the application password comes from: the environment, or the system's keyring.

Never a file of the project, which is committed and sent around.
"""

from __future__ import annotations

import os

from dualpress.errors import ConfigError, UsageError

__all__ = ["VARIABLE", "read_password", "store_password"]

VARIABLE = "DUALPRESS_WORDPRESS_PASSWORD"


def read_password(url: str, user: str) -> str:
    """The application password of a user of a site.

    Raises:
        ConfigError: none is known.
    """
    found = os.environ.get(VARIABLE, "").strip() or _stored(url, user)
    if not found:
        raise ConfigError(
            f"no application password is known for {user} at {url}",
            hint=f"Store one with: dualpress publish login. Or set the environment variable "
            f"{VARIABLE}",
        )
    return found


def store_password(url: str, user: str, password: str) -> None:
    """Keep an application password in the system's keyring.

    Raises:
        UsageError: the system has none, or it is locked.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_service(url), user, password)
    except (KeyringError, OSError):
        # The keyring's own words are not told, nor kept: nobody knows what they hold.
        raise UsageError(
            "this system has no keyring that keeps the password",
            hint=f"Set the environment variable {VARIABLE} instead, where the command runs",
        ) from None


def _stored(url: str, user: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_service(url), user)
    except (KeyringError, OSError):
        return None


def _service(url: str) -> str:
    return f"dualpress:{url.rstrip('/')}"
