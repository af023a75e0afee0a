from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ObservationFacts")


@_attrs_define
class ObservationFacts:
    """The data behind an observation.

    Attributes:
        groups (list[list[UUID]]): Groups that do not know each other.
        level (int | None): The need (0–3), burden or tension (0–4).
        share (float | None): The share of all support links.
        support_type (None | str):
        supporter_ids (list[UUID]): The supporters concerned.
        unanswered_ids (list[UUID]): Supporters without an answer, if an answer could change the observation.
    """

    groups: list[list[UUID]]
    level: int | None
    share: float | None
    support_type: None | str
    supporter_ids: list[UUID]
    unanswered_ids: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        groups = []
        for groups_item_data in self.groups:
            groups_item = []
            for groups_item_item_data in groups_item_data:
                groups_item_item = str(groups_item_item_data)
                groups_item.append(groups_item_item)

            groups.append(groups_item)

        level: int | None
        level = self.level

        share: float | None
        share = self.share

        support_type: None | str
        support_type = self.support_type

        supporter_ids = []
        for supporter_ids_item_data in self.supporter_ids:
            supporter_ids_item = str(supporter_ids_item_data)
            supporter_ids.append(supporter_ids_item)

        unanswered_ids = []
        for unanswered_ids_item_data in self.unanswered_ids:
            unanswered_ids_item = str(unanswered_ids_item_data)
            unanswered_ids.append(unanswered_ids_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "groups": groups,
                "level": level,
                "share": share,
                "supportType": support_type,
                "supporterIds": supporter_ids,
                "unansweredIds": unanswered_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = []
            _groups_item = groups_item_data
            for groups_item_item_data in _groups_item:
                groups_item_item = UUID(groups_item_item_data)

                groups_item.append(groups_item_item)

            groups.append(groups_item)

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))

        def _parse_support_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        support_type = _parse_support_type(d.pop("supportType"))

        supporter_ids = []
        _supporter_ids = d.pop("supporterIds")
        for supporter_ids_item_data in _supporter_ids:
            supporter_ids_item = UUID(supporter_ids_item_data)

            supporter_ids.append(supporter_ids_item)

        unanswered_ids = []
        _unanswered_ids = d.pop("unansweredIds")
        for unanswered_ids_item_data in _unanswered_ids:
            unanswered_ids_item = UUID(unanswered_ids_item_data)

            unanswered_ids.append(unanswered_ids_item)

        observation_facts = cls(
            groups=groups,
            level=level,
            share=share,
            support_type=support_type,
            supporter_ids=supporter_ids,
            unanswered_ids=unanswered_ids,
        )

        observation_facts.additional_properties = d
        return observation_facts

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
