from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_map import CreateMap
from ..models.list_map import ListMap
from ..models.replace_map_content import ReplaceMapContent
from ..models.update_map import UpdateMap
from ..models.whole_map import WholeMap
from ..types import UNSET, Unset


class MapsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_maps(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListMap:
        """Lists a client's maps, without their content. A coach does not see private ones."""
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
            "/v1/clients/{client_id}/maps".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListMap.from_dict(response.json())

        return response_200

    def create_map(
        self,
        client_id: UUID,
        *,
        body: CreateMap,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> WholeMap:
        """Creates an empty map. Only the client can make it private."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/maps".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = WholeMap.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_map(
        self,
        map_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> WholeMap:
        """Shows a map with its content."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = WholeMap.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_map(
        self,
        map_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a map with its content and cards; the persons stay. Only the client can remove a map with cards."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/maps/{map_id}".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        return None

    def update_map(
        self,
        map_id: UUID,
        *,
        body: UpdateMap,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> WholeMap:
        """Changes the map without its content. Only the client can change whether it is private. `If-Match` takes the map's
        `headEtag` or its `etag`."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/maps/{map_id}".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = WholeMap.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def replace_map_content(
        self,
        map_id: UUID,
        *,
        body: ReplaceMapContent,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> WholeMap:
        """Replaces the whole content of a map, all or nothing.

        For front ends that save a whole session, or that were offline. Items that are not listed are removed from the map;
        persons that are not listed stay, and so do agreements if the member is absent. Unchanged items keep their version.
        At most 2 MiB."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/maps/{map_id}/content".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = WholeMap.from_dict(response.json())

        return self._service.tagged(response_200, response)
