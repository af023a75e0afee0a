from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.life_domain import LifeDomain, check_life_domain
from ..models.relationship import Relationship, check_relationship
from ..types import UNSET, Unset

T = TypeVar("T", bound="ContentPerson")


@_attrs_define
class ContentPerson:
    """A person, in the content of a map; what is absent or null is unknown.

    Attributes:
        alias (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        id (UUID):  Example: 01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a01.
        client_id (UUID | Unset):
        created_at (datetime.datetime | Unset):
        email (None | str | Unset): Email address.
        etag (str | Unset):
        life_domain (LifeDomain | None | Unset): The life domain in which they meet.
        note (None | str | Unset): A note.
        past (bool | Unset): Whether they belong to the past. Read-only here: update the person.
        phone (None | str | Unset): Phone number.
        relationship (None | Relationship | Unset): What they are to the client.
        updated_at (datetime.datetime | Unset):
    """

    alias: str
    id: UUID
    client_id: UUID | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    email: None | str | Unset = UNSET
    etag: str | Unset = UNSET
    life_domain: LifeDomain | None | Unset = UNSET
    note: None | str | Unset = UNSET
    past: bool | Unset = UNSET
    phone: None | str | Unset = UNSET
    relationship: None | Relationship | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        id = str(self.id)

        client_id: str | Unset = UNSET
        if not isinstance(self.client_id, Unset):
            client_id = str(self.client_id)

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        etag = self.etag

        life_domain: None | str | Unset
        if isinstance(self.life_domain, Unset):
            life_domain = UNSET
        elif isinstance(self.life_domain, str):
            life_domain = self.life_domain
        else:
            life_domain = self.life_domain

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        past = self.past

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        relationship: None | str | Unset
        if isinstance(self.relationship, Unset):
            relationship = UNSET
        elif isinstance(self.relationship, str):
            relationship = self.relationship
        else:
            relationship = self.relationship

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "alias": alias,
                "id": id,
            }
        )
        if client_id is not UNSET:
            field_dict["clientId"] = client_id
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if email is not UNSET:
            field_dict["email"] = email
        if etag is not UNSET:
            field_dict["etag"] = etag
        if life_domain is not UNSET:
            field_dict["lifeDomain"] = life_domain
        if note is not UNSET:
            field_dict["note"] = note
        if past is not UNSET:
            field_dict["past"] = past
        if phone is not UNSET:
            field_dict["phone"] = phone
        if relationship is not UNSET:
            field_dict["relationship"] = relationship
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias")

        id = UUID(d.pop("id"))

        _client_id = d.pop("clientId", UNSET)
        client_id: UUID | Unset
        if isinstance(_client_id, Unset):
            client_id = UNSET
        else:
            client_id = UUID(_client_id)

        _created_at = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        etag = d.pop("etag", UNSET)

        def _parse_life_domain(data: object) -> LifeDomain | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                life_domain_type_0 = check_life_domain(data)

                return life_domain_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LifeDomain | None | Unset, data)

        life_domain = _parse_life_domain(d.pop("lifeDomain", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        past = d.pop("past", UNSET)

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_relationship(data: object) -> None | Relationship | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                relationship_type_0 = check_relationship(data)

                return relationship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Relationship | Unset, data)

        relationship = _parse_relationship(d.pop("relationship", UNSET))

        _updated_at = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        content_person = cls(
            alias=alias,
            id=id,
            client_id=client_id,
            created_at=created_at,
            email=email,
            etag=etag,
            life_domain=life_domain,
            note=note,
            past=past,
            phone=phone,
            relationship=relationship,
            updated_at=updated_at,
        )

        return content_person
