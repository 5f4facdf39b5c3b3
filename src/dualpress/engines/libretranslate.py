"""The engine for a LibreTranslate server, by HTTP."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dualpress.article import Language
from dualpress.engines._settings import EngineSettings, read_settings
from dualpress.engines.base import EngineOptions, Hypothesis
from dualpress.errors import ConfigError, EngineError, EngineUnavailable
from dualpress.patience import Patience
from dualpress.web import host_of, is_protected

if TYPE_CHECKING:
    import httpx

__all__ = ["LibreTranslateEngine", "LibreTranslateSettings", "create", "mend_stop"]


class LibreTranslateSettings(EngineSettings):
    """The settings of the engine ``libretranslate``."""

    url: str
    """The server's address, without ``/translate``: HTTPS, or HTTP on this machine."""

    api_key_env: str | None = None
    """The name of the environment variable that holds the API key. The key itself never stands in
    a file."""

    timeout: Annotated[float, Field(gt=0)] = 60.0
    """Seconds to wait for an answer, all of it."""

    batch: Annotated[int, Field(ge=1)] = 20
    """Sentences in one request. Servers may bound it."""


class _Answer(BaseModel):
    """What the server answers to a list of texts."""

    model_config = ConfigDict(extra="ignore", strict=True)

    texts: Annotated[list[str], Field(alias="translatedText")]
    alternatives: list[list[str]] | None = None

    def check(self, count: int) -> None:
        """Raises ValueError unless it answers that many texts."""
        if len(self.texts) != count or len(self.alternatives or self.texts) != count:
            raise ValueError("another number of texts than was asked for")


class LibreTranslateEngine:
    """Asks a LibreTranslate server.

    Args:
        source: the language to translate from.
        target: the language to translate into.
        settings: where the server is and how it is asked.
        key: the API key.
        at_once: requests that are under way at the same time.
        sleep: waits for that many seconds.
        clock: tells seconds that pass.
    """

    name = "libretranslate"
    model: str | None = None

    def __init__(
        self,
        source: Language,
        target: Language,
        settings: LibreTranslateSettings,
        *,
        key: str | None = None,
        at_once: int = 1,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        import httpx

        self._source = source
        self._target = target
        self._settings = settings
        self._host = host_of(settings.url)
        self._key = key
        self._at_once = at_once
        self._sleep = sleep
        self._clock = clock
        # Redirects are not followed: they would take the key elsewhere.
        self._client = httpx.Client(timeout=settings.timeout)

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Asks for all sentences, each distinct one once; the server gives no scores.

        Raises:
            EngineUnavailable: the server cannot be reached.
            EngineError: it refused, or did not answer as LibreTranslate does.
        """
        asked = [sentence for sentence in dict.fromkeys(sentences) if sentence.strip()]
        size = self._settings.batch
        batches = [asked[start : start + size] for start in range(0, len(asked), size)]
        found: dict[str, list[Hypothesis]] = {}
        for batch, answers in zip(batches, self._answers(batches, hypotheses), strict=True):
            found.update(zip(batch, answers, strict=True))
        return [list(found.get(sentence, [Hypothesis("")])) for sentence in sentences]

    def close(self) -> None:
        """Closes the connection."""
        self._client.close()

    def _answers(
        self, batches: list[list[str]], hypotheses: int
    ) -> Iterator[list[list[Hypothesis]]]:
        """What the server answers to each batch; after a failure it is asked no more."""

        def ask(batch: list[str]) -> list[list[Hypothesis]]:
            return self._ask(batch, hypotheses)

        if self._at_once == 1:  # so that Ctrl-C need not wait for an answer
            yield from map(ask, batches)
            return
        with ThreadPoolExecutor(self._at_once) as pool:
            try:
                yield from pool.map(ask, batches)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, batch: list[str], hypotheses: int) -> list[list[Hypothesis]]:
        answer = self._read(self._post(self._request(batch, hypotheses)), len(batch))
        others = answer.alternatives or [[] for _ in batch]
        return [
            [
                Hypothesis(mend_stop(sentence, text))
                for text in dict.fromkeys([best, *more][: max(1, hypotheses)])
            ]
            for sentence, best, more in zip(batch, answer.texts, others, strict=True)
        ]

    def _request(self, batch: list[str], hypotheses: int) -> dict[str, Any]:
        request: dict[str, Any] = {
            "q": batch,
            "source": str(self._source),
            "target": str(self._target),
            "format": "text",
        }
        if hypotheses > 1:
            request["alternatives"] = hypotheses - 1
        if self._key is not None:
            request["api_key"] = self._key
        return request

    def _post(self, request: dict[str, Any]) -> httpx.Response:
        """Sends a request, and again where the server asks for patience."""
        import httpx

        url = f"{self._settings.url.rstrip('/')}/translate"
        patience = Patience()
        while True:
            try:
                response = self._send(url, request)
            except httpx.TimeoutException as error:
                raise EngineError(
                    f"{self._host} did not answer within {self._settings.timeout:g} seconds",
                    hint="Raise the setting timeout, or lower batch",
                ) from error
            except httpx.HTTPError as error:
                raise EngineUnavailable(
                    f"{self._host} cannot be reached: {error or type(error).__name__}",
                    hint="Check the setting url, and that the server runs",
                ) from error
            wait = patience.wait(response.status_code, response.headers.get("Retry-After"))
            if wait is None:
                return response
            self._sleep(wait)

    def _send(self, url: str, request: dict[str, Any]) -> httpx.Response:
        """Sends a request once, and takes all of its answer in time.

        The client's own limit is for each piece of it: a server that hangs
        may send a byte now and then for ever.
        """
        import httpx

        end = self._clock() + self._settings.timeout
        content = bytearray()
        with self._client.stream("POST", url, json=request) as response:
            for piece in response.iter_raw():
                content += piece
                if self._clock() > end:
                    raise httpx.ReadTimeout("not all of the answer came in time")
        return httpx.Response(
            response.status_code, headers=response.headers, content=bytes(content)
        )

    def _read(self, response: httpx.Response, count: int) -> _Answer:
        if response.status_code != 200:
            raise self._refusal(response)
        try:
            answer = _Answer.model_validate_json(response.content)
            answer.check(count)
        except ValueError as error:
            raise EngineError(
                f"{self._host} did not answer as LibreTranslate does",
                hint="Check the setting url",
            ) from error
        return answer

    def _refusal(self, response: httpx.Response) -> EngineError:
        said = _error_of(response)
        if self._key:
            said = said.replace(self._key, "***")
        if response.status_code == 403:
            hint = "Name the variable with your API key in the setting api_key_env"
        elif response.is_redirect:
            hint = "Set url to the address that the server moved to"
        else:
            hint = "Try again later, or choose another engine"
        cause = f"{self._host} refused with status {response.status_code}"
        return EngineError(f"{cause}: {said}" if said else cause, hint=hint)


def create(options: EngineOptions) -> LibreTranslateEngine:
    """Makes the engine from its settings, see :class:`LibreTranslateSettings`.

    Raises:
        ConfigError: a setting is wrong, the address is not protected, or the variable with the
            key is not set.
    """
    settings = read_settings(LibreTranslateSettings, "libretranslate", options.settings)
    if not is_protected(settings.url):
        raise ConfigError(
            'The setting "url" of the engine "libretranslate" is not safe: what is sent could be '
            "read on the way",
            hint="Use an address that begins with https://",
        )
    if "@" in settings.url:
        raise ConfigError(
            'The setting "url" of the engine "libretranslate" holds a user name or password',
            hint="Put the key into an environment variable and name that in api_key_env",
        )
    return LibreTranslateEngine(
        options.source,
        options.target,
        settings,
        key=_read_key(settings.api_key_env),
        at_once=options.threads or 1,
    )


def mend_stop(source: str, target: str) -> str:
    """Mends the end of a translation that the server spoilt.

    LibreTranslate gives a translation the source's last mark, but does not know the danda
    (``improve_translation_formatting`` in its ``language.py``): it adds a full stop to a Hindi
    sentence that has its danda, and takes the full stop from an English one.
    """
    if target.endswith("।."):
        return target[:-1]
    was_cut = target[-1:].isalnum() or target.endswith(("%", ")", "]"))
    if was_cut and source.rstrip().endswith(("।", "॥")):
        return f"{target}."
    return target


def _read_key(variable: str | None) -> str | None:
    if variable is None:
        return None
    key = os.environ.get(variable)
    if not key:
        raise ConfigError(
            f"The environment variable {variable}, which should hold the API key, is not set",
            hint="Set it, or remove the setting api_key_env",
        )
    return key


def _error_of(response: httpx.Response) -> str:
    """The server's own words, where it says any."""
    try:
        found = response.json()
    except ValueError:
        return ""
    said = found.get("error") if isinstance(found, dict) else None
    return said if isinstance(said, str) else ""
