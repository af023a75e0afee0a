import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.list_access_log_head import ListAccessLogHead
from ..models.list_access_log_line import ListAccessLogLine
from ..models.list_audit_event import ListAuditEvent
from ..models.list_audit_events_outcome import ListAuditEventsOutcome
from ..types import UNSET, Unset


class AccessLogApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_audit_events(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        client_id: UUID | Unset = UNSET,
        user_id: UUID | Unset = UNSET,
        outcome: ListAuditEventsOutcome | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        until: datetime.datetime | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAuditEvent:
        """Lists the access log of the organisation, newest first. For administrators.

        It names clients and resources by id only. Reading it is in the log too.

        Args:
            outcome: The outcome of an operation.
        """
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        params: dict[str, Any] = {}
        params["limit"] = limit
        params["cursor"] = cursor
        json_client_id: str | Unset = UNSET
        if not isinstance(client_id, Unset):
            json_client_id = str(client_id)
        params["clientId"] = json_client_id
        json_user_id: str | Unset = UNSET
        if not isinstance(user_id, Unset):
            json_user_id = str(user_id)
        params["userId"] = json_user_id
        json_outcome: str | Unset = UNSET
        if not isinstance(outcome, Unset):
            json_outcome = outcome

        params["outcome"] = json_outcome
        json_from_: str | Unset = UNSET
        if not isinstance(from_, Unset):
            json_from_ = from_.isoformat()
        params["from"] = json_from_
        json_until: str | Unset = UNSET
        if not isinstance(until, Unset):
            json_until = until.isoformat()
        params["until"] = json_until
        params = {k: v for k, v in params.items() if v is not UNSET and v is not None}
        request: dict[str, Any] = {"headers": headers, "params": params}
        response = self._service.send(
            "GET",
            "/v1/audit-events",
            **request,
        )
        response_200 = ListAuditEvent.from_dict(response.json())

        return response_200

    def list_access_log_heads(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAccessLogHead:
        """Lists the signed heads over the organisation's access log, newest first. For administrators.

        An organisation that keeps the `note` of each head can hand them to `omringd log verify --anchors` later, which finds every event
        that was changed, added or removed since."""
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
            "/v1/audit-events/heads",
            **request,
        )
        response_200 = ListAccessLogHead.from_dict(response.json())

        return response_200

    def list_access_log(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAccessLogLine:
        """Lists who read or changed your data, newest first, with a sentence for each line. For the client only.

        There is a line for everything that was read, searched, changed, exported or printed, and for what was refused. Reading this
        list adds a line too. A user's name is the present one; a removed account has none."""
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
            "/v1/clients/{client_id}/access-log".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListAccessLogLine.from_dict(response.json())

        return response_200
