"""Who writes into WordPress, and what of it must never be told."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field

__all__ = ["Credentials"]

_HIDDEN = "***"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and an application password.

    Args:
        user: the login name.
        password: as WordPress made it; spaces in it mean nothing there.
    """

    user: str
    password: str = field(repr=False)

    def hide(self, text: str) -> str:
        """A text of the server's without the password, in whatever form it came back."""
        for secret in self._forms():
            text = text.replace(secret, _HIDDEN)
        return text

    def _forms(self) -> list[str]:
        """How the password may be written, the longest first."""
        plain = re.sub(r"\s", "", self.password)
        tokens = (f"{self.user}:{word}".encode() for word in (self.password, plain))
        forms = {self.password, plain, *(base64.b64encode(token).decode() for token in tokens)}
        return sorted((form for form in forms if form), key=len, reverse=True)
