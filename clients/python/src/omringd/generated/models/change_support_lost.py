from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.availability import Availability, check_availability
from ..models.change_support_lost_kind import ChangeSupportLostKind, check_change_support_lost_kind
from ..models.direction import Direction, check_direction

T = TypeVar("T", bound="ChangeSupportLost")


@_attrs_define
class ChangeSupportLost:
    """
    Attributes:
        availability (Availability | None):
        direction (Direction | None):
        kind (ChangeSupportLostKind):
        person_id (UUID):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        support_type (str): The code of a support type. See `showVocabulary`.
    """

    availability: Availability | None
    direction: Direction | None
    kind: ChangeSupportLostKind
    person_id: UUID
    sentence: str
    support_type: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        availability: None | str
        if isinstance(self.availability, str):
            availability = self.availability
        else:
            availability = self.availability

        direction: None | str
        if isinstance(self.direction, str):
            direction = self.direction
        else:
            direction = self.direction

        kind: str = self.kind

        person_id = str(self.person_id)

        sentence = self.sentence

        support_type = self.support_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "availability": availability,
                "direction": direction,
                "kind": kind,
                "personId": person_id,
                "sentence": sentence,
                "supportType": support_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_availability(data: object) -> Availability | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                availability_type_0 = check_availability(data)

                return availability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Availability | None, data)

        availability = _parse_availability(d.pop("availability"))

        def _parse_direction(data: object) -> Direction | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = check_direction(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Direction | None, data)

        direction = _parse_direction(d.pop("direction"))

        kind = check_change_support_lost_kind(d.pop("kind"))

        person_id = UUID(d.pop("personId"))

        sentence = d.pop("sentence")

        support_type = d.pop("supportType")

        change_support_lost = cls(
            availability=availability,
            direction=direction,
            kind=kind,
            person_id=person_id,
            sentence=sentence,
            support_type=support_type,
        )

        change_support_lost.additional_properties = d
        return change_support_lost

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
