from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.need import Need


T = TypeVar("T", bound="ReplaceNeeds")


@_attrs_define
class ReplaceNeeds:
    """Everything the client needs.

    Attributes:
        needs (list[Need]): One for each support type with an answer.
    """

    needs: list[Need]

    def to_dict(self) -> dict[str, Any]:
        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.to_dict()
            needs.append(needs_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "needs": needs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.need import Need  # noqa: PLC0415

        d = dict(src_dict)
        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = Need.from_dict(needs_item_data)

            needs.append(needs_item)

        replace_needs = cls(
            needs=needs,
        )

        return replace_needs
