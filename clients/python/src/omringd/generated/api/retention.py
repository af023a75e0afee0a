from typing import Any

from ..client import Service, new_key
from ..models.confirm_retention import ConfirmRetention
from ..models.confirmed_erasures import ConfirmedErasures
from ..models.retention_preview import RetentionPreview
from ..types import UNSET, Unset


class RetentionApi:
    def __init__(self, service: Service) -> None:
        self._service = service

    def confirm_retention(
        self,
        *,
        body: ConfirmRetention,
        idempotency_key: str | Unset = UNSET,
        accept_language: str | Unset = UNSET,
    ) -> ConfirmedErasures:
        """Confirms that exactly the records of a preview are erased. For administrators. Needs a recent confirmation.

        Each is erased after the organisation's waiting time, and at least seven days, unless the client, a coach or an administrator
        withdraws it, or the record is changed, restricted or held meanwhile. If the preview is another one by now: 409 `retention-changed`."""
        headers: dict[str, Any] = {}
        headers["Idempotency-Key"] = idempotency_key or new_key()
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        request["json"] = body.to_dict()
        headers["Content-Type"] = "application/json"
        response = self._service.send(
            "POST",
            "/v1/retention-confirmations",
            **request,
        )
        response_200 = ConfirmedErasures.from_dict(response.json())

        return response_200

    def preview_retention(
        self,
        *,
        accept_language: str | Unset = UNSET,
    ) -> RetentionPreview:
        """Shows which records a confirmation would erase, and erases nothing. For administrators.

        A record is on the list if nothing in it changed for `retentionYears` and no coach worked with the client since. Not on it are
        records that are restricted, under a legal hold, or erased soon anyway. At most 100 are shown, and then `more` is true: confirm these
        to see the next."""
        headers: dict[str, Any] = {}
        if not isinstance(accept_language, Unset):
            headers["Accept-Language"] = accept_language
        request: dict[str, Any] = {"headers": headers}
        response = self._service.send(
            "GET",
            "/v1/retention-preview",
            **request,
        )
        response_200 = RetentionPreview.from_dict(response.json())

        return response_200
