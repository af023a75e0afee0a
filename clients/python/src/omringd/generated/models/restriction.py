from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.recorded_request import RecordedRequest


T = TypeVar("T", bound="Restriction")


@_attrs_define
class Restriction:
    """A restriction of a client's record. It stays on record after it was lifted.

    Attributes:
        client_id (UUID):
        id (UUID):
        lifting (None | RecordedRequest): The client's request to lift it; null while it is in force.
        request (RecordedRequest): A client's request on record.
    """

    client_id: UUID
    id: UUID
    lifting: None | RecordedRequest
    request: RecordedRequest
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.recorded_request import RecordedRequest  # noqa: PLC0415

        client_id = str(self.client_id)

        id = str(self.id)

        lifting: dict[str, Any] | None
        if isinstance(self.lifting, RecordedRequest):
            lifting = self.lifting.to_dict()
        else:
            lifting = self.lifting

        request = self.request.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "id": id,
                "lifting": lifting,
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

        def _parse_lifting(data: object) -> None | RecordedRequest:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                lifting_type_0 = RecordedRequest.from_dict(data)

                return lifting_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecordedRequest, data)

        lifting = _parse_lifting(d.pop("lifting"))

        request = RecordedRequest.from_dict(d.pop("request"))

        restriction = cls(
            client_id=client_id,
            id=id,
            lifting=lifting,
            request=request,
        )

        restriction.additional_properties = d
        return restriction

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
