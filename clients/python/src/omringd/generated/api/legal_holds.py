from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_legal_hold import CreateLegalHold
from ..models.legal_hold import LegalHold
from ..models.list_legal_hold import ListLegalHold
from ..types import UNSET, Unset


class LegalHoldsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_legal_holds(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListLegalHold:
        """Lists the legal holds on a client's record, with those that are over. For the client, their coaches and administrators."""
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
            "/v1/clients/{client_id}/legal-holds".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListLegalHold.from_dict(response.json())

        return response_200

    def create_legal_hold(
        self,
        client_id: UUID,
        *,
        body: CreateLegalHold,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> LegalHold:
        """Places a legal hold on a client's record, which is then not erased. For administrators. Needs a recent confirmation.

        It also postpones an erasure that waits."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/legal-holds".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = LegalHold.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_legal_hold(
        self,
        legal_hold_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> LegalHold:
        """Shows a legal hold. For the client, their coaches and administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/legal-holds/{legal_hold_id}".format(
                legal_hold_id=quote(str(legal_hold_id), safe=""),
            ),
            **request,
        )
        response_200 = LegalHold.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def release_legal_hold(
        self,
        legal_hold_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> LegalHold:
        """Releases a legal hold; an erasure that waited for it follows. For administrators. Needs a recent confirmation.

        Releasing a released hold has no effect."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/legal-holds/{legal_hold_id}/releases".format(
                legal_hold_id=quote(str(legal_hold_id), safe=""),
            ),
            **request,
        )
        response_200 = LegalHold.from_dict(response.json())

        return response_200
