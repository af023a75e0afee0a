from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.o_auth_logout_request import OAuthLogoutRequest
from ..models.revocation_request import RevocationRequest
from ..models.show_authorization_server_response_200 import ShowAuthorizationServerResponse200
from ..models.show_client_keys_response_200 import ShowClientKeysResponse200
from ..models.show_keys_response_200 import ShowKeysResponse200
from ..models.token import Token
from ..models.token_request import TokenRequest


class Oauth2Api:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_keys(
        self,
    ) -> ShowKeysResponse200:
        """The keys that sign access tokens (RFC 7517): the current, the previous and the next."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/.well-known/jwks.json",
            **request,
        )
        response_200 = ShowKeysResponse200.from_dict(response.json())

        return response_200

    def show_authorization_server(
        self,
    ) -> ShowAuthorizationServerResponse200:
        """Metadata of the authorization server (RFC 8414)."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/.well-known/oauth-authorization-server",
            **request,
        )
        response_200 = ShowAuthorizationServerResponse200.from_dict(response.json())

        return response_200

    def log_out_by_provider(
        self,
        identity_provider_id: UUID,
        *,
        body: OAuthLogoutRequest,
    ) -> None:
        """Ends the sessions that an identity provider names in a logout token (OpenID Connect Back-Channel Logout 1.0).

        For identity providers: register this address there. A token is signed by the provider, names this service as its audience,
        and is used once."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        request["data"] = body.to_dict()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        response = self._service.send(
            "POST",
            "/oauth2/backchannel-logout/{identity_provider_id}".format(
                identity_provider_id=quote(str(identity_provider_id), safe=""),
            ),
            **request,
        )
        return None

    def show_client_keys(
        self,
        identity_provider_id: UUID,
    ) -> ShowClientKeysResponse200:
        """The key with which this service authenticates at an identity provider (RFC 7517), if it does so with `private-key`.

        For that identity provider: register this address there as the `jwks_uri` of this service."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/oauth2/client-keys/{identity_provider_id}".format(
                identity_provider_id=quote(str(identity_provider_id), safe=""),
            ),
            **request,
        )
        response_200 = ShowClientKeysResponse200.from_dict(response.json())

        return response_200

    def revoke_token(
        self,
        *,
        body: RevocationRequest,
    ) -> None:
        """Ends the session of a refresh token. An unknown token gets the same response (RFC 7009). Without `token`, ends that of the
        cookie and removes it."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        request["data"] = body.to_dict()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        response = self._service.send(
            "POST",
            "/oauth2/revoke",
            **request,
        )
        return None

    def issue_token(
        self,
        *,
        body: TokenRequest,
    ) -> Token:
        """Exchanges a refresh token for a new access token and the next refresh token, or gives an integration an access token.

        An integration sends `client_credentials` with an assertion that its own key signed (RFC 7523): `iss` and `sub` are its
        id, `aud` is the issuer or this address, `jti` is used once, and it lives at most 5 minutes. It gets no refresh token.

        A refresh token can be used once. Presented again within 30 seconds, as by a second tab or after a lost response, it gives
        the same next token; later it ends the session, but that of a device only once its successor was used. Without
        `refresh_token`, the cookie of the session is used and set anew. `Idempotency-Key` has no effect: the response holds
        secrets, which are not stored."""
        headers: dict[str, Any] = {}
        request: dict[str, Any] = {"headers": headers}
        request["data"] = body.to_dict()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        response = self._service.send(
            "POST",
            "/oauth2/token",
            **request,
        )
        response_200 = Token.from_dict(response.json())

        return response_200
