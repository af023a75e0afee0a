from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.create_reflection import CreateReflection
from ..models.list_reflection import ListReflection
from ..models.reflection import Reflection
from ..models.update_reflection import UpdateReflection
from ..types import UNSET, Unset


class ReflectionsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_reflections(
        self,
        map_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListReflection:
        """Lists the client's reflections on a map."""
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
            "/v1/maps/{map_id}/reflections".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = ListReflection.from_dict(response.json())

        return response_200

    def create_reflection(
        self,
        map_id: UUID,
        *,
        body: CreateReflection,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Reflection:
        """Creates a reflection on a map, in the client's own words. A coach can read it but not write it."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/maps/{map_id}/reflections".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_201 = Reflection.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_reflection(
        self,
        reflection_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Reflection:
        """Shows a reflection."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/reflections/{reflection_id}".format(
                reflection_id=quote(str(reflection_id), safe=""),
            ),
            **request,
        )
        response_200 = Reflection.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_reflection(
        self,
        reflection_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes a reflection; only the client can."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/reflections/{reflection_id}".format(
                reflection_id=quote(str(reflection_id), safe=""),
            ),
            **request,
        )
        return None

    def update_reflection(
        self,
        reflection_id: UUID,
        *,
        body: UpdateReflection,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Reflection:
        """Changes a reflection; only the client can."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/reflections/{reflection_id}".format(
                reflection_id=quote(str(reflection_id), safe=""),
            ),
            **request,
        )
        response_200 = Reflection.from_dict(response.json())

        return self._service.tagged(response_200, response)
