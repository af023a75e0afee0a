from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateTie")


@_attrs_define
class CreateTie:
    """Two supporters of the map who know each other.

    Attributes:
        supporter_ids (list[UUID]): The two, in any order.
        strength (int | None | Unset): How strong the tie is; null is unanswered.
    """

    supporter_ids: list[UUID]
    strength: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        supporter_ids = []
        for supporter_ids_item_data in self.supporter_ids:
            supporter_ids_item = str(supporter_ids_item_data)
            supporter_ids.append(supporter_ids_item)

        strength: int | None | Unset
        if isinstance(self.strength, Unset):
            strength = UNSET
        else:
            strength = self.strength

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supporterIds": supporter_ids,
            }
        )
        if strength is not UNSET:
            field_dict["strength"] = strength

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        supporter_ids = []
        _supporter_ids = d.pop("supporterIds")
        for supporter_ids_item_data in _supporter_ids:
            supporter_ids_item = UUID(supporter_ids_item_data)

            supporter_ids.append(supporter_ids_item)

        def _parse_strength(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        strength = _parse_strength(d.pop("strength", UNSET))

        create_tie = cls(
            supporter_ids=supporter_ids,
            strength=strength,
        )

        return create_tie
