from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.created_invitation import CreatedInvitation
from ..models.list_member import ListMember
from ..models.member import Member
from ..models.update_member import UpdateMember
from ..types import UNSET, Unset


class MembersApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_members(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListMember:
        """Lists the members of the organisation. For administrators."""
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
            "/v1/members",
            **request,
        )
        response_200 = ListMember.from_dict(response.json())

        return response_200

    def show_member(
        self,
        member_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Member:
        """Shows a member. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/members/{member_id}".format(
                member_id=quote(str(member_id), safe=""),
            ),
            **request,
        )
        response_200 = Member.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_member(
        self,
        member_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Ends a membership. For administrators.

        The user loses access to the organisation at their next request; their account stays."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/members/{member_id}".format(
                member_id=quote(str(member_id), safe=""),
            ),
            **request,
        )
        return None

    def update_member(
        self,
        member_id: UUID,
        *,
        body: UpdateMember,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> Member:
        """Changes the roles of a member. For administrators.

        Without the role coach, the member's assignments end now. Without the role client, the member is no longer that
        client's log-in; the role client requires an invitation that names the client."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/merge-patch+json"
        response = self._service.send(
            "PATCH",
            "/v1/members/{member_id}".format(
                member_id=quote(str(member_id), safe=""),
            ),
            **request,
        )
        response_200 = Member.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def invite_member_again(
        self,
        member_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> CreatedInvitation:
        """Invites a member again who lost password and second factor. For administrators.

        The secret is mailed to the member's own address, and shown to nobody. Who accepts it chooses a new password; every session
        ends, and so do the second factors of an account that is a member of this organisation alone. It replaces an earlier one."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/members/{member_id}/invitations".format(
                member_id=quote(str(member_id), safe=""),
            ),
            **request,
        )
        response_201 = CreatedInvitation.from_dict(response.json())

        return self._service.tagged(response_201, response)
