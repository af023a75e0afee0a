from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.administrator_invitation import AdministratorInvitation
from ..models.create_organisation import CreateOrganisation
from ..models.founded_organisation import FoundedOrganisation
from ..models.invite_administrator import InviteAdministrator
from ..models.list_organisation import ListOrganisation
from ..models.organisation import Organisation
from ..models.update_organisation import UpdateOrganisation
from ..types import UNSET, Unset


class OrganisationsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_organisations(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListOrganisation:
        """Lists the organisations of the platform. For the operator."""
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
            "/v1/organisations",
            **request,
        )
        response_200 = ListOrganisation.from_dict(response.json())

        return response_200

    def create_organisation(
        self,
        *,
        body: CreateOrganisation,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> FoundedOrganisation:
        """Creates an organisation, with an invitation for its first administrator. For the operator.

        If the service sends mail, the secret of the invitation is mailed. Otherwise only this response contains it. It is used
        with POST /v1/invitation-acceptances."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/organisations",
            **request,
        )
        response_201 = FoundedOrganisation.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_organisation(
        self,
        organisation_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Organisation:
        """Shows an organisation, without its content. For the operator."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/organisations/{organisation_id}".format(
                organisation_id=quote(str(organisation_id), safe=""),
            ),
            **request,
        )
        response_200 = Organisation.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def purge_organisation(
        self,
        organisation_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Purges an organisation permanently, the second of two steps. For the operator. Needs a recent confirmation.

        At once nobody finds it any more. A job then removes all its data, the accounts of its members that are members nowhere else, and at
        last its keys, without which no copy is readable. Before `purgeableAt`, or without a request: 409 `purge-not-due`; while a legal hold
        on a record is in force: 409 `organisation-held`. The access log stays, by ids."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/organisations/{organisation_id}".format(
                organisation_id=quote(str(organisation_id), safe=""),
            ),
            **request,
        )
        return None

    def update_organisation(
        self,
        organisation_id: UUID,
        *,
        body: UpdateOrganisation,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Organisation:
        """Renames, suspends or reactivates an organisation. For the operator.

        The members of a suspended organisation lose access at their next request. Reactivating withdraws the request to purge it."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/organisations/{organisation_id}".format(
                organisation_id=quote(str(organisation_id), safe=""),
            ),
            **request,
        )
        response_200 = Organisation.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def invite_administrator(
        self,
        organisation_id: UUID,
        *,
        body: InviteAdministrator,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> AdministratorInvitation:
        """Invites an administrator to an organisation, such as one that has none left. For the operator.

        While the organisation has an administrator, every one of them is told by mail, and the invitation is mailed after 72 hours:
        until then they can withdraw it. Without a mail server this is 409 `no-mail`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/organisations/{organisation_id}/invitations".format(
                organisation_id=quote(str(organisation_id), safe=""),
            ),
            **request,
        )
        response_202 = AdministratorInvitation.from_dict(response.json())

        return response_202

    def request_purge(
        self,
        organisation_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Organisation:
        """Requests the purge of an organisation, the first of two steps. For the operator. Needs a recent confirmation.

        The organisation is suspended, and can be purged 30 days later, from `purgeableAt`. Until then, reactivating it withdraws the request.
        Requesting it again has no effect."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/organisations/{organisation_id}/purge-requests".format(
                organisation_id=quote(str(organisation_id), safe=""),
            ),
            **request,
        )
        response_200 = Organisation.from_dict(response.json())

        return response_200
