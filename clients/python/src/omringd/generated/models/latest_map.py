from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_user import NamedUser
    from ..models.step_progress import StepProgress


T = TypeVar("T", bound="LatestMap")


@_attrs_define
class LatestMap:
    """The map changed last.

    Attributes:
        fragile (list[str]): Support types the client needs that only one supporter gives or could be asked for.
        id (UUID):
        steps (list[StepProgress]): The five steps in their order.
        supporters (int): How many supporters are on it.
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        uncovered (list[str]): Support types the client needs that no supporter gives or could be asked for.
        updated_at (datetime.datetime): When anything on it last changed.
        updated_by (NamedUser | None): The user who made that change; null if not recorded.
    """

    fragile: list[str]
    id: UUID
    steps: list[StepProgress]
    supporters: int
    theme: str
    uncovered: list[str]
    updated_at: datetime.datetime
    updated_by: NamedUser | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        fragile = self.fragile

        id = str(self.id)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        supporters = self.supporters

        theme = self.theme

        uncovered = self.uncovered

        updated_at = self.updated_at.isoformat()

        updated_by: dict[str, Any] | None
        if isinstance(self.updated_by, NamedUser):
            updated_by = self.updated_by.to_dict()
        else:
            updated_by = self.updated_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fragile": fragile,
                "id": id,
                "steps": steps,
                "supporters": supporters,
                "theme": theme,
                "uncovered": uncovered,
                "updatedAt": updated_at,
                "updatedBy": updated_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415
        from ..models.step_progress import StepProgress  # noqa: PLC0415

        d = dict(src_dict)
        fragile = cast(list[str], d.pop("fragile"))

        id = UUID(d.pop("id"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepProgress.from_dict(steps_item_data)

            steps.append(steps_item)

        supporters = d.pop("supporters")

        theme = d.pop("theme")

        uncovered = cast(list[str], d.pop("uncovered"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_updated_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                updated_by_type_0 = NamedUser.from_dict(data)

                return updated_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        updated_by = _parse_updated_by(d.pop("updatedBy"))

        latest_map = cls(
            fragile=fragile,
            id=id,
            steps=steps,
            supporters=supporters,
            theme=theme,
            uncovered=uncovered,
            updated_at=updated_at,
            updated_by=updated_by,
        )

        latest_map.additional_properties = d
        return latest_map

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
