from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_basis import ErasureBasis, check_erasure_basis

if TYPE_CHECKING:
    from ..models.erased import Erased
    from ..models.recorded_request import RecordedRequest
    from ..models.retention_confirmation import RetentionConfirmation


T = TypeVar("T", bound="Erasure")


@_attrs_define
class Erasure:
    """The receipt of an erasure.

    Attributes:
        basis (ErasureBasis): Why a record was erased.
        client_id (UUID): The id that the client had.
        erased (Erased): How many of each were erased.
        erased_at (datetime.datetime): When the record was erased.
        id (UUID): The id of the request for erasure.
        request (None | RecordedRequest): The client's request; null if the basis is `retention`.
        retention (None | RetentionConfirmation): The confirmation by an administrator; null if the basis is `request`.
    """

    basis: ErasureBasis
    client_id: UUID
    erased: Erased
    erased_at: datetime.datetime
    id: UUID
    request: None | RecordedRequest
    retention: None | RetentionConfirmation
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415
        from ..models.retention_confirmation import RetentionConfirmation  # noqa: PLC0415

        basis: str = self.basis

        client_id = str(self.client_id)

        erased = self.erased.to_dict()

        erased_at = self.erased_at.isoformat()

        id = str(self.id)

        request: dict[str, Any] | None
        if isinstance(self.request, RecordedRequest):
            request = self.request.to_dict()
        else:
            request = self.request

        retention: dict[str, Any] | None
        if isinstance(self.retention, RetentionConfirmation):
            retention = self.retention.to_dict()
        else:
            retention = self.retention

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis": basis,
                "clientId": client_id,
                "erased": erased,
                "erasedAt": erased_at,
                "id": id,
                "request": request,
                "retention": retention,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.erased import Erased  # noqa: PLC0415
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415
        from ..models.retention_confirmation import RetentionConfirmation  # noqa: PLC0415

        d = dict(src_dict)
        basis = check_erasure_basis(d.pop("basis"))

        client_id = UUID(d.pop("clientId"))

        erased = Erased.from_dict(d.pop("erased"))

        erased_at = datetime.datetime.fromisoformat(d.pop("erasedAt"))

        id = UUID(d.pop("id"))

        def _parse_request(data: object) -> None | RecordedRequest:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                request_type_0 = RecordedRequest.from_dict(data)

                return request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecordedRequest, data)

        request = _parse_request(d.pop("request"))

        def _parse_retention(data: object) -> None | RetentionConfirmation:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                retention_type_0 = RetentionConfirmation.from_dict(data)

                return retention_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RetentionConfirmation, data)

        retention = _parse_retention(d.pop("retention"))

        erasure = cls(
            basis=basis,
            client_id=client_id,
            erased=erased,
            erased_at=erased_at,
            id=id,
            request=request,
            retention=retention,
        )

        erasure.additional_properties = d
        return erasure

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
