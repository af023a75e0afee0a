from typing import Any

from ..client import Service
from ..models.caseload import Caseload
from ..models.list_caseload_attention_item import ListCaseloadAttentionItem
from ..models.list_caseload_sort import ListCaseloadSort
from ..types import UNSET, Unset


class CaseloadApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_caseload(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ListCaseloadSort | Unset = UNSET,
        attention: list[ListCaseloadAttentionItem] | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Caseload:
        """Lists your caseload: every client assigned to you as a coach, with what is open and why the client may need
        attention.

        Private maps are left out, with their cards, dates, agreements and needs. Days are compared with today in the
        organisation's time zone. `facets` counts the whole caseload, regardless of page and filter. Each page reads the
        caseload again: unless the order is by id, a client whose place changes in between may be missing or appear twice.

        Args:
            sort: The order of a caseload.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        json_sort: str | Unset = UNSET
        if not isinstance(sort, Unset):
            json_sort = sort

        params["sort"] = json_sort
        json_attention: list[str] | Unset = UNSET
        if not isinstance(attention, Unset):
            json_attention = []
            for attention_item_data in attention:
                attention_item: str = attention_item_data
                json_attention.append(attention_item)

        params["attention"] = json_attention
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/caseload",
            **request,
        )
        response_200 = Caseload.from_dict(response.json())

        return response_200
