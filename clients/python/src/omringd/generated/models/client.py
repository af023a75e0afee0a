from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.external_identifier import ExternalIdentifier


T = TypeVar("T", bound="Client")


@_attrs_define
class Client:
    """A client.

    Attributes:
        created_at (datetime.datetime):
        date_of_birth (datetime.date | None): Null means unknown.
        external_identifiers (list[ExternalIdentifier]):
        id (UUID):
        login_confirmed (bool | None): Whether that log-in is confirmed: until then it has no access to private data.
            Null without a log-in. Example: True.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        preferred_name (None | str): The name the client prefers; null if it is the legal name.
        updated_at (datetime.datetime):
        user_id (None | UUID): The client's own log-in, if there is one.
    """

    created_at: datetime.datetime
    date_of_birth: datetime.date | None
    external_identifiers: list[ExternalIdentifier]
    id: UUID
    login_confirmed: bool | None
    name: str
    preferred_name: None | str
    updated_at: datetime.datetime
    user_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        date_of_birth: None | str
        if isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        external_identifiers = []
        for external_identifiers_item_data in self.external_identifiers:
            external_identifiers_item = external_identifiers_item_data.to_dict()
            external_identifiers.append(external_identifiers_item)

        id = str(self.id)

        login_confirmed: bool | None
        login_confirmed = self.login_confirmed

        name = self.name

        preferred_name: None | str
        preferred_name = self.preferred_name

        updated_at = self.updated_at.isoformat()

        user_id: None | str
        if isinstance(self.user_id, UUID):
            user_id = str(self.user_id)
        else:
            user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "dateOfBirth": date_of_birth,
                "externalIdentifiers": external_identifiers,
                "id": id,
                "loginConfirmed": login_confirmed,
                "name": name,
                "preferredName": preferred_name,
                "updatedAt": updated_at,
                "userId": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.external_identifier import ExternalIdentifier  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_date_of_birth(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        date_of_birth = _parse_date_of_birth(d.pop("dateOfBirth"))

        external_identifiers = []
        _external_identifiers = d.pop("externalIdentifiers")
        for external_identifiers_item_data in _external_identifiers:
            external_identifiers_item = ExternalIdentifier.from_dict(external_identifiers_item_data)

            external_identifiers.append(external_identifiers_item)

        id = UUID(d.pop("id"))

        def _parse_login_confirmed(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        login_confirmed = _parse_login_confirmed(d.pop("loginConfirmed"))

        name = d.pop("name")

        def _parse_preferred_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        preferred_name = _parse_preferred_name(d.pop("preferredName"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_user_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                user_id_type_0 = UUID(data)

                return user_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        user_id = _parse_user_id(d.pop("userId"))

        client = cls(
            created_at=created_at,
            date_of_birth=date_of_birth,
            external_identifiers=external_identifiers,
            id=id,
            login_confirmed=login_confirmed,
            name=name,
            preferred_name=preferred_name,
            updated_at=updated_at,
            user_id=user_id,
        )

        client.additional_properties = d
        return client

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
