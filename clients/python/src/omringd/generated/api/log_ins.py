from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.client_log_in import ClientLogIn
from ..models.confirm_log_in import ConfirmLogIn
from ..models.list_client_log_in import ListClientLogIn
from ..types import UNSET, Unset


class LogInsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def confirm_log_in(
        self,
        client_id: UUID,
        *,
        body: ConfirmLogIn,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ClientLogIn:
        """Confirms the client's log-in, which gives it access to private data.

        The new log-in sends the code that was shown once, when the client's first log-in accepted its invitation. After 10
        wrong codes for one log-in: 409 `code-closed`. An administrator sends no code, and must not be the one who invited
        this log-in: 409 `confirmed-by-inviter`. Confirming a confirmed log-in has no effect."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/login-confirmations".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ClientLogIn.from_dict(response.json())

        return response_200

    def list_log_ins(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListClientLogIn:
        """Lists the log-ins of a client, including ended ones. For the client and for administrators.

        If the client had a log-in before, a new one has no access to private data until it is confirmed, and sees no email
        addresses here."""
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
            "/v1/clients/{client_id}/logins".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListClientLogIn.from_dict(response.json())

        return response_200
