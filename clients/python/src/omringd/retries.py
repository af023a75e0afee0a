"""When a request is sent again, and after how long."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_PASSING = (408, 502, 503, 504)


@dataclass(frozen=True)
class Retries:
    """How often a request is sent, and the longest wait in seconds: if the service asks for more, there is no retry."""

    attempts: int = 4
    longest: float = 60.0

    def run(self, send: Callable[[], httpx.Response], repeatable: bool) -> httpx.Response:
        """The last response. If not repeatable, the request is sent again only if it was certainly not carried out."""
        attempt = 1
        while True:
            wait = self.backoff(attempt)
            try:
                response = send()
            except httpx.TransportError as error:
                if attempt >= self.attempts or not (repeatable or isinstance(error, _NOT_SENT)):
                    raise
            else:
                if not (response.status_code == 429 or repeatable and _passes(response)):
                    return response
                wait = max(wait, retry_after(response) or 0)
                if attempt >= self.attempts or wait > self.longest:
                    return response
                response.close()
            time.sleep(wait)
            attempt += 1

    def backoff(self, attempt: int) -> float:
        """Seconds before the next attempt: random, so that clients who failed together do not return together."""
        # An outage of a night is a thousand attempts: the power is bounded too.
        return random.uniform(0.5, 1) * min(0.5 * 2.0 ** min(attempt - 1, 20), self.longest)


def _passes(response: httpx.Response) -> bool:
    """Whether the same request can succeed later: the service is unavailable, or still busy with an earlier attempt."""
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        kind: str = response.json()["type"]
        return response.status_code in _PASSING or kind.endswith("/in-flight")
    return response.status_code in _PASSING


def retry_after(response: httpx.Response) -> float | None:
    """Seconds of `Retry-After`, which is a number or a date."""
    value = response.headers.get("Retry-After")
    if value is None:
        return None
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
