from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_tie import CreateTie
from ..models.list_tie import ListTie
from ..models.tie import Tie
from ..models.update_tie import UpdateTie
from ..types import UNSET, Unset


class TiesApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_ties(
        self,
        map_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListTie:
        """Lists the ties on a map."""
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
            "/v1/maps/{map_id}/ties".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = ListTie.from_dict(response.json())

        return response_200

    def create_tie(
        self,
        map_id: UUID,
        *,
        body: CreateTie,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Tie:
        """Creates a tie between two supporters who know each other."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/ties".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_201 = Tie.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_tie(
        self,
        tie_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Tie:
        """Shows a tie."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/ties/{tie_id}".format(
                tie_id=quote(str(tie_id), safe=""),
            ),
            **request,
        )
        response_200 = Tie.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_tie(
        self,
        tie_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a tie."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/ties/{tie_id}".format(
                tie_id=quote(str(tie_id), safe=""),
            ),
            **request,
        )
        return None

    def update_tie(
        self,
        tie_id: UUID,
        *,
        body: UpdateTie,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Tie:
        """Changes how strong a tie is."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/ties/{tie_id}".format(
                tie_id=quote(str(tie_id), safe=""),
            ),
            **request,
        )
        response_200 = Tie.from_dict(response.json())

        return self._service.tagged(response_200, response)
