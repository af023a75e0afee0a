from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateCard")


@_attrs_define
class CreateCard:
    """A new card.

    Attributes:
        include_reflections (bool | Unset): Whether to include the client's reflections. Only the client can.
    """

    include_reflections: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        include_reflections = self.include_reflections

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if include_reflections is not UNSET:
            field_dict["includeReflections"] = include_reflections

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        include_reflections = d.pop("includeReflections", UNSET)

        create_card = cls(
            include_reflections=include_reflections,
        )

        return create_card
