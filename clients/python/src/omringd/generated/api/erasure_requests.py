from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.erasure_request import ErasureRequest
from ..models.list_erasure_request import ListErasureRequest
from ..models.record_request import RecordRequest
from ..models.refuse_erasure_request import RefuseErasureRequest
from ..types import UNSET, Unset


class ErasureRequestsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_erasure_requests(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListErasureRequest:
        """Lists a client's requests for erasure, with those that were withdrawn or refused. For the client, their coaches and
        administrators."""
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
            "/v1/clients/{client_id}/erasure-requests".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListErasureRequest.from_dict(response.json())

        return response_200

    def create_erasure_request(
        self,
        client_id: UUID,
        *,
        body: RecordRequest,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ErasureRequest:
        """Asks that a client's record is erased. For the client, and for their coaches and administrators on the client's request. Needs
        a recent confirmation.

        After the organisation's waiting time, by default seven days, everything of the client is erased, and cannot be restored; the access log stays, by
        ids. Until then the request can be withdrawn or refused. The receipt has the id of the request. While a request waits:
        409 `erasure-waiting`; while a legal hold is in force: 409 `held`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/erasure-requests".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = ErasureRequest.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_erasure_request(
        self,
        erasure_request_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> ErasureRequest:
        """Shows a request for erasure. For the client, their coaches and administrators."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/erasure-requests/{erasure_request_id}".format(
                erasure_request_id=quote(str(erasure_request_id), safe=""),
            ),
            **request,
        )
        response_200 = ErasureRequest.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def refuse_erasure_request(
        self,
        erasure_request_id: UUID,
        *,
        body: RefuseErasureRequest,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ErasureRequest:
        """Refuses a request for erasure, with a reason that the client reads. For coaches of the client and administrators. Needs a
        recent confirmation.

        A request that was withdrawn or refused gives 409 `erasure-request-over`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/erasure-requests/{erasure_request_id}/refusals".format(
                erasure_request_id=quote(str(erasure_request_id), safe=""),
            ),
            **request,
        )
        response_200 = ErasureRequest.from_dict(response.json())

        return response_200

    def withdraw_erasure_request(
        self,
        erasure_request_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ErasureRequest:
        """Withdraws a request for erasure: the record stays. For the client, their coaches and administrators.

        What the client asked for with their own log-in is withdrawn by the client only: 403 for others, who can refuse it on a ground of the
        law. Withdrawing a withdrawn request has no effect; a refused one gives 409 `erasure-request-over`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/erasure-requests/{erasure_request_id}/withdrawals".format(
                erasure_request_id=quote(str(erasure_request_id), safe=""),
            ),
            **request,
        )
        response_200 = ErasureRequest.from_dict(response.json())

        return response_200
