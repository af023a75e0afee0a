from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.recorded_request import RecordedRequest


T = TypeVar("T", bound="AccessRequest")


@_attrs_define
class AccessRequest:
    """A client asked for access to their record. It stays on record.

    Attributes:
        client_id (UUID):
        id (UUID):
        printable_until (datetime.datetime): Until when the record and its access log can be printed: 30 days after the
            request was recorded.
        request (RecordedRequest): A client's request on record.
    """

    client_id: UUID
    id: UUID
    printable_until: datetime.datetime
    request: RecordedRequest
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        id = str(self.id)

        printable_until = self.printable_until.isoformat()

        request = self.request.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "id": id,
                "printableUntil": printable_until,
                "request": request,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        id = UUID(d.pop("id"))

        printable_until = datetime.datetime.fromisoformat(d.pop("printableUntil"))

        request = RecordedRequest.from_dict(d.pop("request"))

        access_request = cls(
            client_id=client_id,
            id=id,
            printable_until=printable_until,
            request=request,
        )

        access_request.additional_properties = d
        return access_request

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
