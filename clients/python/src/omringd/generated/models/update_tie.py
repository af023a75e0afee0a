from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateTie")


@_attrs_define
class UpdateTie:
    """A merge patch (RFC 7396) of a tie.

    Attributes:
        strength (int | None | Unset): How strong the tie is; null makes it unanswered.
    """

    strength: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        strength: int | None | Unset
        if isinstance(self.strength, Unset):
            strength = UNSET
        else:
            strength = self.strength

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if strength is not UNSET:
            field_dict["strength"] = strength

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_strength(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        strength = _parse_strength(d.pop("strength", UNSET))

        update_tie = cls(
            strength=strength,
        )

        return update_tie
