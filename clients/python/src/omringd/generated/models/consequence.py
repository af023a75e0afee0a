from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.coverage_state import CoverageState, check_coverage_state

T = TypeVar("T", bound="Consequence")


@_attrs_define
class Consequence:
    """The effect on one support type.

    Attributes:
        after (CoverageState): What perceived availability makes of a need.
        before (CoverageState): What perceived availability makes of a need.
        label (str): Its label in the language of the request.
        left (list[UUID]): Supporters who could still be asked.
        need (int | None): The level of the need; null is unanswered.
        support_type (str): The code of a support type. See `showVocabulary`.
    """

    after: CoverageState
    before: CoverageState
    label: str
    left: list[UUID]
    need: int | None
    support_type: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        after: str = self.after

        before: str = self.before

        label = self.label

        left = []
        for left_item_data in self.left:
            left_item = str(left_item_data)
            left.append(left_item)

        need: int | None
        need = self.need

        support_type = self.support_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "after": after,
                "before": before,
                "label": label,
                "left": left,
                "need": need,
                "supportType": support_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        after = check_coverage_state(d.pop("after"))

        before = check_coverage_state(d.pop("before"))

        label = d.pop("label")

        left = []
        _left = d.pop("left")
        for left_item_data in _left:
            left_item = UUID(left_item_data)

            left.append(left_item)

        def _parse_need(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        need = _parse_need(d.pop("need"))

        support_type = d.pop("supportType")

        consequence = cls(
            after=after,
            before=before,
            label=label,
            left=left,
            need=need,
            support_type=support_type,
        )

        consequence.additional_properties = d
        return consequence

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
