from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Tie")


@_attrs_define
class Tie:
    """Two supporters who know each other. It has no direction.

    Attributes:
        created_at (datetime.datetime):
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        id (UUID):
        map_id (UUID):
        strength (int | None): How strong the tie is; null is unanswered.
        supporter_ids (list[UUID]): The two, in order of id.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    etag: str
    id: UUID
    map_id: UUID
    strength: int | None
    supporter_ids: list[UUID]
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        etag = self.etag

        id = str(self.id)

        map_id = str(self.map_id)

        strength: int | None
        strength = self.strength

        supporter_ids = []
        for supporter_ids_item_data in self.supporter_ids:
            supporter_ids_item = str(supporter_ids_item_data)
            supporter_ids.append(supporter_ids_item)

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "etag": etag,
                "id": id,
                "mapId": map_id,
                "strength": strength,
                "supporterIds": supporter_ids,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        etag = d.pop("etag")

        id = UUID(d.pop("id"))

        map_id = UUID(d.pop("mapId"))

        def _parse_strength(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        strength = _parse_strength(d.pop("strength"))

        supporter_ids = []
        _supporter_ids = d.pop("supporterIds")
        for supporter_ids_item_data in _supporter_ids:
            supporter_ids_item = UUID(supporter_ids_item_data)

            supporter_ids.append(supporter_ids_item)

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        tie = cls(
            created_at=created_at,
            etag=etag,
            id=id,
            map_id=map_id,
            strength=strength,
            supporter_ids=supporter_ids,
            updated_at=updated_at,
        )

        tie.additional_properties = d
        return tie

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
