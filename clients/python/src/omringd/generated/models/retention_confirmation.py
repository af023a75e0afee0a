from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="RetentionConfirmation")


@_attrs_define
class RetentionConfirmation:
    """An administrator confirmed that a record is kept no longer.

    Attributes:
        confirmed_at (datetime.datetime): When it was confirmed.
        confirmed_by (NamedUser): A user, with the name beside the id.
    """

    confirmed_at: datetime.datetime
    confirmed_by: NamedUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed_at = self.confirmed_at.isoformat()

        confirmed_by = self.confirmed_by.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmedAt": confirmed_at,
                "confirmedBy": confirmed_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        confirmed_at = datetime.datetime.fromisoformat(d.pop("confirmedAt"))

        confirmed_by = NamedUser.from_dict(d.pop("confirmedBy"))

        retention_confirmation = cls(
            confirmed_at=confirmed_at,
            confirmed_by=confirmed_by,
        )

        retention_confirmation.additional_properties = d
        return retention_confirmation

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
