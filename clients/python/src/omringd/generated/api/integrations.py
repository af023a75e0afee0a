from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_integration import CreateIntegration
from ..models.integration import Integration
from ..models.list_integration import ListIntegration
from ..models.update_integration import UpdateIntegration
from ..types import UNSET, Unset


class IntegrationsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_integrations(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListIntegration:
        """Lists the external systems of the organisation. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/integrations",
            **request,
        )
        response_200 = ListIntegration.from_dict(response.json())

        return response_200

    def create_integration(
        self,
        *,
        body: CreateIntegration,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Integration:
        """Registers an external system. For administrators.

        Its `id` is its client id. With a signed assertion (RFC 7523) it gets access tokens of 10 minutes from
        `POST /oauth2/token`; see `docs/integrations.md`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/integrations",
            **request,
        )
        response_201 = Integration.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_integration(
        self,
        integration_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Integration:
        """Shows an external system. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/integrations/{integration_id}".format(
                integration_id=quote(str(integration_id), safe=""),
            ),
            **request,
        )
        response_200 = Integration.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_integration(
        self,
        integration_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes an external system, which loses access at its next request. The consents given to it stay on record. For
        administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/integrations/{integration_id}".format(
                integration_id=quote(str(integration_id), safe=""),
            ),
            **request,
        )
        return None

    def update_integration(
        self,
        integration_id: UUID,
        *,
        body: UpdateIntegration,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Integration:
        """Changes an external system, effective on its next request. For administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/integrations/{integration_id}".format(
                integration_id=quote(str(integration_id), safe=""),
            ),
            **request,
        )
        response_200 = Integration.from_dict(response.json())

        return self._service.tagged(response_200, response)
