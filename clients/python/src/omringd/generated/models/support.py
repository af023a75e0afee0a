from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.availability import Availability, check_availability
from ..models.direction import Direction, check_direction
from ..types import UNSET, Unset

T = TypeVar("T", bound="Support")


@_attrs_define
class Support:
    """One type of support of one supporter.

    Attributes:
        support_type (str): The code of a support type. See `showVocabulary`.
        availability (Availability | None | Unset): Whether the client could ask for it; null is unanswered.
        direction (Direction | None | Unset): The direction; null is unanswered.
    """

    support_type: str
    availability: Availability | None | Unset = UNSET
    direction: Direction | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        support_type = self.support_type

        availability: None | str | Unset
        if isinstance(self.availability, Unset):
            availability = UNSET
        elif isinstance(self.availability, str):
            availability = self.availability
        else:
            availability = self.availability

        direction: None | str | Unset
        if isinstance(self.direction, Unset):
            direction = UNSET
        elif isinstance(self.direction, str):
            direction = self.direction
        else:
            direction = self.direction

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supportType": support_type,
            }
        )
        if availability is not UNSET:
            field_dict["availability"] = availability
        if direction is not UNSET:
            field_dict["direction"] = direction

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        support_type = d.pop("supportType")

        def _parse_availability(data: object) -> Availability | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                availability_type_0 = check_availability(data)

                return availability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Availability | None | Unset, data)

        availability = _parse_availability(d.pop("availability", UNSET))

        def _parse_direction(data: object) -> Direction | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = check_direction(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Direction | None | Unset, data)

        direction = _parse_direction(d.pop("direction", UNSET))

        support = cls(
            support_type=support_type,
            availability=availability,
            direction=direction,
        )

        return support
