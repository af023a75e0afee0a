from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_client import NamedClient
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="Assignment")


@_attrs_define
class Assignment:
    """A coach's assignment to a client.

    Attributes:
        assigned_by (NamedUser | None): The user who assigned the coach; null if not recorded.
        basis (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        client (NamedClient): A client, with the legal name beside the id.
        client_id (UUID):
        coach (NamedUser): A user, with the name beside the id.
        coach_id (UUID): The coach, as a user.
        created_at (datetime.datetime):
        ends_at (datetime.datetime | None): The end, exclusive; null while open.
        id (UUID):
        starts_at (datetime.datetime): The coach has access from this instant.
    """

    assigned_by: NamedUser | None
    basis: str
    client: NamedClient
    client_id: UUID
    coach: NamedUser
    coach_id: UUID
    created_at: datetime.datetime
    ends_at: datetime.datetime | None
    id: UUID
    starts_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        assigned_by: dict[str, Any] | None
        if isinstance(self.assigned_by, NamedUser):
            assigned_by = self.assigned_by.to_dict()
        else:
            assigned_by = self.assigned_by

        basis = self.basis

        client = self.client.to_dict()

        client_id = str(self.client_id)

        coach = self.coach.to_dict()

        coach_id = str(self.coach_id)

        created_at = self.created_at.isoformat()

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        id = str(self.id)

        starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assignedBy": assigned_by,
                "basis": basis,
                "client": client,
                "clientId": client_id,
                "coach": coach,
                "coachId": coach_id,
                "createdAt": created_at,
                "endsAt": ends_at,
                "id": id,
                "startsAt": starts_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_client import NamedClient  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_assigned_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assigned_by_type_0 = NamedUser.from_dict(data)

                return assigned_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        assigned_by = _parse_assigned_by(d.pop("assignedBy"))

        basis = d.pop("basis")

        client = NamedClient.from_dict(d.pop("client"))

        client_id = UUID(d.pop("clientId"))

        coach = NamedUser.from_dict(d.pop("coach"))

        coach_id = UUID(d.pop("coachId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("endsAt"))

        id = UUID(d.pop("id"))

        starts_at = datetime.datetime.fromisoformat(d.pop("startsAt"))

        assignment = cls(
            assigned_by=assigned_by,
            basis=basis,
            client=client,
            client_id=client_id,
            coach=coach,
            coach_id=coach_id,
            created_at=created_at,
            ends_at=ends_at,
            id=id,
            starts_at=starts_at,
        )

        assignment.additional_properties = d
        return assignment

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
