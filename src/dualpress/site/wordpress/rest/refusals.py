"""Why WordPress, or what stands before it, refused: in words that an editor understands.

The codes are those of WordPress's REST controllers and of
``wp_authenticate_application_password`` (wp-includes/user.php).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.site.wordpress.rest.reply import Reply, plain_words, read_json

__all__ = ["NO_REST", "refusal", "refusal_code"]

NO_REST = "A plugin may have switched the REST API off, or “url” is not the site's address"

_WRONG_PASSWORD = (
    "incorrect_password",
    "invalid_username",
    "invalid_email",
    "rest_cookie_invalid_nonce",
)
_NO_PASSWORDS = (
    "application_passwords_disabled",
    "application_passwords_disabled_for_user",
)


def refusal_code(reply: Reply) -> str:
    """WordPress's own code of a refusal; empty where it gives none."""
    code = _document(reply).get("code")
    return code if isinstance(code, str) else ""


def refusal(reply: Reply, host: str, hide: Callable[[str], str]) -> SiteError:
    """The error that a refusal is told as.

    Args:
        reply: with a status of 400 or more.
        host: of the site.
        hide: takes the password out of the server's words.
    """
    code = refusal_code(reply)
    if code in _WRONG_PASSWORD:
        return SiteUnavailable(
            f"{host} does not know this user with this application password",
            hint="Make an application password under Users → Profile (it is not the one that you "
            "log in with), and store it with: dualpress publish login",
        )
    if code in _NO_PASSWORDS:
        return SiteUnavailable(
            f"{host} takes no application passwords",
            hint="A security plugin switches them off, or the site is without HTTPS",
        )
    if code == "rest_not_logged_in":
        return SiteUnavailable(
            f"{host} did not log this user in",
            hint="Check the user and the application password (dualpress publish login). If both "
            "are right, the host drops the header Authorization before WordPress sees it; whoever "
            "looks after the site lets it pass, with Apache by: CGIPassAuth On",
        )
    return _by_status(reply, code, host, hide)


def _by_status(reply: Reply, code: str, host: str, hide: Callable[[str], str]) -> SiteError:
    said = f": {words}" if (words := _words(reply, hide)) else ""
    if reply.headers.get("cf-mitigated") or "Just a moment..." in reply.text[:4096]:
        return SiteUnavailable(
            f"{host} stands behind Cloudflare, which asks whether a human is there",
            hint="Let /wp-json/ pass without a challenge there",
        )
    if reply.status in (401, 403) and not code:
        return SiteUnavailable(
            f"{host} refused with status {reply.status}, before WordPress was asked",
            hint="A security plugin or the web server blocks /wp-json/, or wants a password of "
            "its own",
        )
    if reply.status in (401, 403):
        return SiteError(
            f"{host} does not let this user do that{said}",
            hint="The user needs the role of an editor, or an author for their own posts",
        )
    if reply.status == 404 and code in ("", "rest_no_route"):
        return SiteUnavailable(f"{host} has no REST API of WordPress there", hint=NO_REST)
    if reply.status == 413:
        return SiteError(
            f"{host} takes no post that is so long",
            hint="Whoever looks after the site raises what may be sent: client_max_body_size "
            "(nginx), LimitRequestBody (Apache), post_max_size (PHP)",
        )
    if reply.status in (429, 503):
        return SiteUnavailable(f"{host} is busy or in maintenance{said}", hint=_later(reply))
    return SiteError(
        f"{host} refused with status {reply.status}{said}",
        hint="Run the command again later: nothing is written twice"
        if reply.status >= 500
        else None,
    )


def _later(reply: Reply) -> str:
    named = plain_words(reply.headers.get("retry-after", ""))
    when = f" in {named} seconds" if named.isascii() and named.isdigit() else " later"
    return f"Run the command again{when}: nothing is written twice"


def _words(reply: Reply, hide: Callable[[str], str]) -> str:
    """The server's own words, where it says any."""
    message = _document(reply).get("message")
    return plain_words(hide(message)).rstrip(".") if isinstance(message, str) else ""


def _document(reply: Reply) -> Mapping[str, Any]:
    try:
        found, _ = read_json(reply.text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
