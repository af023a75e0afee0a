from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_contact_changed_kind import ChangeContactChangedKind, check_change_contact_changed_kind
from ..models.contact_frequency import ContactFrequency, check_contact_frequency

T = TypeVar("T", bound="ChangeContactChanged")


@_attrs_define
class ChangeContactChanged:
    """
    Attributes:
        from_ (ContactFrequency | None):
        kind (ChangeContactChangedKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        to (ContactFrequency | None):
    """

    from_: ContactFrequency | None
    kind: ChangeContactChangedKind
    person_id: UUID
    sentence: str
    to: ContactFrequency | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_: None | str
        if isinstance(self.from_, str):
            from_ = self.from_
        else:
            from_ = self.from_

        kind: str = self.kind

        person_id = str(self.person_id)

        sentence = self.sentence

        to: None | str
        if isinstance(self.to, str):
            to = self.to
        else:
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

        def _parse_from_(data: object) -> ContactFrequency | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_type_0 = check_contact_frequency(data)

                return from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactFrequency | None, data)

        from_ = _parse_from_(d.pop("from"))

        kind = check_change_contact_changed_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        def _parse_to(data: object) -> ContactFrequency | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_type_0 = check_contact_frequency(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactFrequency | None, data)

        to = _parse_to(d.pop("to"))

        change_contact_changed = cls(
            from_=from_,
            kind=kind,
            person_id=person_id,
            sentence=sentence,
            to=to,
        )

        change_contact_changed.additional_properties = d
        return change_contact_changed

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
