from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_moved_outward_kind import ChangeMovedOutwardKind, check_change_moved_outward_kind
from ..models.closeness import Closeness, check_closeness

T = TypeVar("T", bound="ChangeMovedOutward")


@_attrs_define
class ChangeMovedOutward:
    """
    Attributes:
        from_ (Closeness): How close a supporter is.
        kind (ChangeMovedOutwardKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        to (Closeness): How close a supporter is.
    """

    from_: Closeness
    kind: ChangeMovedOutwardKind
    person_id: UUID
    sentence: str
    to: Closeness
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_: str = self.from_

        kind: str = self.kind

        person_id = str(self.person_id)

        sentence = self.sentence

        to: str = self.to

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
        from_ = check_closeness(d.pop("from"))

        kind = check_change_moved_outward_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        to = check_closeness(d.pop("to"))

        change_moved_outward = cls(
            from_=from_,
            kind=kind,
            person_id=person_id,
            sentence=sentence,
            to=to,
        )

        change_moved_outward.additional_properties = d
        return change_moved_outward

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
