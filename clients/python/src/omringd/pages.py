"""Lists, which come in pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import ParamSpec, Protocol, TypeVar, cast
from urllib.parse import parse_qs, urlsplit

Item = TypeVar("Item", covariant=True)
P = ParamSpec("P")


class Page(Protocol[Item]):
    @property
    def items(self) -> Sequence[Item]: ...
    @property
    def next_(self) -> str | None: ...


def every(operation: Callable[P, Page[Item]], *args: P.args, **kwargs: P.kwargs) -> Iterator[Item]:
    """Every item of a list: `for client in every(omringd.clients.list_clients)`. A page is read when it is needed."""
    read = cast(Callable[..., Page[Item]], operation)
    more: dict[str, object] = dict(kwargs)
    while True:
        page = read(*args, **more)
        yield from page.items
        if page.next_ is None:
            return
        more["cursor"] = parse_qs(urlsplit(page.next_).query)["cursor"][0]
