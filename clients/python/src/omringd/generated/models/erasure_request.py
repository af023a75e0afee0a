from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_basis import ErasureBasis, check_erasure_basis

if TYPE_CHECKING:
    from ..models.erasure_refusal import ErasureRefusal
    from ..models.named_user import NamedUser
    from ..models.recorded_request import RecordedRequest
    from ..models.retention_confirmation import RetentionConfirmation


T = TypeVar("T", bound="ErasureRequest")


@_attrs_define
class ErasureRequest:
    """An erasure that a client asked for, or that follows from retention. It waits unless it was withdrawn or refused.

    Attributes:
        basis (ErasureBasis): Why a record was erased.
        client_id (UUID):
        erases_at (datetime.datetime): When the record is erased, after the organisation's waiting time. A legal hold
            postpones it.
        id (UUID): The erasure has the same id: the receipt.
        refusal (ErasureRefusal | None): The refusal; null if it was not refused.
        request (None | RecordedRequest): The client's request; null if the basis is `retention`.
        retention (None | RetentionConfirmation): The confirmation by an administrator; null if the basis is `request`.
        withdrawn_at (datetime.datetime | None): When it was withdrawn.
        withdrawn_by (NamedUser | None): The user who withdrew it; null also if the record was changed or restricted
            while an erasure by retention waited.
    """

    basis: ErasureBasis
    client_id: UUID
    erases_at: datetime.datetime
    id: UUID
    refusal: ErasureRefusal | None
    request: None | RecordedRequest
    retention: None | RetentionConfirmation
    withdrawn_at: datetime.datetime | None
    withdrawn_by: NamedUser | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.erasure_refusal import ErasureRefusal  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415
        from ..models.retention_confirmation import RetentionConfirmation  # noqa: PLC0415

        basis: str = self.basis

        client_id = str(self.client_id)

        erases_at = self.erases_at.isoformat()

        id = str(self.id)

        refusal: dict[str, Any] | None
        if isinstance(self.refusal, ErasureRefusal):
            refusal = self.refusal.to_dict()
        else:
            refusal = self.refusal

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

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        withdrawn_by: dict[str, Any] | None
        if isinstance(self.withdrawn_by, NamedUser):
            withdrawn_by = self.withdrawn_by.to_dict()
        else:
            withdrawn_by = self.withdrawn_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis": basis,
                "clientId": client_id,
                "erasesAt": erases_at,
                "id": id,
                "refusal": refusal,
                "request": request,
                "retention": retention,
                "withdrawnAt": withdrawn_at,
                "withdrawnBy": withdrawn_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.erasure_refusal import ErasureRefusal  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415
        from ..models.retention_confirmation import RetentionConfirmation  # noqa: PLC0415

        d = dict(src_dict)
        basis = check_erasure_basis(d.pop("basis"))

        client_id = UUID(d.pop("clientId"))

        erases_at = datetime.datetime.fromisoformat(d.pop("erasesAt"))

        id = UUID(d.pop("id"))

        def _parse_refusal(data: object) -> ErasureRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                refusal_type_0 = ErasureRefusal.from_dict(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErasureRefusal | None, data)

        refusal = _parse_refusal(d.pop("refusal"))

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

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawnAt"))

        def _parse_withdrawn_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                withdrawn_by_type_0 = NamedUser.from_dict(data)

                return withdrawn_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        withdrawn_by = _parse_withdrawn_by(d.pop("withdrawnBy"))

        erasure_request = cls(
            basis=basis,
            client_id=client_id,
            erases_at=erases_at,
            id=id,
            refusal=refusal,
            request=request,
            retention=retention,
            withdrawn_at=withdrawn_at,
            withdrawn_by=withdrawn_by,
        )

        erasure_request.additional_properties = d
        return erasure_request

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
