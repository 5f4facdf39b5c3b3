"""How long to wait before a refused request is sent again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["Patience"]

_MOST_SECONDS = 60.0


class Patience:
    """Counts the attempts of one request.

    Args:
        retries: how often it is sent again at most.
    """

    def __init__(self, retries: int = 3) -> None:
        self._left = retries
        self._pause = 1.0

    def wait(self, status: int, retry_after: str | None) -> float | None:
        """Says how long to wait.

        Args:
            status: the HTTP status of the answer.
            retry_after: its header Retry-After: seconds or a date (RFC 9110, 10.2.3).

        Returns:
            Seconds; doubled each time where the server names none. ``None`` to give up: the
            status is not one that passes, it was tried often enough, or the server asks for more
            than a minute, which is for the user to decide.
        """
        if not self._left or not (status == 429 or status >= 500):
            return None
        self._left -= 1
        pause, self._pause = self._pause, 2 * self._pause
        asked = _seconds(retry_after)
        wait = pause if asked is None else max(0.0, asked)
        return wait if wait <= _MOST_SECONDS else None


def _seconds(retry_after: str | None) -> float | None:
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return (date - datetime.now(UTC)).total_seconds()
