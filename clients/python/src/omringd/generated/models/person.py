from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.life_domain import LifeDomain, check_life_domain
from ..models.relationship import Relationship, check_relationship

T = TypeVar("T", bound="Person")


@_attrs_define
class Person:
    """A person in a client's life.

    Attributes:
        alias (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        client_id (UUID):
        created_at (datetime.datetime):
        email (None | str):
        etag (str): The `ETag`, for `If-Match`. Example: "1".
        id (UUID):
        life_domain (LifeDomain | None):
        note (None | str):
        past (bool): Whether they belong to the past.
        phone (None | str):
        relationship (None | Relationship):
        updated_at (datetime.datetime):
    """

    alias: str
    client_id: UUID
    created_at: datetime.datetime
    email: None | str
    etag: str
    id: UUID
    life_domain: LifeDomain | None
    note: None | str
    past: bool
    phone: None | str
    relationship: None | Relationship
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        client_id = str(self.client_id)

        created_at = self.created_at.isoformat()

        email: None | str
        email = self.email

        etag = self.etag

        id = str(self.id)

        life_domain: None | str
        if isinstance(self.life_domain, str):
            life_domain = self.life_domain
        else:
            life_domain = self.life_domain

        note: None | str
        note = self.note

        past = self.past

        phone: None | str
        phone = self.phone

        relationship: None | str
        if isinstance(self.relationship, str):
            relationship = self.relationship
        else:
            relationship = self.relationship

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alias": alias,
                "clientId": client_id,
                "createdAt": created_at,
                "email": email,
                "etag": etag,
                "id": id,
                "lifeDomain": life_domain,
                "note": note,
                "past": past,
                "phone": phone,
                "relationship": relationship,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias")

        client_id = UUID(d.pop("clientId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        etag = d.pop("etag")

        id = UUID(d.pop("id"))

        def _parse_life_domain(data: object) -> LifeDomain | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                life_domain_type_0 = check_life_domain(data)

                return life_domain_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LifeDomain | None, data)

        life_domain = _parse_life_domain(d.pop("lifeDomain"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        past = d.pop("past")

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_relationship(data: object) -> None | Relationship:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                relationship_type_0 = check_relationship(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Relationship, data)

        relationship = _parse_relationship(d.pop("relationship"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        person = cls(
            alias=alias,
            client_id=client_id,
            created_at=created_at,
            email=email,
            etag=etag,
            id=id,
            life_domain=life_domain,
            note=note,
            past=past,
            phone=phone,
            relationship=relationship,
            updated_at=updated_at,
        )

        person.additional_properties = d
        return person

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
