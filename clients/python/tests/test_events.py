from collections.abc import Iterator
from uuid import UUID

import httpx
import pytest
from conftest import Integration, Network

from omringd import Changed, Event, Heartbeat, Omringd, OmringdProblem, Reset, every
from omringd.models import CreateCard, CreateConsent, UpdateIntegration


@pytest.fixture(autouse=True)
def consent(saskia: Omringd, integration: Integration, client_id: UUID) -> None:
    """Saskia consents."""
    body = CreateConsent(
        integration_id=integration.id, purpose="read-cards", text_version="2026-11", text_language="nl"
    )
    saskia.consents.create_consent(client_id, body=body)


def make_card(saskia: Omringd, client_id: UUID) -> None:
    map_id = next(map.id for map in every(saskia.maps.list_maps, client_id) if not map.private)
    saskia.cards.create_card(map_id, body=CreateCard())


def next_change(events: Iterator[Event]) -> Changed:
    return next(event for event in events if isinstance(event, Changed))


def test_a_stream_begins_with_reset_and_tells_of_changes(ecd: Omringd, saskia: Omringd, client_id: UUID) -> None:
    events = ecd.events()
    first = next(events)
    assert isinstance(first, Reset)
    assert first.position
    make_card(saskia, client_id)
    changed = next_change(events)
    assert (changed.change.kind, changed.change.client_id) == ("card-made", client_id)


def test_a_later_stream_continues_after_a_position(ecd: Omringd, saskia: Omringd, client_id: UUID) -> None:
    first = next(ecd.events())
    make_card(saskia, client_id)
    event = next(ecd.events(first.position))
    assert isinstance(event, Changed)
    assert event.change.kind == "card-made"


def test_a_broken_stream_continues_and_misses_nothing(
    ecd: Omringd, saskia: Omringd, client_id: UUID, network: Network
) -> None:
    events = ecd.events()
    reset = next(events)
    network.streams[0].cut = True
    make_card(saskia, client_id)
    event = next(events)
    assert isinstance(event, Changed)
    assert event.change.kind == "card-made"
    asked = [request.headers.get("Last-Event-ID") for request in network.sent if request.url.path == "/v1/events"]
    assert asked == [None, reset.position]


def test_a_service_that_restarts_is_waited_for(ecd: Omringd, network: Network, waits: list[float]) -> None:
    busy = httpx.Response(503, headers={"Retry-After": "5"})
    away = httpx.ConnectError("refused")
    network.answers = [busy, away, away, away, away, away]
    assert isinstance(next(ecd.events()), Reset)
    assert waits[0] == 5
    # Later waits are longer, and bounded.
    assert waits[5] > waits[1]
    assert len(waits) == 6


def test_waits_for_a_stream_are_bounded(ecd: Omringd, network: Network, waits: list[float]) -> None:
    network.answers = [httpx.Response(503, headers={"Retry-After": "86400"}), *[httpx.ConnectError("refused")] * 2000]
    assert isinstance(next(ecd.events()), Reset)
    assert len(waits) == 2001
    assert max(waits) == 60


def test_a_heartbeat_has_a_position(ecd: Omringd) -> None:
    events = ecd.events()
    heartbeat = next(event for event in events if isinstance(event, Heartbeat))
    assert heartbeat.position


def test_a_stream_ends_with_the_access(ecd: Omringd, admin: Omringd, integration: Integration) -> None:
    events = ecd.events()
    next(events)
    read = admin.integrations.show_integration(integration.id)
    admin.integrations.update_integration(
        integration.id, body=UpdateIntegration(enabled=False), if_match=admin.tag(read)
    )
    assert [event for event in events if isinstance(event, Changed)] == []


def test_a_refusal_is_raised(url: str) -> None:
    with Omringd(url) as anyone, pytest.raises(OmringdProblem) as refused:
        next(anyone.events())
    assert refused.value.status == 401
