from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from conftest import Network

from omringd import Omringd, OmringdProblem, Retries, every
from omringd.models import Client, CreateClient, ExternalIdentifier, LogIn, SearchClients, UpdateClient
from omringd.retries import retry_after

Number = Callable[[], ExternalIdentifier]


def create(ecd: Omringd, number: ExternalIdentifier) -> Client:
    return ecd.clients.create_client(body=CreateClient(name="Fenna Hoekstra", external_identifiers=[number]))


def problem(status: int, retry_after: str) -> httpx.Response:
    return httpx.Response(status, headers={"Retry-After": retry_after})


def test_a_post_whose_response_is_lost_is_carried_out_once(
    ecd: Omringd, network: Network, number: Number, waits: list[float]
) -> None:
    mine = number()
    network.lose = ["/v1/clients", "/v1/clients"]
    created = create(ecd, mine)
    keys = [request.headers["Idempotency-Key"] for request in network.sent if request.url.path == "/v1/clients"]
    assert (len(keys), len(set(keys))) == (3, 1)
    found = list(every(ecd.clients.search_clients, body=SearchClients(external_identifier=mine)))
    assert [client.id for client in found] == [created.id]
    assert len(waits) == 2


def test_a_search_is_repeated(ecd: Omringd, network: Network, number: Number, waits: list[float]) -> None:
    network.lose = ["/v1/clients/search"]
    assert ecd.clients.search_clients(body=SearchClients(external_identifier=number())).items == []
    assert len(waits) == 1


def test_a_patch_whose_response_is_lost_is_raised(
    ecd: Omringd, network: Network, number: Number, waits: list[float]
) -> None:
    client = create(ecd, number())
    path = f"/v1/clients/{client.id}"
    network.lose = [path]
    with pytest.raises(httpx.ReadError):
        ecd.clients.update_client(client.id, body=UpdateClient(name="Fenna de Boer"), if_match=ecd.tag(client))
    assert (network.count(path), waits) == (1, [])
    assert ecd.clients.show_client(client.id).name == "Fenna de Boer"


def test_a_post_without_a_key_is_not_repeated(url: str, network: Network, waits: list[float]) -> None:
    network.lose = ["/v1/sessions"]
    with Omringd(url, transport=network) as anyone, pytest.raises(httpx.ReadError):
        anyone.sessions.log_in(body=LogIn(email="coach@demo.test", password="omringd-demo"))
    assert (network.count("/v1/sessions"), waits) == (1, [])


def test_a_post_waits_for_its_earlier_attempt(
    ecd: Omringd, network: Network, number: Number, waits: list[float]
) -> None:
    content = b'{"type": "/problems/in-flight", "title": "", "status": 409, "detail": "", "requestId": ""}'
    headers = {"Content-Type": "application/problem+json"}
    network.answers = [httpx.Response(409, headers=headers, content=content)]
    assert create(ecd, number()).name == "Fenna Hoekstra"
    assert len(waits) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_honoured(ecd: Omringd, network: Network, waits: list[float], status: int) -> None:
    network.answers = [problem(status, "7"), problem(status, "11")]
    assert ecd.clients.list_clients().items
    assert waits == [7, 11]


def test_a_longer_wait_than_allowed_is_raised(ecd: Omringd, network: Network, waits: list[float]) -> None:
    network.answers = [problem(429, "3600")]
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.list_clients()
    assert (refused.value.status, refused.value.retry_after, waits) == (429, 3600, [])


def test_attempts_are_bounded(ecd: Omringd, network: Network, waits: list[float]) -> None:
    network.answers = [problem(503, "0")] * 9
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.list_clients()
    assert refused.value.kind == "http-503"
    assert len(waits) == 3
    assert all(0.25 <= wait <= 2 for wait in waits)
    assert waits == sorted(waits)


def test_a_service_that_is_not_there_is_tried_again(waits: list[float]) -> None:
    with Omringd("http://127.0.0.1:9", retries=Retries(attempts=2)) as nowhere, pytest.raises(httpx.ConnectError):
        nowhere.sessions.log_in(body=LogIn(email="coach@demo.test", password="omringd-demo"))
    assert len(waits) == 1


def test_retry_after_can_be_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < (retry_after(problem(503, date)) or 0) <= 90
    assert retry_after(problem(503, "soon")) is None
