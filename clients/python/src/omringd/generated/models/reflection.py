from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Reflection")


@_attrs_define
class Reflection:
    """A reflection.

    Attributes:
        created_at (datetime.datetime):
        id (UUID):
        map_id (UUID):
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    id: UUID
    map_id: UUID
    text: str
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = str(self.id)

        map_id = str(self.map_id)

        text = self.text

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "id": id,
                "mapId": map_id,
                "text": text,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        map_id = UUID(d.pop("mapId"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        reflection = cls(
            created_at=created_at,
            id=id,
            map_id=map_id,
            text=text,
            updated_at=updated_at,
        )

        reflection.additional_properties = d
        return reflection

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
