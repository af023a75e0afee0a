from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="LegalHold")


@_attrs_define
class LegalHold:
    """A legal hold on a client's record. While it is in force, the record is not erased.

    Attributes:
        client_id (UUID):
        id (UUID):
        placed_at (datetime.datetime): When it was placed.
        placed_by (NamedUser): A user, with the name beside the id.
        reason (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        released_at (datetime.datetime | None): When it was released; null if it lasts until its end.
        released_by (NamedUser | None): The administrator who released it.
        until (datetime.datetime): When it ends.
    """

    client_id: UUID
    id: UUID
    placed_at: datetime.datetime
    placed_by: NamedUser
    reason: str
    released_at: datetime.datetime | None
    released_by: NamedUser | None
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        client_id = str(self.client_id)

        id = str(self.id)

        placed_at = self.placed_at.isoformat()

        placed_by = self.placed_by.to_dict()

        reason = self.reason

        released_at: None | str
        if isinstance(self.released_at, datetime.datetime):
            released_at = self.released_at.isoformat()
        else:
            released_at = self.released_at

        released_by: dict[str, Any] | None
        if isinstance(self.released_by, NamedUser):
            released_by = self.released_by.to_dict()
        else:
            released_by = self.released_by

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "id": id,
                "placedAt": placed_at,
                "placedBy": placed_by,
                "reason": reason,
                "releasedAt": released_at,
                "releasedBy": released_by,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        id = UUID(d.pop("id"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placedAt"))

        placed_by = NamedUser.from_dict(d.pop("placedBy"))

        reason = d.pop("reason")

        def _parse_released_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                released_at_type_0 = datetime.datetime.fromisoformat(data)

                return released_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        released_at = _parse_released_at(d.pop("releasedAt"))

        def _parse_released_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                released_by_type_0 = NamedUser.from_dict(data)

                return released_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        released_by = _parse_released_by(d.pop("releasedBy"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        legal_hold = cls(
            client_id=client_id,
            id=id,
            placed_at=placed_at,
            placed_by=placed_by,
            reason=reason,
            released_at=released_at,
            released_by=released_by,
            until=until,
        )

        legal_hold.additional_properties = d
        return legal_hold

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
