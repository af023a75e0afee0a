from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.absence import Absence
from ..models.insights import Insights
from ..models.show_absence_audience import ShowAbsenceAudience
from ..models.show_insights_audience import ShowInsightsAudience
from ..types import UNSET, Unset


class InsightsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_insights(
        self,
        map_id: UUID,
        *,
        audience: ShowInsightsAudience | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Insights:
        """Shows insights into a map: coverage and gaps per support type, measures, and observations as questions.

        Args:
            audience: Whom sentences address.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        json_audience: str | Unset = UNSET
        if not isinstance(audience, Unset):
            json_audience = audience

        params["audience"] = json_audience
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/insights".format(
                map_id=quote(str(map_id), safe=""),
            ),
            **request,
        )
        response_200 = Insights.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def show_absence(
        self,
        map_id: UUID,
        supporter_id: UUID,
        *,
        audience: ShowAbsenceAudience | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Absence:
        """Shows the effect of losing a supporter: gaps, fragile support types, groups that fall apart, open agreements.

        Args:
            audience: Whom sentences address.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        json_audience: str | Unset = UNSET
        if not isinstance(audience, Unset):
            json_audience = audience

        params["audience"] = json_audience
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/maps/{map_id}/insights/absence/{supporter_id}".format(
                map_id=quote(str(map_id), safe=""),
                supporter_id=quote(str(supporter_id), safe=""),
            ),
            **request,
        )
        response_200 = Absence.from_dict(response.json())

        return self._service.tagged(response_200, response)
