from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.availability import Availability, check_availability
from ..models.change_availability_changed_kind import (
    ChangeAvailabilityChangedKind,
    check_change_availability_changed_kind,
)

T = TypeVar("T", bound="ChangeAvailabilityChanged")


@_attrs_define
class ChangeAvailabilityChanged:
    """
    Attributes:
        from_ (Availability | None):
        kind (ChangeAvailabilityChangedKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        support_type (str): The code of a support type. See `showVocabulary`.
        to (Availability | None):
    """

    from_: Availability | None
    kind: ChangeAvailabilityChangedKind
    person_id: UUID
    sentence: str
    support_type: str
    to: Availability | None
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

        support_type = self.support_type

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
                "supportType": support_type,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_from_(data: object) -> Availability | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_type_0 = check_availability(data)

                return from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Availability | None, data)

        from_ = _parse_from_(d.pop("from"))

        kind = check_change_availability_changed_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        support_type = d.pop("supportType")

        def _parse_to(data: object) -> Availability | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_type_0 = check_availability(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Availability | None, data)

        to = _parse_to(d.pop("to"))

        change_availability_changed = cls(
            from_=from_,
            kind=kind,
            person_id=person_id,
            sentence=sentence,
            support_type=support_type,
            to=to,
        )

        change_availability_changed.additional_properties = d
        return change_availability_changed

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
