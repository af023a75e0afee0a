from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_tie_gained_kind import ChangeTieGainedKind, check_change_tie_gained_kind

T = TypeVar("T", bound="ChangeTieGained")


@_attrs_define
class ChangeTieGained:
    """
    Attributes:
        kind (ChangeTieGainedKind):
        person_ids (list[UUID]):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
    """

    kind: ChangeTieGainedKind
    person_ids: list[UUID]
    sentence: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        person_ids = []
        for person_ids_item_data in self.person_ids:
            person_ids_item = str(person_ids_item_data)
            person_ids.append(person_ids_item)

        sentence = self.sentence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "personIds": person_ids,
                "sentence": sentence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_change_tie_gained_kind(d.pop("kind"))

        person_ids = []
        _person_ids = d.pop("personIds")
        for person_ids_item_data in _person_ids:
            person_ids_item = UUID(person_ids_item_data)

            person_ids.append(person_ids_item)

        sentence = d.pop("sentence")

        change_tie_gained = cls(
            kind=kind,
            person_ids=person_ids,
            sentence=sentence,
        )

        change_tie_gained.additional_properties = d
        return change_tie_gained

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
