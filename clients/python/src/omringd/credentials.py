"""Access tokens: how an integration gets one with its private key, and when it is renewed."""

import threading
import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID, uuid4

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from .generated.models import Problem
from .problems import OmringdProblem, raise_if_refused
from .retries import Retries

_SigningKey = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey

# A token is renewed this many seconds before it expires, which is more than a request takes.
_EARLY = 60.0


@dataclass(frozen=True)
class AccessToken:
    """Credentials of someone who has a token already, such as a user: it is not renewed."""

    value: str
    expires_in: float = float("inf")

    def token(self, http: httpx.Client, retries: Retries) -> "AccessToken":
        return self


class Credentials(Protocol):
    def token(self, http: httpx.Client, retries: Retries) -> AccessToken:
        """A new access token. `http` sends requests to the service without one."""


class TokenRefused(OmringdProblem):
    """The service gave no token: the key, the id or the clock is wrong, or the integration is disabled.

    `kind` is the error of OAuth, such as `invalid_client`.
    """


class PrivateKey:
    """Credentials of an integration: its id, and the private key (PEM) of which the service has the public one.

    `key_id` is the `kid` of the key, which the service needs if it has several.
    """

    def __init__(
        self, client_id: UUID | str, pem: str | bytes, *, key_id: str | None = None, password: bytes | None = None
    ) -> None:
        key = load_pem_private_key(pem.encode() if isinstance(pem, str) else pem, password)
        if not isinstance(key, _SigningKey):
            raise ValueError("The key must be RSA, EC or Ed25519")
        self._key, self._algorithm = key, _algorithm(key)
        self._client_id, self._key_id = str(client_id), key_id

    def token(self, http: httpx.Client, retries: Retries) -> AccessToken:
        metadata = retries.run(lambda: http.get("/.well-known/oauth-authorization-server"), repeatable=True)
        raise_if_refused(metadata)
        issuer = metadata.json()["issuer"]
        response = retries.run(lambda: self._ask(http, issuer), repeatable=True)
        if response.status_code in (400, 401):
            raise TokenRefused(_refusal(response))
        raise_if_refused(response)
        token = response.json()
        return AccessToken(token["access_token"], token["expires_in"])

    def _ask(self, http: httpx.Client, issuer: str) -> httpx.Response:
        """Asks for a token. An assertion can be used once, so each attempt has a new one."""
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": self.assertion(issuer),
        }
        return http.post("/oauth2/token", data=form)

    def assertion(self, audience: str) -> str:
        """A signed statement, for one minute, that this is the integration."""
        now = int(time.time())
        claims = {"iss": self._client_id, "sub": self._client_id, "aud": audience, "jti": str(uuid4())}
        headers = {"kid": self._key_id} if self._key_id else None
        return jwt.encode({**claims, "iat": now, "exp": now + 60}, self._key, self._algorithm, headers)


def _algorithm(key: _SigningKey) -> str:
    match key:
        case ed25519.Ed25519PrivateKey():
            return "EdDSA"
        case rsa.RSAPrivateKey():
            return "PS256"
        case ec.EllipticCurvePrivateKey(curve=ec.SECP256R1()):
            return "ES256"
        case ec.EllipticCurvePrivateKey(curve=ec.SECP384R1()):
            return "ES384"
    raise ValueError("An EC key must be on P-256 or P-384")


def _refusal(response: httpx.Response) -> Problem:
    error = response.json()
    return Problem(
        type_=error["error"],
        status=response.status_code,
        title=response.reason_phrase,
        detail=error["error_description"],
        request_id=response.headers.get("X-Request-Id", ""),
    )


class TokenAuth(httpx.Auth):
    """Sends a token with each request: one for all threads, renewed before it expires, and once when it is refused."""

    def __init__(self, credentials: Credentials, http: httpx.Client, retries: Retries) -> None:
        self._credentials, self._http, self._retries = credentials, http, retries
        self._lock = threading.Lock()
        self._token: AccessToken | None = None
        self._renew_at = 0.0

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        token = self._current(refused=None)
        request.headers["Authorization"] = f"Bearer {token.value}"
        response = yield request
        # 401 also asks a user to confirm who they are.
        asks_user = "insufficient_user_authentication" in response.headers.get("WWW-Authenticate", "")
        if response.status_code == 401 and not asks_user:
            another = self._current(refused=token)
            if another.value != token.value:
                request.headers["Authorization"] = f"Bearer {another.value}"
                yield request

    def _current(self, refused: AccessToken | None) -> AccessToken:
        with self._lock:
            if self._token is None or self._token is refused or time.monotonic() >= self._renew_at:
                self._token = self._credentials.token(self._http, self._retries)
                self._renew_at = time.monotonic() + self._token.expires_in - min(_EARLY, self._token.expires_in / 2)
            return self._token
