from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.closeness import Closeness, check_closeness
from ..models.contact_frequency import ContactFrequency, check_contact_frequency

if TYPE_CHECKING:
    from ..models.person import Person
    from ..models.support import Support


T = TypeVar("T", bound="PlacedPerson")


@_attrs_define
class PlacedPerson:
    """A person placed on a map, with the data of the person.

    Attributes:
        angle (int | None): Position on the ring, in degrees clockwise from the top; null lets the picture choose.
        burden (int | None): The load the supporter carries, from 0 (none) to 4; null is unanswered.
        closeness (Closeness | None): Null is unplaced.
        contact_frequency (ContactFrequency | None):
        created_at (datetime.datetime):
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        id (UUID):
        map_id (UUID):
        person_id (UUID):
        supports (list[Support] | None): Null is unanswered, empty means none.
        tension (int | None): Tension in the relationship, from 0 (none) to 4; null is unanswered.
        updated_at (datetime.datetime):
        person (Person): A person in a client's life.
    """

    angle: int | None
    burden: int | None
    closeness: Closeness | None
    contact_frequency: ContactFrequency | None
    created_at: datetime.datetime
    etag: str
    id: UUID
    map_id: UUID
    person_id: UUID
    supports: list[Support] | None
    tension: int | None
    updated_at: datetime.datetime
    person: Person
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        angle: int | None
        angle = self.angle

        burden: int | None
        burden = self.burden

        closeness: None | str
        if isinstance(self.closeness, str):
            closeness = self.closeness
        else:
            closeness = self.closeness

        contact_frequency: None | str
        if isinstance(self.contact_frequency, str):
            contact_frequency = self.contact_frequency
        else:
            contact_frequency = self.contact_frequency

        created_at = self.created_at.isoformat()

        etag = self.etag

        id = str(self.id)

        map_id = str(self.map_id)

        person_id = str(self.person_id)

        supports: list[dict[str, Any]] | None
        if isinstance(self.supports, list):
            supports = []
            for supports_type_0_item_data in self.supports:
                supports_type_0_item = supports_type_0_item_data.to_dict()
                supports.append(supports_type_0_item)

        else:
            supports = self.supports

        tension: int | None
        tension = self.tension

        updated_at = self.updated_at.isoformat()

        person = self.person.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "angle": angle,
                "burden": burden,
                "closeness": closeness,
                "contactFrequency": contact_frequency,
                "createdAt": created_at,
                "etag": etag,
                "id": id,
                "mapId": map_id,
                "personId": person_id,
                "supports": supports,
                "tension": tension,
                "updatedAt": updated_at,
                "person": person,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415
        from ..models.support import Support  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_angle(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        angle = _parse_angle(d.pop("angle"))

        def _parse_burden(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        burden = _parse_burden(d.pop("burden"))

        def _parse_closeness(data: object) -> Closeness | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closeness_type_0 = check_closeness(data)

                return closeness_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Closeness | None, data)

        closeness = _parse_closeness(d.pop("closeness"))

        def _parse_contact_frequency(data: object) -> ContactFrequency | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_frequency_type_0 = check_contact_frequency(data)

                return contact_frequency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactFrequency | None, data)

        contact_frequency = _parse_contact_frequency(d.pop("contactFrequency"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        etag = d.pop("etag")

        id = UUID(d.pop("id"))

        map_id = UUID(d.pop("mapId"))

        person_id = UUID(d.pop("personId"))

        def _parse_supports(data: object) -> list[Support] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                supports_type_0 = []
                _supports_type_0 = data
                for supports_type_0_item_data in _supports_type_0:
                    supports_type_0_item = Support.from_dict(supports_type_0_item_data)

                    supports_type_0.append(supports_type_0_item)

                return supports_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Support] | None, data)

        supports = _parse_supports(d.pop("supports"))

        def _parse_tension(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        tension = _parse_tension(d.pop("tension"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        person = Person.from_dict(d.pop("person"))

        placed_person = cls(
            angle=angle,
            burden=burden,
            closeness=closeness,
            contact_frequency=contact_frequency,
            created_at=created_at,
            etag=etag,
            id=id,
            map_id=map_id,
            person_id=person_id,
            supports=supports,
            tension=tension,
            updated_at=updated_at,
            person=person,
        )

        placed_person.additional_properties = d
        return placed_person

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
