"""The stream of changes: read again where it breaks, from the last position."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
from httpx_sse import ServerSentEvent, connect_sse

from .generated.models import ChangeEvent
from .problems import OmringdProblem, raise_if_refused
from .retries import Retries

# The service sends a heartbeat every 15 seconds. A connection that is silent for longer than this is broken.
_SILENCE = 60.0
# What ends by itself: too many streams or requests, a service or proxy that restarts.
_PASSING = (429, 502, 503, 504)


@dataclass(frozen=True)
class Changed:
    """Something changed: read again what `change` names. It can come twice, after a break."""

    position: str | None
    change: ChangeEvent


@dataclass(frozen=True)
class Reset:
    """What changed before is unknown: read everything again. A stream without a position begins with it."""

    position: str | None


@dataclass(frozen=True)
class Heartbeat:
    """Nothing changed before this position."""

    position: str | None


Event = Changed | Reset | Heartbeat


def follow(http: httpx.Client, auth: httpx.Auth | None, retries: Retries, after: str | None) -> Iterator[Event]:
    """The events after a position. Ends when the service says that access has ended."""
    failures = 0
    while True:
        wait = 0.0
        try:
            headers = {"Last-Event-ID": after} if after else {}
            timeout = httpx.Timeout(http.timeout.connect, read=_SILENCE)
            with connect_sse(http, "GET", "/v1/events", headers=headers, auth=auth, timeout=timeout) as source:
                if source.response.is_error:
                    source.response.read()
                raise_if_refused(source.response)
                for sent in source.iter_sse():
                    failures, after = 0, sent.id or after
                    if sent.event == "end":
                        return
                    if event := _event(sent, after):
                        yield event
        except httpx.TransportError:
            pass
        except OmringdProblem as problem:
            if problem.status not in _PASSING:
                raise
            wait = min(problem.retry_after or 0, retries.longest)
        failures += 1
        time.sleep(max(wait, retries.backoff(failures)))


def _event(sent: ServerSentEvent, position: str | None) -> Event | None:
    """The event, or nothing for a kind that a later version of the service adds."""
    match sent.event:
        case "change":
            return Changed(position, ChangeEvent.from_dict(json.loads(sent.data)))
        case "reset":
            return Reset(position)
        case "message" if not sent.data:
            return Heartbeat(position)
    return None
