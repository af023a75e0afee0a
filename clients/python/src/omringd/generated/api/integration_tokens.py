from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_integration_token import CreateIntegrationToken
from ..models.issued_integration_token import IssuedIntegrationToken
from ..models.list_integration_token import ListIntegrationToken
from ..types import UNSET, Unset


class IntegrationTokensApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def delete_integration_token(
        self,
        integration_token_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Deletes a token, which is refused from the next request. No `If-Match`: it has no version. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/integration-tokens/{integration_token_id}".format(
                integration_token_id=quote(str(integration_token_id), safe=""),
            ),
            **request,
        )
        return None

    def list_integration_tokens(
        self,
        integration_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> ListIntegrationToken:
        """Lists the tokens of an integration, on one page and without their secrets. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/integrations/{integration_id}/tokens".format(
                integration_id=quote(str(integration_id), safe=""),
            ),
            **request,
        )
        response_200 = ListIntegrationToken.from_dict(response.json())

        return response_200

    def create_integration_token(
        self,
        integration_id: UUID,
        *,
        body: CreateIntegrationToken,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> IssuedIntegrationToken:
        """Creates a token with which an identity provider calls `/scim/v2`. For administrators.

        The secret is shown only here. The integration needs the scope `members.write`. It has at most two tokens at once: create
        the next, use it, and delete the old one. See `docs/provisioning.md`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/integrations/{integration_id}/tokens".format(
                integration_id=quote(str(integration_id), safe=""),
            ),
            **request,
        )
        response_201 = IssuedIntegrationToken.from_dict(response.json())

        return response_201
