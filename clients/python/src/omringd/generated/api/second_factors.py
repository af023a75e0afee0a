from typing import Any
from urllib.parse import quote
from uuid import UUID

from ..client import Service
from ..models.add_second_factor import AddSecondFactor
from ..models.added_second_factor import AddedSecondFactor
from ..models.confirm_second_factor import ConfirmSecondFactor
from ..models.list_second_factor import ListSecondFactor
from ..models.new_recovery_codes import NewRecoveryCodes
from ..models.recovery_codes_left import RecoveryCodesLeft
from ..types import UNSET, Unset


class SecondFactorsApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def count_recovery_codes(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> RecoveryCodesLeft:
        """Tells how many of your recovery codes are left."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/me/recovery-codes",
            **request,
        )
        response_200 = RecoveryCodesLeft.from_dict(response.json())

        return response_200

    def replace_recovery_codes(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> NewRecoveryCodes:
        """Replaces all your recovery codes by ten new ones, shown only here. Each replaces a code of your app once."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "POST",
            "/v1/me/recovery-codes",
            **request,
        )
        response_201 = NewRecoveryCodes.from_dict(response.json())

        return response_201

    def list_second_factors(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> ListSecondFactor:
        """Lists your second factors, on one page."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/me/second-factors",
            **request,
        )
        response_200 = ListSecondFactor.from_dict(response.json())

        return response_200

    def add_second_factor(
        self,
        *,
        body: AddSecondFactor,
        accept_language: str | Unset = UNSET,
    ) -> AddedSecondFactor:
        """Adds an authenticator app. It counts once you confirm it with a first code; until then, adding another one replaces it.

        The response holds the secret for the app and is not stored, so `Idempotency-Key` has no effect."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/second-factors",
            **request,
        )
        response_201 = AddedSecondFactor.from_dict(response.json())

        return response_201

    def remove_second_factor(
        self,
        second_factor_id: UUID,
        *,
        accept_language: str | Unset = UNSET,
    ) -> None:
        """Removes one of your second factors; with the last one, also your recovery codes. No `If-Match`: it has no version."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "DELETE",
            "/v1/me/second-factors/{second_factor_id}".format(
                second_factor_id=quote(str(second_factor_id), safe=""),
            ),
            **request,
        )
        return None

    def confirm_second_factor(
        self,
        second_factor_id: UUID,
        *,
        body: ConfirmSecondFactor,
        accept_language: str | Unset = UNSET,
    ) -> NewRecoveryCodes:
        """Confirms an added authenticator app with a code of it, which cannot be used again.

        This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
        codes: keep them, they are shown only here."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/me/second-factors/{second_factor_id}/confirmations".format(
                second_factor_id=quote(str(second_factor_id), safe=""),
            ),
            **request,
        )
        response_200 = NewRecoveryCodes.from_dict(response.json())

        return response_200
