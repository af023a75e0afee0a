"""The service, as its users see it."""

import weakref
from collections.abc import Iterator
from importlib.metadata import version
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import httpx

from .credentials import Credentials, TokenAuth
from .events import Event, follow
from .generated.api import Operations
from .problems import raise_if_refused
from .retries import Retries

T = TypeVar("T")


class Omringd(Operations):
    """An Omringd service, with a method for each operation: `omringd.clients.create_client(body=…)`.

    Tokens are renewed in time. A request that fails on the way is sent again if that is safe. What the service refuses
    is raised as `OmringdProblem`. One instance can be used by several threads.
    """

    def __init__(
        self,
        url: str,
        credentials: Credentials | None = None,
        *,
        language: Literal["nl", "en"] = "nl",
        retries: Retries = Retries(),  # noqa: B008 (frozen)
        timeout: float = 30.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(self)
        headers = {"Accept-Language": language, "User-Agent": f"omringd-python/{version('omringd')}"}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=timeout, transport=transport)
        self._retries = retries
        self._auth = TokenAuth(credentials, self._http, retries) if credentials else None
        self._tags: dict[int, str] = {}

    def send(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Sends a request of an operation."""
        # Besides GET: a POST with an idempotency key, and one that reads a page.
        repeatable = method == "GET" or "Idempotency-Key" in request["headers"] or "limit" in request.get("params", {})
        response = self._retries.run(
            lambda: self._http.request(method, path, auth=self._auth, **request), repeatable=repeatable
        )
        raise_if_refused(response)
        return response

    def events(self, after: str | None = None) -> Iterator[Event]:
        """Follows what changes after the position of the last event you handled; reconnects if the stream breaks.

        Ends when access has ended, for instance because the integration was disabled.
        """
        return follow(self._http, self._auth, self._retries, after)

    def tag(self, value: object) -> str:
        """The entity tag with which this object was read, for `if_match`."""
        tag = self._tags.get(id(value))
        if tag is None:
            raise ValueError("No response with an entity tag had this object: it is a copy, or part of a response")
        return tag

    def tagged(self, value: T, response: httpx.Response) -> T:
        # Models are neither hashable nor open for another attribute: the tag is kept as long as the object lives.
        self._tags[id(value)] = response.headers["ETag"]
        weakref.finalize(value, self._tags.pop, id(value)).atexit = False
        return value

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()
