from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_manner import ConsentManner, check_consent_manner

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="RecordedRequest")


@_attrs_define
class RecordedRequest:
    """A client's request on record.

    Attributes:
        asked_at (datetime.datetime): When the client asked.
        manner (ConsentManner): How a client gave a consent.
        recorded_at (datetime.datetime): When it was recorded.
        recorded_by (NamedUser): A user, with the name beside the id.
    """

    asked_at: datetime.datetime
    manner: ConsentManner
    recorded_at: datetime.datetime
    recorded_by: NamedUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_at = self.asked_at.isoformat()

        manner: str = self.manner

        recorded_at = self.recorded_at.isoformat()

        recorded_by = self.recorded_by.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "askedAt": asked_at,
                "manner": manner,
                "recordedAt": recorded_at,
                "recordedBy": recorded_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("askedAt"))

        manner = check_consent_manner(d.pop("manner"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recordedAt"))

        recorded_by = NamedUser.from_dict(d.pop("recordedBy"))

        recorded_request = cls(
            asked_at=asked_at,
            manner=manner,
            recorded_at=recorded_at,
            recorded_by=recorded_by,
        )

        recorded_request.additional_properties = d
        return recorded_request

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
