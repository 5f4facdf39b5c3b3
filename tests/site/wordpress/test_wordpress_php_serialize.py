"""PHP's notation: texts are counted in bytes."""

from __future__ import annotations

from dualpress.site.wordpress.php_serialize import php_serialize


def test_numbers_and_texts_by_their_keys() -> None:
    written = php_serialize({"en": 12, "locale": "hi_IN"})
    assert written == 'a:2:{s:2:"en";i:12;s:6:"locale";s:5:"hi_IN";}'


def test_texts_are_counted_in_bytes() -> None:
    assert php_serialize({"n": "नदी"}) == 'a:1:{s:1:"n";s:9:"नदी";}'
