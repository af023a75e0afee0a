from typing import Any

from ..client import Service
from ..models.add_passkey import AddPasskey
from ..models.added_passkey import AddedPasskey
from ..models.log_in_with_passkey import LogInWithPasskey
from ..models.logged_in import LoggedIn
from ..models.passkey_challenge import PasskeyChallenge
from ..models.passkey_registration import PasskeyRegistration
from ..models.request_passkey_challenge import RequestPasskeyChallenge
from ..types import UNSET, Unset


class PasskeysApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def request_own_passkey_challenge(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> PasskeyChallenge:
        """Begins a confirmation of your session with a passkey. Send its answer to `/v1/sessions/current/confirmations`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/me/passkey-challenges",
            **request,
        )
        response_201 = PasskeyChallenge.from_dict(response.json())

        return response_201

    def request_passkey_registration(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> PasskeyRegistration:
        """Begins to add a passkey. Send its answer to `/v1/me/passkeys` within 5 minutes."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/me/passkey-registrations",
            **request,
        )
        response_201 = PasskeyRegistration.from_dict(response.json())

        return response_201

    def add_passkey(
        self,
        *,
        body: AddPasskey,
        accept_language: str | Unset = UNSET,
    ) -> AddedPasskey:
        """Adds a passkey to your second factors, where you also find and remove it.

        This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
        codes: keep them, they are shown only here, so `Idempotency-Key` has no effect. An answer that is late, used before or not
        valid is refused as `wrong-passkey`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/passkeys",
            **request,
        )
        response_201 = AddedPasskey.from_dict(response.json())

        return response_201

    def request_passkey_challenge(
        self,
        *,
        body: RequestPasskeyChallenge,
        accept_language: str | Unset = UNSET,
    ) -> PasskeyChallenge:
        """Begins a log-in with a passkey. Send its answer to `/v1/passkey-sessions`.

        An address without passkeys gets made-up ones, always the same. The answer must come within 5 minutes, with the same address."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/passkey-challenges",
            **request,
        )
        response_201 = PasskeyChallenge.from_dict(response.json())

        return response_201

    def log_in_with_passkey(
        self,
        *,
        body: LogInWithPasskey,
        accept_language: str | Unset = UNSET,
    ) -> LoggedIn:
        """Logs in with the answer of a passkey. It is both factors: no password and no code is needed.

        An unknown address and an answer that is late, used before or not valid give the same response as a wrong password, and
        count as one. `Idempotency-Key` has no effect: see `logIn`."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/passkey-sessions",
            **request,
        )
        response_201 = LoggedIn.from_dict(response.json())

        return response_201
