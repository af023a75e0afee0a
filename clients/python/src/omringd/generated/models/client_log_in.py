from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.confirmation import Confirmation, check_confirmation

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="ClientLogIn")


@_attrs_define
class ClientLogIn:
    """A user linked to a client's record, now or before.

    Attributes:
        client_id (UUID):
        confirmation (Confirmation | None): What confirmed it.
        confirmed_at (datetime.datetime | None): When it was confirmed; null until then.
        confirmed_by (NamedUser | None): The user who confirmed it; null for a first log-in and after confirmation on
            the command line.
        email (None | str): The user's email address; null for a removed account and for an unconfirmed log-in.
        id (UUID):
        linked_at (datetime.datetime): When it was linked.
        linked_by (NamedUser | None): The user who invited this log-in; null if not recorded.
        unlinked_at (datetime.datetime | None): When the link ended; null while linked.
        unlinked_by (NamedUser | None): Who ended it.
        user (NamedUser): A user, with the name beside the id.
    """

    client_id: UUID
    confirmation: Confirmation | None
    confirmed_at: datetime.datetime | None
    confirmed_by: NamedUser | None
    email: None | str
    id: UUID
    linked_at: datetime.datetime
    linked_by: NamedUser | None
    unlinked_at: datetime.datetime | None
    unlinked_by: NamedUser | None
    user: NamedUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        client_id = str(self.client_id)

        confirmation: None | str
        if isinstance(self.confirmation, str):
            confirmation = self.confirmation
        else:
            confirmation = self.confirmation

        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        confirmed_by: dict[str, Any] | None
        if isinstance(self.confirmed_by, NamedUser):
            confirmed_by = self.confirmed_by.to_dict()
        else:
            confirmed_by = self.confirmed_by

        email: None | str
        email = self.email

        id = str(self.id)

        linked_at = self.linked_at.isoformat()

        linked_by: dict[str, Any] | None
        if isinstance(self.linked_by, NamedUser):
            linked_by = self.linked_by.to_dict()
        else:
            linked_by = self.linked_by

        unlinked_at: None | str
        if isinstance(self.unlinked_at, datetime.datetime):
            unlinked_at = self.unlinked_at.isoformat()
        else:
            unlinked_at = self.unlinked_at

        unlinked_by: dict[str, Any] | None
        if isinstance(self.unlinked_by, NamedUser):
            unlinked_by = self.unlinked_by.to_dict()
        else:
            unlinked_by = self.unlinked_by

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clientId": client_id,
                "confirmation": confirmation,
                "confirmedAt": confirmed_at,
                "confirmedBy": confirmed_by,
                "email": email,
                "id": id,
                "linkedAt": linked_at,
                "linkedBy": linked_by,
                "unlinkedAt": unlinked_at,
                "unlinkedBy": unlinked_by,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("clientId"))

        def _parse_confirmation(data: object) -> Confirmation | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmation_type_0 = check_confirmation(data)

                return confirmation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Confirmation | None, data)

        confirmation = _parse_confirmation(d.pop("confirmation"))

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmedAt"))

        def _parse_confirmed_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                confirmed_by_type_0 = NamedUser.from_dict(data)

                return confirmed_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        confirmed_by = _parse_confirmed_by(d.pop("confirmedBy"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        id = UUID(d.pop("id"))

        linked_at = datetime.datetime.fromisoformat(d.pop("linkedAt"))

        def _parse_linked_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                linked_by_type_0 = NamedUser.from_dict(data)

                return linked_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        linked_by = _parse_linked_by(d.pop("linkedBy"))

        def _parse_unlinked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unlinked_at_type_0 = datetime.datetime.fromisoformat(data)

                return unlinked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        unlinked_at = _parse_unlinked_at(d.pop("unlinkedAt"))

        def _parse_unlinked_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                unlinked_by_type_0 = NamedUser.from_dict(data)

                return unlinked_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        unlinked_by = _parse_unlinked_by(d.pop("unlinkedBy"))

        user = NamedUser.from_dict(d.pop("user"))

        client_log_in = cls(
            client_id=client_id,
            confirmation=confirmation,
            confirmed_at=confirmed_at,
            confirmed_by=confirmed_by,
            email=email,
            id=id,
            linked_at=linked_at,
            linked_by=linked_by,
            unlinked_at=unlinked_at,
            unlinked_by=unlinked_by,
            user=user,
        )

        client_log_in.additional_properties = d
        return client_log_in

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
