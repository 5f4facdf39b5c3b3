from __future__ import annotations

from verdicts import fails, passes

from dualpress.article import Language

CHECK = "urls"


def test_kept_addresses_pass() -> None:
    passes(CHECK, "See https://example.com/a.", "https://example.com/a देखें।")
    passes(CHECK, "(www.example.org)", "(www.example.org)")
    passes(CHECK, "Write to a@example.com.", "a@example.com पर लिखें।")
    passes(CHECK, "https://a.in and https://b.in", "https://b.in और https://a.in")
    passes(CHECK, "Booking.com", "बुकिंग.कॉम")
    passes(CHECK, "no address", "कोई पता नहीं")
    passes(CHECK, "example.com/a", "“example.com/a”।")
    passes(CHECK, "https://example.com/हिन्दी।", "https://example.com/हिन्दी", to=Language.EN)


def test_changed_addresses_fail() -> None:
    fails(CHECK, "See https://example.com/a", "देखें", about="“https://example.com/a” is missing")
    fails(CHECK, "https://example.com/a", "https://example.com/b", about="is not in the source")
    fails(CHECK, "https://example.com/about", "https://example.com/के-बारे")
    fails(CHECK, "www.example.org", "डब्ल्यूडब्ल्यूडब्ल्यू.उदाहरण.संगठन")
    fails(CHECK, "a@example.com", "b@example.com")
    fails(CHECK, "read", "https://example.com पढ़ें")
    fails(CHECK, "https://a.in and https://a.in", "https://a.in")
    fails(CHECK, "https://Example.com/A", "https://example.com/a")


def test_handles_are_copied() -> None:
    passes(CHECK, "by @KhabarDesk", "@KhabarDesk का")
    passes(CHECK, "write to press@example.com", "press@example.com पर लिखें")
    fails(CHECK, "by @KhabarDesk", "@ख़बरडेस्क का", about="“@KhabarDesk” is missing")
    fails(CHECK, "by @KhabarDesk", "@KhabarDest का", about="“@KhabarDest” is not in the source")
