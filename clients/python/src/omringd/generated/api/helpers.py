from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.find_helpers_audience import FindHelpersAudience
from ..models.helpers_found import HelpersFound
from ..models.list_helpers_found import ListHelpersFound
from ..types import UNSET, Unset


class HelpersApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def find_helpers(
        self,
        client_id: UUID,
        *,
        support_type: str | Unset = UNSET,
        map_id: UUID | Unset = UNSET,
        audience: FindHelpersAudience | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> HelpersFound | ListHelpersFound:
        """Finds who could help a client with one need or with each, ranked, with reasons.

        Designed for a difficult day: one request. Without `mapId` it covers all maps that the caller may see: each person
        appears once, with the newest answer to each question; an unanswered question on a newer map keeps the older answer.
        Request it without `supportType` to store everything on a device, then revalidate with its `ETag`.

        Args:
            support_type: The code of a support type. See `showVocabulary`.
            audience: Whom sentences address.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["supportType"] = support_type
        json_map_id: str | Unset = UNSET
        if not isinstance(map_id, Unset):
            json_map_id = str(map_id)
        params["mapId"] = json_map_id
        json_audience: str | Unset = UNSET
        if not isinstance(audience, Unset):
            json_audience = audience

        params["audience"] = json_audience
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/clients/{client_id}/helpers".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )

        def _parse_response_200(data: object) -> HelpersFound | ListHelpersFound:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_helpers_answer_type_0 = HelpersFound.from_dict(data)

                return componentsschemas_helpers_answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_helpers_answer_type_1 = ListHelpersFound.from_dict(data)

            return componentsschemas_helpers_answer_type_1

        response_200 = _parse_response_200(response.json())

        return self._service.tagged(response_200, response)
