from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.coverage_state import CoverageState, check_coverage_state

T = TypeVar("T", bound="Coverage")


@_attrs_define
class Coverage:
    """Who could give one type of support, as the client perceives it. Excludes persons who belong to the past.

    Attributes:
        available (list[UUID]): Supporters with `received-now` or `could-ask`.
        label (str): Its label in the language of the request.
        need (int | None): The level of the need; null is unanswered.
        state (CoverageState): What perceived availability makes of a need.
        support_type (str): The code of a support type. See `showVocabulary`.
        unanswered (list[UUID]): Supporters without an answer.
        would_not_ask (list[UUID]): Supporters the client would not ask.
    """

    available: list[UUID]
    label: str
    need: int | None
    state: CoverageState
    support_type: str
    unanswered: list[UUID]
    would_not_ask: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        available = []
        for available_item_data in self.available:
            available_item = str(available_item_data)
            available.append(available_item)

        label = self.label

        need: int | None
        need = self.need

        state: str = self.state

        support_type = self.support_type

        unanswered = []
        for unanswered_item_data in self.unanswered:
            unanswered_item = str(unanswered_item_data)
            unanswered.append(unanswered_item)

        would_not_ask = []
        for would_not_ask_item_data in self.would_not_ask:
            would_not_ask_item = str(would_not_ask_item_data)
            would_not_ask.append(would_not_ask_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "available": available,
                "label": label,
                "need": need,
                "state": state,
                "supportType": support_type,
                "unanswered": unanswered,
                "wouldNotAsk": would_not_ask,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        available = []
        _available = d.pop("available")
        for available_item_data in _available:
            available_item = UUID(available_item_data)

            available.append(available_item)

        label = d.pop("label")

        def _parse_need(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        need = _parse_need(d.pop("need"))

        state = check_coverage_state(d.pop("state"))

        support_type = d.pop("supportType")

        unanswered = []
        _unanswered = d.pop("unanswered")
        for unanswered_item_data in _unanswered:
            unanswered_item = UUID(unanswered_item_data)

            unanswered.append(unanswered_item)

        would_not_ask = []
        _would_not_ask = d.pop("wouldNotAsk")
        for would_not_ask_item_data in _would_not_ask:
            would_not_ask_item = UUID(would_not_ask_item_data)

            would_not_ask.append(would_not_ask_item)

        coverage = cls(
            available=available,
            label=label,
            need=need,
            state=state,
            support_type=support_type,
            unanswered=unanswered,
            would_not_ask=would_not_ask,
        )

        coverage.additional_properties = d
        return coverage

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
