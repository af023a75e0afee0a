from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service, new_key
from ..models.consent import Consent
from ..models.create_consent import CreateConsent
from ..models.list_consent import ListConsent
from ..models.list_consent_receiver import ListConsentReceiver
from ..types import UNSET, Unset


class ConsentsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def list_consent_receivers(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListConsentReceiver:
        """Lists the external systems to which a client can give a consent. For the client and their coaches."""
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
            "/v1/clients/{client_id}/consent-receivers".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListConsentReceiver.from_dict(response.json())

        return response_200

    def list_consents(
        self,
        client_id: UUID,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ListConsent:
        """Lists a client's consents, with the withdrawn ones. For the client and their coaches."""
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
            "/v1/clients/{client_id}/consents".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_200 = ListConsent.from_dict(response.json())

        return response_200

    def create_consent(
        self,
        client_id: UUID,
        *,
        body: CreateConsent,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Consent:
        """Records a consent: the client's own, or one that the client gave to you as their coach.

        It applies from the receiver's next request. While a consent for the same receiver and purpose is in force: 409
        `consent-in-force`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/clients/{client_id}/consents".format(
                client_id=quote(str(client_id), safe=""),
            ),
            **request,
        )
        response_201 = Consent.from_dict(response.json())

        return self._service.tagged(response_201, response)

    def show_consent(
        self,
        consent_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> Consent:
        """Shows a consent. For the client and their coaches."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/consents/{consent_id}".format(
                consent_id=quote(str(consent_id), safe=""),
            ),
            **request,
        )
        response_200 = Consent.from_dict(response.json())

        return self._service.tagged(response_200, response)

    def withdraw_consent(
        self,
        consent_id: UUID,
        *,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> Consent:
        """Withdraws a consent: the receiver's next request is refused. For the client and their coaches.

        Withdrawing a withdrawn consent has no effect."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/consents/{consent_id}/withdrawals".format(
                consent_id=quote(str(consent_id), safe=""),
            ),
            **request,
        )
        response_200 = Consent.from_dict(response.json())

        return response_200
