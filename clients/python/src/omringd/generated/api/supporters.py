from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_supporter import CreateSupporter
from ..models.list_placed_person import ListPlacedPerson
from ..models.placed_person import PlacedPerson
from ..models.put_supporter import PutSupporter
from ..models.update_supporter import UpdateSupporter
from ..types import UNSET, Unset


class SupportersApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_supporters(
        self,
        map_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListPlacedPerson:
        """Lists the supporters on a map."""
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
            "/v1/maps/{map_id}/supporters".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = ListPlacedPerson.from_dict(response.json())

        return response_200

    def create_supporter(
        self,
        map_id: UUID,
        *,
        body: CreateSupporter,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> PlacedPerson:
        """Places an existing or a new person on a map."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/supporters".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_201 = PlacedPerson.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_supporter(
        self,
        supporter_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> PlacedPerson:
        """Shows a supporter."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/supporters/{supporter_id}".format(
                supporter_id=quote(str(supporter_id), safe=""),
            ),
            **request,
        )
        response_200 = PlacedPerson.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def put_supporter(
        self,
        supporter_id: UUID,
        *,
        body: PutSupporter,
        if_none_match: str,
        accept_language: str | Unset = UNSET,
    ) -> PlacedPerson:
        """Places a person on a map as `createSupporter` does, under an id that you choose, a `UUIDv7`: for front ends that
        show it before it is stored, or that are offline. Any existing id, also that of a repeated request, gives 409
        `id-taken`."""
        headers: dict[str, Any] = {}
        headers["If-None-Match"] = if_none_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/supporters/{supporter_id}".format(
                supporter_id=quote(str(supporter_id), safe=""),
            ),
            **request,
        )
        response_201 = PlacedPerson.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def delete_supporter(
        self,
        supporter_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a supporter from the map, with supports, ties and agreements; the person stays."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/supporters/{supporter_id}".format(
                supporter_id=quote(str(supporter_id), safe=""),
            ),
            **request,
        )
        return None

    def update_supporter(
        self,
        supporter_id: UUID,
        *,
        body: UpdateSupporter,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> PlacedPerson:
        """Changes a supporter; null makes a member unanswered."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/supporters/{supporter_id}".format(
                supporter_id=quote(str(supporter_id), safe=""),
            ),
            **request,
        )
        response_200 = PlacedPerson.from_dict(response.json())

        return self._service.tagged(response_200, response)
