from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_tension_changed_kind import ChangeTensionChangedKind, check_change_tension_changed_kind

T = TypeVar("T", bound="ChangeTensionChanged")


@_attrs_define
class ChangeTensionChanged:
    """
    Attributes:
        from_ (int | None):
        kind (ChangeTensionChangedKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        to (int | None):
    """

    from_: int | None
    kind: ChangeTensionChangedKind
    person_id: UUID
    sentence: str
    to: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_: int | None
        from_ = self.from_

        kind: str = self.kind

        person_id = str(self.person_id)

        sentence = self.sentence

        to: int | None
        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "kind": kind,
                "personId": person_id,
                "sentence": sentence,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_from_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        from_ = _parse_from_(d.pop("from"))

        kind = check_change_tension_changed_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        def _parse_to(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        to = _parse_to(d.pop("to"))

        change_tension_changed = cls(
            from_=from_,
            kind=kind,
            person_id=person_id,
            sentence=sentence,
            to=to,
        )

        change_tension_changed.additional_properties = d
        return change_tension_changed

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
