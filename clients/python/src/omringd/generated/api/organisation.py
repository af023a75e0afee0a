from typing import Any

from ..client import Service
from ..models.organisation import Organisation
from ..models.update_own_organisation import UpdateOwnOrganisation
from ..types import UNSET, Unset


class OrganisationApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_own_organisation(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Organisation:
        """Shows the organisation of your session."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/organisation",
            **request,
        )
        response_200 = Organisation.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def update_own_organisation(
        self,
        *,
        body: UpdateOwnOrganisation,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Organisation:
        """Renames the organisation of your session or changes its settings. For administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/organisation",
            **request,
        )
        response_200 = Organisation.from_dict(response.json())

        return self._service.tagged(response_200, response)
