from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.needs_of_map import Needs
from ..models.replace_needs import ReplaceNeeds
from ..types import UNSET, Unset


class NeedsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_needs(
        self,
        map_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Needs:
        """Shows what the client needs, per support type."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/needs".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = Needs.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def replace_needs(
        self,
        map_id: UUID,
        *,
        body: ReplaceNeeds,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Needs:
        """Replaces all needs of the client. `If-Match` takes the `ETag` of the needs or of the map."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "PUT",
            "/v1/maps/{map_id}/needs".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = Needs.from_dict(response.json())

        return self._service.tagged(response_200, response)
