from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.accept_invitation import AcceptInvitation
from ..models.accepted_invitation import AcceptedInvitation
from ..models.create_invitation import CreateInvitation
from ..models.created_invitation import CreatedInvitation
from ..models.imported_invitations import ImportedInvitations
from ..models.invitation import Invitation
from ..models.list_invitation import ListInvitation
from ..models.look_up_invitation import LookUpInvitation
from ..models.offered_invitation import OfferedInvitation
from ..types import UNSET, Unset


class InvitationsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def accept_invitation(
        self,
        *,
        body: AcceptInvitation,
        accept_language: str | Unset = UNSET,
    ) -> AcceptedInvitation:
        """Accepts an invitation: creates a membership and, if needed, an account with this name and password, and logs in.

        If the invited address has an account, the password must be that account's and the name is ignored. A wrong password
        gives 401, or 400 where the same name and password would give 400 for a new account. An unknown, used, withdrawn or
        expired secret gives 409 `invitation-over`. Repeating the request is safe: an invitation is accepted once."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/invitation-acceptances",
            **request,
        )
        response_201 = AcceptedInvitation.from_dict(response.json())

        return response_201

    def import_invitations(
        self,
        *,
        body: bytes | str,
        dry_run: bool | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ImportedInvitations:
        """Invites the people of a CSV table to become members, all or none. For administrators.

        Columns `email` and `roles`: `coach`, `admin`, or both with a space or `|` between them. A column `language` may
        say `nl` or `en`; a column `name` is ignored. A comma, semicolon or tab separates the columns, as in the header or in a first line such as `sep=;`. At most 500 rows
        and 256 KiB. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.

        Every error names the row as a spreadsheet numbers it, and the column; nobody is invited then. Members and people with
        an open invitation are listed and not invited again, so the same table can be sent twice. If the service sends mail,
        the secrets are mailed and shown to nobody. Otherwise only this response contains them: hand each over."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["dryRun"] = dry_run
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        request["content"] = body
        headers["Content-Type"] = "text/csv"
        response = self._service.send(
            "POST",
            "/v1/invitation-imports",
            **request,
        )
        response_200 = ImportedInvitations.from_dict(response.json())

        return response_200

    def look_up_invitation(
        self,
        *,
        body: LookUpInvitation,
        accept_language: str | Unset = UNSET,
    ) -> OfferedInvitation:
        """Shows an invitation to the holder of its secret, without using it up. A POST, so that the secret is in no address.

        It does not tell whether the address has an account. An unknown, used, withdrawn or expired secret gives 409
        `invitation-over`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/invitation-lookups",
            **request,
        )
        response_200 = OfferedInvitation.from_dict(response.json())

        return response_200

    def list_invitations(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListInvitation:
        """Lists the invitations, including accepted and expired ones. For administrators."""
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
            "/v1/invitations",
            **request,
        )
        response_200 = ListInvitation.from_dict(response.json())

        return response_200

    def create_invitation(
        self,
        *,
        body: CreateInvitation,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> CreatedInvitation:
        """Invites a user to become a member, or a client to log in. For administrators.

        If the service sends mail and the invitation has an address, the secret is mailed to it and shown to nobody. Otherwise
        only this response contains it: hand it over, for example as a QR code on paper. A client who accepts a shown secret is
        unconfirmed, and has no access to private data, until the log-in is confirmed. The secret can be used once, within 7
        days, with POST /v1/invitation-acceptances."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/invitations",
            **request,
        )
        response_201 = CreatedInvitation.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_invitation(
        self,
        invitation_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Invitation:
        """Shows an invitation, without its secret. For administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/invitations/{invitation_id}".format(
                invitation_id=quote(str(invitation_id), safe=""),
            ),
            **request,
        )
        response_200 = Invitation.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def delete_invitation(
        self,
        invitation_id: UUID,
        *,
        if_match: str,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Withdraws an invitation: it can no longer be accepted. For administrators."""
        headers: dict[str, Any] = {}
        headers["If-Match"] = if_match
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/invitations/{invitation_id}".format(
                invitation_id=quote(str(invitation_id), safe=""),
            ),
            **request,
        )
        return None

    def deliver_invitation(
        self,
        invitation_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> CreatedInvitation:
        """Sends an invitation again, with a new secret and a new term of 7 days. The earlier secret no longer works. For
        administrators.

        You become its inviter. An invitation can be sent 5 times."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/invitations/{invitation_id}/deliveries".format(
                invitation_id=quote(str(invitation_id), safe=""),
            ),
            **request,
        )
        response_201 = CreatedInvitation.from_dict(response.json())

        return self._service.tagged(response_201, response)
