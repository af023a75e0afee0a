from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DocumentTie")


@_attrs_define
class DocumentTie:
    """Two supporters who know each other.

    Attributes:
        created_at (datetime.datetime):
        supporters (list[int]): Positions of the two supporters, from 1.
        updated_at (datetime.datetime):
        strength (int | None | Unset): How strong the tie is; null is unanswered.
    """

    created_at: datetime.datetime
    supporters: list[int]
    updated_at: datetime.datetime
    strength: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        supporters = self.supporters

        updated_at = self.updated_at.isoformat()

        strength: int | None | Unset
        if isinstance(self.strength, Unset):
            strength = UNSET
        else:
            strength = self.strength

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "supporters": supporters,
                "updatedAt": updated_at,
            }
        )
        if strength is not UNSET:
            field_dict["strength"] = strength

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        supporters = cast(list[int], d.pop("supporters"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_strength(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        strength = _parse_strength(d.pop("strength", UNSET))

        document_tie = cls(
            created_at=created_at,
            supporters=supporters,
            updated_at=updated_at,
            strength=strength,
        )

        return document_tie
