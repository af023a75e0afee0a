from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_supporter_gone_kind import ChangeSupporterGoneKind, check_change_supporter_gone_kind

T = TypeVar("T", bound="ChangeSupporterGone")


@_attrs_define
class ChangeSupporterGone:
    """Is only on the first card.

    Attributes:
        kind (ChangeSupporterGoneKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
    """

    kind: ChangeSupporterGoneKind
    person_id: UUID
    sentence: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        person_id = str(self.person_id)

        sentence = self.sentence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "personId": person_id,
                "sentence": sentence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_change_supporter_gone_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        change_supporter_gone = cls(
            kind=kind,
            person_id=person_id,
            sentence=sentence,
        )

        change_supporter_gone.additional_properties = d
        return change_supporter_gone

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
