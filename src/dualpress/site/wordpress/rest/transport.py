"""Requests to one website, with a password that goes nowhere else."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.patience import Patience
from dualpress.site.wordpress.rest.credentials import Credentials
from dualpress.site.wordpress.rest.reply import Reply
from dualpress.web import TooLarge, bounded, host_of, is_protected, origin_of

if TYPE_CHECKING:
    import httpx

__all__ = ["TIMEOUT_SECONDS", "Transport"]

TIMEOUT_SECONDS = 60.0
_LARGEST = 20 << 20
_REDIRECTS = 5
_REDIRECTING = (301, 302, 303, 307, 308)
_NOT_DONE = (429, 503)
"""Refusals that say that nothing was done, after which even a post may be sent again."""


class Transport:
    """Sends requests to a website.

    Args:
        url: an address of the site; no other origin is ever asked.
        credentials: sent with each request that is signed.
        sleep: waits for that many seconds.

    Raises:
        SiteUnavailable: the address is not protected.
    """

    def __init__(
        self,
        url: str,
        credentials: Credentials | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        import httpx

        if not is_protected(url):
            raise SiteUnavailable(
                f"{host_of(url)} is not asked without HTTPS: the password could be read on the way",
                hint="Use an address that begins with https://",
            )
        self._origin = origin_of(url)
        self.host = host_of(url)
        self._credentials = credentials
        self._sleep = sleep
        self._client = httpx.Client(timeout=TIMEOUT_SECONDS, headers={"User-Agent": "dualpress"})

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def hide(self, text: str) -> str:
        """A text of the server's without the password."""
        return self._credentials.hide(text) if self._credentials else text

    def ask(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        content: Mapping[str, Any] | None = None,
        signed: bool = True,
    ) -> Reply:
        """Ask, and again where the site asks for patience.

        Args:
            method: ``GET``, ``POST`` or ``DELETE``.
            url: of the site.
            params: of the query, besides those in ``url``.
            content: sent as JSON.
            signed: whether the password is sent.

        Returns:
            The answer, refusals among it.

        Raises:
            SiteUnavailable: the site cannot be reached, or sends elsewhere.
            SiteError: it does not answer in time, or with more than any post.
        """
        for _ in range(_REDIRECTS + 1):
            reply = self._patiently(method, self._request(method, url, params, content, signed))
            if reply.status not in _REDIRECTING:
                return reply
            url, params = self._next(method, url, reply), None
        raise SiteUnavailable(
            f"{self.host} sends from one address to the next, without an end",
            hint="Whoever looks after the site should look at its redirects",
        )

    def _request(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None,
        content: Mapping[str, Any] | None,
        signed: bool,
    ) -> httpx.Request:
        import httpx

        try:
            address = httpx.URL(url).copy_merge_params(params or {})
        except httpx.InvalidURL as error:
            raise SiteUnavailable(f"{self.host} names an address that is none") from error
        request = self._client.build_request(
            method, address, content=None if content is None else _encoded(content)
        )
        request.headers["Accept"] = "application/json, text/html;q=0.5"
        request.headers["Cache-Control"] = "no-cache"
        if content is not None:
            request.headers["Content-Type"] = "application/json"
        is_own = origin_of(str(request.url)) == self._origin
        if not is_own:
            raise self._elsewhere(str(request.url))
        if signed and self._credentials:
            sign = httpx.BasicAuth(self._credentials.user, self._credentials.password)
            request = next(sign.auth_flow(request))
        return request

    def _patiently(self, method: str, request: httpx.Request) -> Reply:
        patience = Patience()
        while True:
            reply = self._send(request)
            # What was refused otherwise may have been done nevertheless.
            may_repeat = method == "GET" or reply.status in _NOT_DONE
            wait = patience.wait(reply.status, reply.headers.get("retry-after"))
            if wait is None or not may_repeat:
                return reply
            self._sleep(wait)

    def _send(self, request: httpx.Request) -> Reply:
        import httpx

        try:
            response = self._client.send(request, stream=True)
            try:
                body = bounded(response.iter_bytes(), _LARGEST)
            finally:
                response.close()
                # Plugins for languages answer by the one that was seen last.
                self._client.cookies.clear()
        except TooLarge as error:
            raise SiteError(f"{self.host} answers with more than any post") from error
        except httpx.TimeoutException as error:
            raise SiteError(
                f"{self.host} did not answer within {TIMEOUT_SECONDS:g} seconds",
                hint="Run the command again later: nothing is written twice",
            ) from error
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Reply(str(request.url.copy_with(query=None)), response.status_code, headers, body)

    def _unreachable(self, error: Exception) -> SiteUnavailable:
        reason = _certificate_problem(error)
        if reason is not None:
            return SiteUnavailable(
                f"{self.host} cannot prove that it is itself: {reason}",
                hint="Whoever looks after the site renews its certificate; nothing was sent",
            )
        return SiteUnavailable(
            f"{self.host} cannot be reached: {self.hide(str(error)) or type(error).__name__}",
            hint="Check “url” in the table [wordpress], and the connection",
        )

    def _next(self, method: str, url: str, reply: Reply) -> str:
        """Where a redirect leads.

        Raises:
            SiteUnavailable: it asks to log in, or would lose what is sent.
        """
        target = urljoin(url, reply.headers.get("location", ""))
        if "wp-login" in target:
            raise SiteUnavailable(
                f"{self.host} asks to log in with a browser before it answers",
                hint="A plugin guards the REST API: let application passwords pass there",
            )
        is_kept = method == "GET" or reply.status in (307, 308)
        if not is_kept:
            raise self._elsewhere(target)
        return target

    def _elsewhere(self, target: str) -> SiteUnavailable:
        address = target.partition("?")[0]
        if is_protected(address):
            hint = "If that is your site, set “url” in the table [wordpress] to its address there"
        else:
            hint = "That is no protected address; nothing was sent to it"
        return SiteUnavailable(f"{self.host} sends elsewhere, to {self.hide(address)}", hint=hint)


def _encoded(content: Mapping[str, Any]) -> bytes:
    # Not as \u escapes, of which Hindi would be twice as long: some servers bound what they take.
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _certificate_problem(error: BaseException | None) -> str | None:
    """What is wrong with a certificate, if that is what an error comes from."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or "its certificate is not valid"
        error = error.__cause__ or error.__context__
    return None
