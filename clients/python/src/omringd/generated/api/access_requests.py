from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.access_request import AccessRequest
from ..models.list_access_request import ListAccessRequest
from ..models.record_request import RecordRequest
from ..types import UNSET, Unset


class AccessRequestsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def show_access_request(
        self,
        access_request_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> AccessRequest:
        """Shows a request for access. For the client, their coaches and administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/access-requests/{access_request_id}".format(
                access_request_id=quote(str(access_request_id), safe=""),
            ),
            **request,
        )
        response_200 = AccessRequest.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def print_access_log(
        self,
        access_request_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """Prints who read or changed a client's record, in plain sentences in the language of the request. For coaches of the client and
        administrators. Needs a recent confirmation.

        The newest 1,000 lines; the sheet says if there are older ones. Printing it adds a line. Later than 30 days after the request was
        recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/access-requests/{access_request_id}/access-log".format(
                access_request_id=quote(str(access_request_id), safe=""),
            ),
            **request,
        )
        return response.content

    def print_record(
        self,
        access_request_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> bytes:
        """Prints a client's record in the language of the request, as far as the coach reads it: persons, maps with all that is on them, reflections, a
        list of the cards, consents and coaches; and what the law asks to tell: purposes, recipients, retention, rights and complaints. For
        coaches of the client. Needs a recent confirmation.

        Maps that the client keeps private and notes of coaches are left out, and the sheet says so. Later than 30 days after the request was
        recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`; while the record
        is restricted: 409 `restricted`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/access-requests/{access_request_id}/export".format(
                access_request_id=quote(str(access_request_id), safe=""),
            ),
            **request,
        )
        return response.content

    def list_access_requests(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListAccessRequest:
        """Lists a client's requests for access. For the client, their coaches and administrators."""
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
            "/v1/clients/{client_id}/access-requests".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListAccessRequest.from_dict(response.json())

        return response_200

    def create_access_request(
        self,
        client_id: UUID,
        *,
        body: RecordRequest,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> AccessRequest:
        """Records that a client asked for access to their record (GDPR, article 15). For coaches of the client and administrators. Needs a
        recent confirmation.

        For 30 days the record and its access log can then be printed. A client with a confirmed log-in reads and exports the record
        themselves: 409 `client-has-own-access`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/access-requests".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = AccessRequest.from_dict(response.json())

        return self._service.tagged(response_201, response)
