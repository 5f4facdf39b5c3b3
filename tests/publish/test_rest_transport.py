"""Requests to a site: bounded, patient, and with a password that goes nowhere else."""

from __future__ import annotations

import gzip
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest
from fake_wordpress import PASSWORD, USER, Asked, Broken, FakeWordPress, Said, serving

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.site.wordpress.rest import transport as transport_module
from dualpress.site.wordpress.rest.credentials import Credentials
from dualpress.site.wordpress.rest.transport import Transport

ASHA = Credentials(USER, PASSWORD)


@contextmanager
def asking(
    *answers: Callable[[Asked], Said | None], waits: list[float] | None = None
) -> Iterator[tuple[Transport, FakeWordPress]]:
    """A transport to a site that answers with these, one after the other, then the last one."""
    site = FakeWordPress()
    left = list(answers)

    def answer(asked: Asked) -> Said | None:
        return (left.pop(0) if len(left) > 1 else left[0])(asked)

    site.traps.append(answer)
    with serving(site) as url:
        transport = Transport(url, ASHA, sleep=(waits if waits is not None else []).append)
        try:
            yield transport, site
        finally:
            transport.close()


def said(status: int, **headers: str) -> Callable[[Asked], Said]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Said({"status": status}, status, named)


def broken(_: Asked) -> Said:
    raise Broken


def test_a_site_without_tls_is_not_asked() -> None:
    with pytest.raises(SiteUnavailable, match="without HTTPS"):
        Transport("http://www.example.org/", ASHA)


def test_the_password_is_sent_with_what_is_signed_only() -> None:
    with asking(said(200)) as (transport, site):
        transport.ask("GET", site.url)
        transport.ask("GET", site.url, signed=False)
    assert ["authorization" in asked.headers for asked in site.asked] == [True, False]


def test_another_origin_is_never_asked() -> None:
    with (
        asking(said(200)) as (transport, _),
        asking(said(200)) as (_, other),
        pytest.raises(SiteUnavailable, match="sends elsewhere"),
    ):
        transport.ask("GET", other.url)
    assert other.asked == []


def test_a_redirect_to_another_origin_is_not_followed() -> None:
    with asking(said(200)) as (_, other):
        where = f"{other.url}/wp-json/?x={PASSWORD}"
        with (
            asking(said(301, Location=where)) as (transport, site),
            pytest.raises(SiteUnavailable, match="sends elsewhere") as caught,
        ):
            transport.ask("GET", f"{site.url}/wp-json/")
    assert other.asked == []
    assert PASSWORD not in str(caught.value)
    assert "“url”" in str(caught.value)


def test_a_redirect_away_from_tls_is_not_followed() -> None:
    with (
        asking(said(302, Location="http://www.example.org/")) as (transport, site),
        pytest.raises(SiteUnavailable, match="no protected address"),
    ):
        transport.ask("GET", site.url)


def test_a_redirect_on_the_site_is_followed() -> None:
    with asking(said(301, Location="/wp-json/"), said(200)) as (transport, site):
        assert transport.ask("GET", f"{site.url}/old").url == f"{site.url}/wp-json/"


def test_a_redirect_that_would_lose_what_is_sent_is_not_followed() -> None:
    with (
        asking(said(301, Location="/other/"), said(200)) as (transport, site),
        pytest.raises(SiteUnavailable, match="sends elsewhere"),
    ):
        transport.ask("POST", site.url, content={"title": "x"})
    assert len(site.asked) == 1


def test_a_redirect_that_keeps_what_is_sent_is_followed() -> None:
    with asking(said(308, Location="/other/"), said(201)) as (transport, site):
        assert transport.ask("POST", site.url, content={"title": "x"}).status == 201
    assert [asked.body for asked in site.asked] == [b'{"title": "x"}'] * 2


def test_redirects_without_an_end_are_told() -> None:
    with (
        asking(said(302, Location="/again")) as (transport, site),
        pytest.raises(SiteUnavailable, match="without an end"),
    ):
        transport.ask("GET", site.url)
    assert len(site.asked) == 6


def test_a_page_to_log_in_is_told() -> None:
    with (
        asking(said(302, Location="/wp-login.php?redirect_to=x")) as (transport, site),
        pytest.raises(SiteUnavailable, match="log in with a browser"),
    ):
        transport.ask("GET", site.url)


def test_a_busy_site_is_asked_again_when_it_says() -> None:
    waits: list[float] = []
    with asking(said(429, Retry_After="7"), said(200), waits=waits) as (transport, site):
        assert transport.ask("POST", site.url, content={}).status == 200
    assert waits == [7.0]


def test_a_site_that_asks_for_too_much_patience_is_not_waited_for() -> None:
    waits: list[float] = []
    with asking(said(503, Retry_After="3600"), waits=waits) as (transport, site):
        assert transport.ask("GET", site.url).status == 503
    assert waits == []


def test_what_may_have_been_done_is_not_sent_again() -> None:
    with asking(said(502)) as (transport, site):
        assert transport.ask("POST", site.url, content={}).status == 502
    assert len(site.asked) == 1


def test_what_is_only_read_is_asked_for_again() -> None:
    waits: list[float] = []
    with asking(said(502), said(200), waits=waits) as (transport, site):
        assert transport.ask("GET", site.url).status == 200
    assert len(waits) == 1


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_module, "_LARGEST", 1000)
    with (
        asking(lambda _: Said(b"x" * 1001)) as (transport, site),
        pytest.raises(SiteError, match="more than any post"),
    ):
        transport.ask("GET", site.url)


def test_an_answer_that_unpacks_to_too_much_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_module, "_LARGEST", 1000)
    packed = Said(gzip.compress(b"x" * 100_000), headers={"Content-Encoding": "gzip"})
    with (
        asking(lambda _: packed) as (transport, site),
        pytest.raises(SiteError, match="more than any post"),
    ):
        transport.ask("GET", site.url)


def test_a_site_that_does_not_answer_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    def late(*_: object, **__: object) -> httpx.Response:
        raise httpx.ReadTimeout("late")

    monkeypatch.setattr(httpx.Client, "send", late)
    transport = Transport("https://www.example.org/", ASHA)
    with pytest.raises(SiteError, match="did not answer within 60 seconds"):
        transport.ask("GET", "https://www.example.org/")
    transport.close()


def test_a_connection_that_breaks_is_told() -> None:
    with (
        asking(broken) as (transport, site),
        pytest.raises(SiteUnavailable, match="cannot be reached"),
    ):
        transport.ask("GET", site.url)


def test_a_site_that_is_not_there_is_told() -> None:
    with serving(FakeWordPress()) as url:
        pass
    transport = Transport(url, ASHA)
    with pytest.raises(SiteUnavailable, match="cannot be reached"):
        transport.ask("GET", url)
    transport.close()


def test_hindi_is_sent_as_utf_8() -> None:
    with asking(said(200)) as (transport, site):
        transport.ask("POST", site.url, content={"title": "नदी"})
    assert "नदी".encode() in site.asked[0].body


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    with _tls_server(_certificate(tmp_path)) as url:
        transport = Transport(url, ASHA)
        with pytest.raises(SiteUnavailable, match="cannot prove that it is itself: self-signed"):
            transport.ask("GET", url)
        transport.close()


def _certificate(folder: Path) -> Path:
    """A certificate of this machine, signed by itself, with its key."""
    x509 = pytest.importorskip("cryptography.x509", reason="makes the certificate")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain)
        + certificate.public_bytes(encoding)
    )
    return file


@contextmanager
def _tls_server(certificate: Path) -> Iterator[str]:
    class Quiet(HTTPServer):
        def handle_error(self, *_: object) -> None:
            """The client hangs up, as it should."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = Quiet(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_no_cookie_is_sent_back() -> None:
    with asking(said(200, Set_Cookie="pll_language=en; Path=/"), said(200)) as (transport, site):
        transport.ask("GET", site.url)
        transport.ask("GET", site.url)
    assert "cookie" not in site.asked[1].headers
