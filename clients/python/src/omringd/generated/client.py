from typing import Any, Protocol, TypeVar
from uuid import uuid4

import httpx

T = TypeVar("T")


class Service(Protocol):
    """What the operations need to send their requests. The wrapper implements it."""

    def send(self, method: str, path: str, **request: Any) -> httpx.Response:
        """The response, which is a success: a refusal is raised."""

    def tagged(self, value: T, response: httpx.Response) -> T:
        """The value, with the entity tag of its response kept."""


def new_key() -> str:
    """An idempotency key."""
    return str(uuid4())
