"""A demo service at OMRINGD_URL (scripts/python-client.sh), its people, an integration, and a network that fails."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from omringd import AccessToken, Omringd, PrivateKey
from omringd.models import CreateIntegration, ExternalIdentifier, LogIn, PublicKey, PublicKeySet

SigningKey = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


@pytest.fixture(scope="session")
def url() -> str:
    return os.environ["OMRINGD_URL"]


@dataclass
class Integration:
    id: UUID
    key: SigningKey
    credentials: PrivateKey


def register(admin: Omringd, key: SigningKey, key_id: str = "2026-11") -> Integration:
    """Registers an integration with the public key."""
    algorithm = jwt.get_algorithm_by_name("ES256" if isinstance(key, ec.EllipticCurvePrivateKey) else "EdDSA")
    if isinstance(key, rsa.RSAPrivateKey):
        algorithm = jwt.get_algorithm_by_name("RS256")
    public = algorithm.to_jwk(key.public_key(), as_dict=True)
    public = {name: value for name, value in public.items() if name in ("kty", "crv", "x", "y", "n", "e")}
    keys = PublicKeySet(keys=[PublicKey.from_dict({**public, "kid": key_id})])
    body = CreateIntegration(name="ECD", scopes=["clients.write", "cards.read"], jwks=keys)
    created = admin.integrations.create_integration(body=body)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Integration(created.id, key, PrivateKey(created.id, pem, key_id=key_id))


def log_in(url: str, user: str) -> Omringd:
    body = LogIn(email=f"{user}@demo.test", password="omringd-demo")
    with Omringd(url) as anyone:
        return Omringd(url, AccessToken(anyone.sessions.log_in(body=body).access_token), language="en")


@pytest.fixture(scope="session")
def admin(url: str) -> Iterator[Omringd]:
    with log_in(url, "admin") as admin:
        yield admin


@pytest.fixture(scope="session")
def saskia(url: str) -> Iterator[Omringd]:
    with log_in(url, "saskia") as saskia:
        yield saskia


@pytest.fixture(scope="session")
def client_id(saskia: Omringd) -> UUID:
    """The record of Saskia."""
    client_id = saskia.sessions.show_current_session().client_id
    assert client_id
    return client_id


@pytest.fixture
def integration(admin: Omringd) -> Integration:
    return register(admin, ec.generate_private_key(ec.SECP256R1()))


class Network(httpx.HTTPTransport):
    """Remembers what is sent; loses the next response of each path in `lose`; gives `answers` before the service's."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[httpx.Request] = []
        self.lose: list[str] = []
        self.answers: list[httpx.Response | httpx.TransportError] = []
        self.streams: list[CutStream] = []

    def count(self, path: str) -> int:
        return sum(request.url.path == path for request in self.sent)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        path = request.url.path
        if self.answers and path.startswith("/v1/"):
            answer = self.answers.pop(0)
            if isinstance(answer, httpx.TransportError):
                raise answer
            return answer
        response = super().handle_request(request)
        if path in self.lose:
            self.lose.remove(path)
            response.read()
            raise httpx.ReadError("the response is lost", request=request)
        if path == "/v1/events" and response.is_success:
            assert isinstance(response.stream, httpx.SyncByteStream)
            self.streams.append(CutStream(response.stream))
            response.stream = self.streams[-1]
        return response


class CutStream(httpx.SyncByteStream):
    """A stream that breaks when its next bytes come after `cut`."""

    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream = stream
        self.cut = False

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            if self.cut:
                raise httpx.ReadError("the connection is lost")
            yield part

    def close(self) -> None:
        self._stream.close()


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def ecd(url: str, integration: Integration, network: Network) -> Iterator[Omringd]:
    """A record system, on a network that can fail."""
    with Omringd(url, integration.credentials, language="en", transport=network) as ecd:
        yield ecd


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it would have waited before each retry."""
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    return waits


@pytest.fixture
def number() -> Callable[[], ExternalIdentifier]:
    """A new client number."""
    return lambda: ExternalIdentifier(system="https://ecd.example.nl/clientnummer", value=uuid4().hex)
