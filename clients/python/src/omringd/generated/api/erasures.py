from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.erasure import Erasure
from ..models.list_erasure import ListErasure
from ..types import UNSET, Unset


class ErasuresApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_erasures(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListErasure:
        """Lists the receipts of erasures. For administrators."""
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
            "/v1/erasures",
            **request,
        )
        response_200 = ListErasure.from_dict(response.json())

        return response_200

    def show_erasure(
        self,
        erasure_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Erasure:
        """Shows the receipt of an erasure. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/erasures/{erasure_id}".format(
                erasure_id=quote(str(erasure_id), safe=""),
            ),
            **request,
        )
        response_200 = Erasure.from_dict(response.json())

        return self._service.tagged(response_200, response)
