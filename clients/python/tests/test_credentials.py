import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import jwt
import pytest
from conftest import Integration, Network, SigningKey, register
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from omringd import AccessToken, Omringd, PrivateKey, Retries, TokenRefused


def pem(key: SigningKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    "key",
    [
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP384R1()),
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 2048),
    ],
    ids=["P-256", "P-384", "Ed25519", "RSA"],
)
def test_each_kind_of_key_gives_access(url: str, admin: Omringd, key: SigningKey) -> None:
    with Omringd(url, register(admin, key).credentials) as ecd:
        assert ecd.clients.list_clients().items


def test_a_key_on_another_curve_is_not_accepted() -> None:
    with pytest.raises(ValueError, match="P-256 or P-384"):
        PrivateKey("01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d01", pem(ec.generate_private_key(ec.SECP521R1())))


def test_another_key_is_refused(url: str, integration: Integration) -> None:
    stranger = PrivateKey(integration.id, pem(ec.generate_private_key(ec.SECP256R1())), key_id="2026-11")
    with Omringd(url, stranger) as ecd, pytest.raises(TokenRefused) as refused:
        ecd.clients.list_clients()
    assert (refused.value.kind, refused.value.status) == ("invalid_client", 401)


def test_an_assertion_gives_one_token(url: str, integration: Integration) -> None:
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": integration.credentials.assertion(url),
    }
    answers = [httpx.post(f"{url}/oauth2/token", data=form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 401]


def test_threads_share_a_token(ecd: Omringd, network: Network) -> None:
    with ThreadPoolExecutor(8) as threads:
        lists = list(threads.map(lambda _: ecd.clients.list_clients().items, range(24)))
    assert len(lists) == 24
    assert network.count("/oauth2/token") == 1


def test_a_token_is_renewed_before_it_expires(ecd: Omringd, network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    ecd.clients.list_clients()
    now = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: now + 530)
    ecd.clients.list_clients()
    assert network.count("/oauth2/token") == 1
    monkeypatch.setattr("time.monotonic", lambda: now + 545)
    ecd.clients.list_clients()
    assert network.count("/oauth2/token") == 2


class FirstWrong:
    """Credentials of which the first token is not valid."""

    def __init__(self, credentials: PrivateKey) -> None:
        self.credentials = credentials
        self.asked = 0

    def token(self, http: httpx.Client, retries: Retries) -> AccessToken:
        self.asked += 1
        return AccessToken("wrong") if self.asked == 1 else self.credentials.token(http, retries)


def test_a_refused_token_is_replaced_once(url: str, integration: Integration) -> None:
    credentials = FirstWrong(integration.credentials)
    with Omringd(url, credentials) as ecd:
        assert ecd.clients.list_clients().items
    assert credentials.asked == 2


def test_a_lost_token_is_asked_for_with_a_new_assertion(ecd: Omringd, network: Network, waits: list[float]) -> None:
    network.lose = ["/oauth2/token"]
    assert ecd.clients.list_clients().items
    asked = [request for request in network.sent if request.url.path == "/oauth2/token"]
    ids = {jwt.decode(form(request), options={"verify_signature": False})["jti"] for request in asked}
    assert len(ids) == 2
    assert len(waits) == 1


def form(request: httpx.Request) -> str:
    return httpx.QueryParams(request.content.decode())["client_assertion"]
