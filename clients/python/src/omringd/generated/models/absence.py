from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.consequence import Consequence


T = TypeVar("T", bound="Absence")


@_attrs_define
class Absence:
    """The effect of losing one supporter.

    Attributes:
        agreement_ids (list[UUID]): Open agreements with this supporter.
        groups (list[list[UUID]]): The groups into which their own group falls apart; empty if it stays connected.
        map_id (UUID):
        sentences (list[str]): The same as sentences, in the language of the request, for its audience.
        supporter_id (UUID):
        supports (list[Consequence]): Every support type for which they could be asked.
    """

    agreement_ids: list[UUID]
    groups: list[list[UUID]]
    map_id: UUID
    sentences: list[str]
    supporter_id: UUID
    supports: list[Consequence]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreement_ids = []
        for agreement_ids_item_data in self.agreement_ids:
            agreement_ids_item = str(agreement_ids_item_data)
            agreement_ids.append(agreement_ids_item)

        groups = []
        for groups_item_data in self.groups:
            groups_item = []
            for groups_item_item_data in groups_item_data:
                groups_item_item = str(groups_item_item_data)
                groups_item.append(groups_item_item)

            groups.append(groups_item)

        map_id = str(self.map_id)

        sentences = self.sentences

        supporter_id = str(self.supporter_id)

        supports = []
        for supports_item_data in self.supports:
            supports_item = supports_item_data.to_dict()
            supports.append(supports_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreementIds": agreement_ids,
                "groups": groups,
                "mapId": map_id,
                "sentences": sentences,
                "supporterId": supporter_id,
                "supports": supports,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consequence import Consequence  # noqa: PLC0415

        d = dict(src_dict)
        agreement_ids = []
        _agreement_ids = d.pop("agreementIds")
        for agreement_ids_item_data in _agreement_ids:
            agreement_ids_item = UUID(agreement_ids_item_data)

            agreement_ids.append(agreement_ids_item)

        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = []
            _groups_item = groups_item_data
            for groups_item_item_data in _groups_item:
                groups_item_item = UUID(groups_item_item_data)

                groups_item.append(groups_item_item)

            groups.append(groups_item)

        map_id = UUID(d.pop("mapId"))

        sentences = cast(list[str], d.pop("sentences"))

        supporter_id = UUID(d.pop("supporterId"))

        supports = []
        _supports = d.pop("supports")
        for supports_item_data in _supports:
            supports_item = Consequence.from_dict(supports_item_data)

            supports.append(supports_item)

        absence = cls(
            agreement_ids=agreement_ids,
            groups=groups,
            map_id=map_id,
            sentences=sentences,
            supporter_id=supporter_id,
            supports=supports,
        )

        absence.additional_properties = d
        return absence

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
