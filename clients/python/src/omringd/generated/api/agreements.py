from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.agreement import Agreement
from ..models.create_agreement import CreateAgreement
from ..models.list_agreement import ListAgreement
from ..models.list_agreements_status_item import ListAgreementsStatusItem
from ..models.update_agreement import UpdateAgreement
from ..types import UNSET, Unset


class AgreementsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_agreement(
        self,
        agreement_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Agreement:
        """Shows an agreement."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/agreements/{agreement_id}".format(
                agreement_id=quote(str(agreement_id), safe=""),
            ),
            **request,
        )
        response_200 = Agreement.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_agreement(
        self,
        agreement_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes an agreement."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/agreements/{agreement_id}".format(
                agreement_id=quote(str(agreement_id), safe=""),
            ),
            **request,
        )
        return None

    def update_agreement(
        self,
        agreement_id: UUID,
        *,
        body: UpdateAgreement,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Agreement:
        """Changes an agreement.

        Its status goes from `planned` to `asked`, then to `accepted` or `declined`, and from `accepted` to `done` and
        `thanked`. Each step can be taken back; `declined` can be `planned` again. Any other step gets 409."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/agreements/{agreement_id}".format(
                agreement_id=quote(str(agreement_id), safe=""),
            ),
            **request,
        )
        response_200 = Agreement.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def list_agreements(
        self,
        map_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        status: list[ListAgreementsStatusItem] | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAgreement:
        """Lists the agreements on a map, optionally by status."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        json_status: list[str] | Unset = UNSET
        if not isinstance(status, Unset):
            json_status = []
            for status_item_data in status:
                status_item: str = status_item_data
                json_status.append(status_item)

        params["status"] = json_status
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/agreements".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = ListAgreement.from_dict(response.json())

        return response_200

    def create_agreement(
        self,
        map_id: UUID,
        *,
        body: CreateAgreement,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Agreement:
        """Creates an agreement on a map: who is asked for what, by when."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/agreements".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_201 = Agreement.from_dict(response.json())

        return self._service.tagged(response_201, response)
