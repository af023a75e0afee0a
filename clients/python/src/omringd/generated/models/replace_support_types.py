from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.own_support_type import OwnSupportType


T = TypeVar("T", bound="ReplaceSupportTypes")


@_attrs_define
class ReplaceSupportTypes:
    """All of the organisation's own support types.

    Attributes:
        support_types (list[OwnSupportType]): In display order, after the built-in ones.
    """

    support_types: list[OwnSupportType]

    def to_dict(self) -> dict[str, Any]:
        support_types = []
        for support_types_item_data in self.support_types:
            support_types_item = support_types_item_data.to_dict()
            support_types.append(support_types_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supportTypes": support_types,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_support_type import OwnSupportType  # noqa: PLC0415

        d = dict(src_dict)
        support_types = []
        _support_types = d.pop("supportTypes")
        for support_types_item_data in _support_types:
            support_types_item = OwnSupportType.from_dict(support_types_item_data)

            support_types.append(support_types_item)

        replace_support_types = cls(
            support_types=support_types,
        )

        return replace_support_types
