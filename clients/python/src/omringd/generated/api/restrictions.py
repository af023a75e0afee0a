from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.list_restriction import ListRestriction
from ..models.record_request import RecordRequest
from ..models.restriction import Restriction
from ..types import UNSET, Unset


class RestrictionsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_restrictions(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListRestriction:
        """Lists the restrictions of a client's record, with the lifted ones. For the client, their coaches and administrators."""
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
            "/v1/clients/{client_id}/restrictions".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListRestriction.from_dict(response.json())

        return response_200

    def create_restriction(
        self,
        client_id: UUID,
        *,
        body: RecordRequest,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Restriction:
        """Restricts a client's record: from the next request on, only the client reads it. For the client, and for their coaches and
        administrators on the client's request.

        Everyone else gets 409 `restricted` for the content: what is written, maps, cards, insights, look-ups and exports. The name
        and other administrative data stay visible, so that the restriction can be found and lifted. While it is in force, a
        second one is refused: 409 `already-restricted`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/restrictions".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = Restriction.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_restriction(
        self,
        restriction_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Restriction:
        """Shows a restriction. For the client, their coaches and administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/restrictions/{restriction_id}".format(
                restriction_id=quote(str(restriction_id), safe=""),
            ),
            **request,
        )
        response_200 = Restriction.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def lift_restriction(
        self,
        restriction_id: UUID,
        *,
        body: RecordRequest,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Restriction:
        """Lifts a restriction: the record can be read again. For the client, and for their coaches and administrators on the client's
        request. Needs a recent confirmation.

        Lifting a lifted restriction has no effect."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/restrictions/{restriction_id}/liftings".format(
                restriction_id=quote(str(restriction_id), safe=""),
            ),
            **request,
        )
        response_200 = Restriction.from_dict(response.json())

        return response_200
