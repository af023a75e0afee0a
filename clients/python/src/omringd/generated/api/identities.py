from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.begin_identity_link import BeginIdentityLink
from ..models.begun_provider_log_in import BegunProviderLogIn
from ..models.list_member_identity import ListMemberIdentity
from ..models.list_own_identity import ListOwnIdentity
from ..models.own_identity import OwnIdentity
from ..models.provider_callback import ProviderCallback
from ..types import UNSET, Unset


class IdentitiesApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_own_identities(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> ListOwnIdentity:
        """Lists your identities at providers, on one page."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/me/identities",
            **request,
        )
        response_200 = ListOwnIdentity.from_dict(response.json())

        return response_200

    def link_identity(
        self,
        *,
        body: ProviderCallback,
        accept_language: str | Unset = UNSET,
    ) -> OwnIdentity:
        """Links your identity at a provider, when the browser is back. Every refusal of what the provider sent is 401
        `log-in-refused`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/identities",
            **request,
        )
        response_201 = OwnIdentity.from_dict(response.json())

        return response_201

    def unlink_own_identity(
        self,
        identity_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Unlinks one of your identities; its sessions end at once. No `If-Match`: it has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/me/identities/{identity_id}".format(
                identity_id=quote(str(identity_id), safe=""),
            ),
            **request,
        )
        return None

    def begin_identity_link(
        self,
        *,
        body: BeginIdentityLink,
        accept_language: str | Unset = UNSET,
    ) -> BegunProviderLogIn:
        """Begins to link your identity at a provider, with which you can log in from then on.

        Needs a session that you began with your own password or confirmed with it, or with a code, in the last ten minutes."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/identity-requests",
            **request,
        )
        response_201 = BegunProviderLogIn.from_dict(response.json())

        return response_201

    def list_member_identities(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListMemberIdentity:
        """Lists the identities of the organisation's members. For administrators."""
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
            "/v1/member-identities",
            **request,
        )
        response_200 = ListMemberIdentity.from_dict(response.json())

        return response_200

    def unlink_member_identity(
        self,
        member_identity_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Unlinks an identity of a member; its sessions end at once. For administrators. No `If-Match`: it has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/member-identities/{member_identity_id}".format(
                member_identity_id=quote(str(member_identity_id), safe=""),
            ),
            **request,
        )
        return None
