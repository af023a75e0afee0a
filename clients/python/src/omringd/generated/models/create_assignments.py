from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateAssignments")


@_attrs_define
class CreateAssignments:
    """New assignments of one coach to several clients, with the same start, end and basis.

    Attributes:
        basis (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        client_ids (list[UUID]): The clients; must be unique. Example: ['01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d21',
            '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d22'].
        coach_id (UUID): The coach: the `userId` of a member with the role coach.
        ends_at (datetime.datetime | None | Unset): The end, exclusive, if known.
        starts_at (datetime.datetime | None | Unset): The start; now by default.
    """

    basis: str
    client_ids: list[UUID]
    coach_id: UUID
    ends_at: datetime.datetime | None | Unset = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        basis = self.basis

        client_ids = []
        for client_ids_item_data in self.client_ids:
            client_ids_item = str(client_ids_item_data)
            client_ids.append(client_ids_item)

        coach_id = str(self.coach_id)

        ends_at: None | str | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        elif isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "basis": basis,
                "clientIds": client_ids,
                "coachId": coach_id,
            }
        )
        if ends_at is not UNSET:
            field_dict["endsAt"] = ends_at
        if starts_at is not UNSET:
            field_dict["startsAt"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        basis = d.pop("basis")

        client_ids = []
        _client_ids = d.pop("clientIds")
        for client_ids_item_data in _client_ids:
            client_ids_item = UUID(client_ids_item_data)

            client_ids.append(client_ids_item)

        coach_id = UUID(d.pop("coachId"))

        def _parse_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("endsAt", UNSET))

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("startsAt", UNSET))

        create_assignments = cls(
            basis=basis,
            client_ids=client_ids,
            coach_id=coach_id,
            ends_at=ends_at,
            starts_at=starts_at,
        )

        return create_assignments
