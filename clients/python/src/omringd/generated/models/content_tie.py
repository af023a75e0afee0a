from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ContentTie")


@_attrs_define
class ContentTie:
    """A tie, in the content of a map.

    Attributes:
        id (UUID):  Example: 01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a03.
        supporter_ids (list[UUID]): Two supporters of this content, in any order. Immutable.
        created_at (datetime.datetime | Unset):
        etag (str | Unset):
        map_id (UUID | Unset):
        strength (int | None | Unset): How strong the tie is; null is unanswered.
        updated_at (datetime.datetime | Unset):
    """

    id: UUID
    supporter_ids: list[UUID]
    created_at: datetime.datetime | Unset = UNSET
    etag: str | Unset = UNSET
    map_id: UUID | Unset = UNSET
    strength: int | None | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supporter_ids = []
        for supporter_ids_item_data in self.supporter_ids:
            supporter_ids_item = str(supporter_ids_item_data)
            supporter_ids.append(supporter_ids_item)

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        etag = self.etag

        map_id: str | Unset = UNSET
        if not isinstance(self.map_id, Unset):
            map_id = str(self.map_id)

        strength: int | None | Unset
        if isinstance(self.strength, Unset):
            strength = UNSET
        else:
            strength = self.strength

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "supporterIds": supporter_ids,
            }
        )
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if etag is not UNSET:
            field_dict["etag"] = etag
        if map_id is not UNSET:
            field_dict["mapId"] = map_id
        if strength is not UNSET:
            field_dict["strength"] = strength
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supporter_ids = []
        _supporter_ids = d.pop("supporterIds")
        for supporter_ids_item_data in _supporter_ids:
            supporter_ids_item = UUID(supporter_ids_item_data)

            supporter_ids.append(supporter_ids_item)

        _created_at = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        etag = d.pop("etag", UNSET)

        _map_id = d.pop("mapId", UNSET)
        map_id: UUID | Unset
        if isinstance(_map_id, Unset):
            map_id = UNSET
        else:
            map_id = UUID(_map_id)

        def _parse_strength(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        strength = _parse_strength(d.pop("strength", UNSET))

        _updated_at = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        content_tie = cls(
            id=id,
            supporter_ids=supporter_ids,
            created_at=created_at,
            etag=etag,
            map_id=map_id,
            strength=strength,
            updated_at=updated_at,
        )

        return content_tie
