from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.closeness import Closeness, check_closeness
from ..models.contact_frequency import ContactFrequency, check_contact_frequency
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.support import Support


T = TypeVar("T", bound="DocumentSupporter")


@_attrs_define
class DocumentSupporter:
    """A person placed on a map.

    Attributes:
        created_at (datetime.datetime):
        person (int): A position in a list, from 1 to 1,000,000.
        updated_at (datetime.datetime):
        angle (int | None | Unset): Position on the ring, in degrees clockwise from the top; absent or null lets the
            picture choose.
        burden (int | None | Unset): The load the supporter carries, from 0 (none) to 4; null is unanswered.
        closeness (Closeness | None | Unset):
        contact_frequency (ContactFrequency | None | Unset):
        supports (list[Support] | None | Unset): Null is unanswered, empty means none.
        tension (int | None | Unset): Tension in the relationship, from 0 (none) to 4; null is unanswered.
    """

    created_at: datetime.datetime
    person: int
    updated_at: datetime.datetime
    angle: int | None | Unset = UNSET
    burden: int | None | Unset = UNSET
    closeness: Closeness | None | Unset = UNSET
    contact_frequency: ContactFrequency | None | Unset = UNSET
    supports: list[Support] | None | Unset = UNSET
    tension: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        person = self.person

        updated_at = self.updated_at.isoformat()

        angle: int | None | Unset
        if isinstance(self.angle, Unset):
            angle = UNSET
        else:
            angle = self.angle

        burden: int | None | Unset
        if isinstance(self.burden, Unset):
            burden = UNSET
        else:
            burden = self.burden

        closeness: None | str | Unset
        if isinstance(self.closeness, Unset):
            closeness = UNSET
        elif isinstance(self.closeness, str):
            closeness = self.closeness
        else:
            closeness = self.closeness

        contact_frequency: None | str | Unset
        if isinstance(self.contact_frequency, Unset):
            contact_frequency = UNSET
        elif isinstance(self.contact_frequency, str):
            contact_frequency = self.contact_frequency
        else:
            contact_frequency = self.contact_frequency

        supports: list[dict[str, Any]] | None | Unset
        if isinstance(self.supports, Unset):
            supports = UNSET
        elif isinstance(self.supports, list):
            supports = []
            for supports_type_0_item_data in self.supports:
                supports_type_0_item = supports_type_0_item_data.to_dict()
                supports.append(supports_type_0_item)

        else:
            supports = self.supports

        tension: int | None | Unset
        if isinstance(self.tension, Unset):
            tension = UNSET
        else:
            tension = self.tension

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "person": person,
                "updatedAt": updated_at,
            }
        )
        if angle is not UNSET:
            field_dict["angle"] = angle
        if burden is not UNSET:
            field_dict["burden"] = burden
        if closeness is not UNSET:
            field_dict["closeness"] = closeness
        if contact_frequency is not UNSET:
            field_dict["contactFrequency"] = contact_frequency
        if supports is not UNSET:
            field_dict["supports"] = supports
        if tension is not UNSET:
            field_dict["tension"] = tension

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.support import Support  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        person = d.pop("person")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_angle(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        angle = _parse_angle(d.pop("angle", UNSET))

        def _parse_burden(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        burden = _parse_burden(d.pop("burden", UNSET))

        def _parse_closeness(data: object) -> Closeness | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closeness_type_0 = check_closeness(data)

                return closeness_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Closeness | None | Unset, data)

        closeness = _parse_closeness(d.pop("closeness", UNSET))

        def _parse_contact_frequency(data: object) -> ContactFrequency | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_frequency_type_0 = check_contact_frequency(data)

                return contact_frequency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactFrequency | None | Unset, data)

        contact_frequency = _parse_contact_frequency(d.pop("contactFrequency", UNSET))

        def _parse_supports(data: object) -> list[Support] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
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
            return cast(list[Support] | None | Unset, data)

        supports = _parse_supports(d.pop("supports", UNSET))

        def _parse_tension(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tension = _parse_tension(d.pop("tension", UNSET))

        document_supporter = cls(
            created_at=created_at,
            person=person,
            updated_at=updated_at,
            angle=angle,
            burden=burden,
            closeness=closeness,
            contact_frequency=contact_frequency,
            supports=supports,
            tension=tension,
        )

        return document_supporter
