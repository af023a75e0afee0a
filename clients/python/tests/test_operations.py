from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import pytest
from conftest import Network

from omringd import Omringd, OmringdProblem, every
from omringd.models import CreateClient, ExternalIdentifier, SearchClients, UpdateClient

Number = Callable[[], ExternalIdentifier]


def test_a_client_is_created_once_by_number(ecd: Omringd, number: Number) -> None:
    body = CreateClient(name="Fenna Hoekstra", external_identifiers=[number()])
    created = ecd.clients.create_client(body=body, if_exists="return")
    again = ecd.clients.create_client(body=body, if_exists="return")
    assert again == created
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.create_client(body=body)
    assert refused.value.status == 409


def test_the_key_of_the_caller_is_used(ecd: Omringd) -> None:
    key = uuid4().hex
    ids = {ecd.clients.create_client(body=CreateClient(name="Fenna"), idempotency_key=key).id for _ in range(2)}
    assert len(ids) == 1


def test_every_item_of_all_pages_comes_once(ecd: Omringd, network: Network) -> None:
    name = f"Bladzijde {uuid4().hex}"
    created = {ecd.clients.create_client(body=CreateClient(name=name)).id for _ in range(5)}
    found = [client.id for client in every(ecd.clients.search_clients, body=SearchClients(name=name), limit=2)]
    assert (len(found), set(found)) == (5, created)
    assert network.count("/v1/clients/search") == 3
    listed = [client.id for client in every(ecd.clients.list_clients, limit=3)]
    assert len(listed) == len(set(listed))
    assert created < set(listed)


def test_problems_have_pointers(ecd: Omringd) -> None:
    number = ExternalIdentifier(system="", value="1")
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.create_client(body=CreateClient(name="", external_identifiers=[number]))
    problem = refused.value
    assert (problem.status, problem.kind) == (400, "invalid-request")
    assert [error.code for error in problem.at("/name")] == ["too-short"]
    assert len(problem.at("/externalIdentifiers/0/system")) == 1
    assert problem.at("/dateOfBirth") == []
    assert problem.request_id in str(problem)
    assert "/name" in str(problem)


def test_a_page_of_a_proxy_is_a_problem(ecd: Omringd, network: Network) -> None:
    network.answers = [httpx.Response(413, html="<h1>Too large</h1>")]
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.list_clients()
    assert (refused.value.status, refused.value.kind) == (413, "http-413")


def test_the_language_is_that_of_the_client(url: str) -> None:
    titles = []
    for language in ("nl", "en"):
        with Omringd(url, language=language) as anyone, pytest.raises(OmringdProblem) as refused:
            anyone.clients.list_clients()
        titles.append(refused.value.problem.title)
    assert titles[0] != titles[1]


def test_a_tag_guards_a_change(ecd: Omringd) -> None:
    read = ecd.clients.create_client(body=CreateClient(name="Fenna"))
    changed = ecd.clients.update_client(read.id, body=UpdateClient(name="Fenna H."), if_match=ecd.tag(read))
    assert ecd.tag(changed) != ecd.tag(read)
    with pytest.raises(OmringdProblem) as refused:
        ecd.clients.update_client(read.id, body=UpdateClient(name="Fenna K."), if_match=ecd.tag(read))
    assert refused.value.status == 412


def test_a_part_of_a_list_has_no_tag(ecd: Omringd) -> None:
    with pytest.raises(ValueError, match="part of a response"):
        ecd.tag(ecd.clients.list_clients().items[0])


def test_tags_go_with_their_objects(ecd: Omringd) -> None:
    for _ in range(3):
        ecd.clients.create_client(body=CreateClient(name="Fenna"))
    assert ecd._tags == {}


def test_pictures_are_bytes(saskia: Omringd, client_id: UUID) -> None:
    card = list(every(saskia.cards.list_client_cards, client_id))[-1]
    assert saskia.cards.show_card_picture(card.id).startswith(b"<svg")
    plain = saskia.cards.show_card_picture(card.id, format_="svg", sheet="a4")
    more = saskia.cards.show_card_picture(card.id, format_="svg", sheet="a4", include=["tension", "burden", "refusals"])
    assert plain != more
    assert saskia.cards.show_card_picture(card.id, format_="pdf").startswith(b"%PDF-")
