from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.life_domain import LifeDomain, check_life_domain
from ..models.relationship import Relationship, check_relationship
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdatePerson")


@_attrs_define
class UpdatePerson:
    """A merge patch (RFC 7396) of a person; null removes a member.

    Attributes:
        alias (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        email (None | str | Unset): Email address.
        life_domain (LifeDomain | None | Unset): The life domain in which they meet.
        note (None | str | Unset): A note.
        past (bool | Unset): Whether they belong to the past: they died, or contact has ended. They are then left out of
            helpers and new
            maps, and cover no need in insights and caseload; cards keep them.
        phone (None | str | Unset): Phone number.
        relationship (None | Relationship | Unset): What they are to the client.
    """

    alias: str | Unset = UNSET
    email: None | str | Unset = UNSET
    life_domain: LifeDomain | None | Unset = UNSET
    note: None | str | Unset = UNSET
    past: bool | Unset = UNSET
    phone: None | str | Unset = UNSET
    relationship: None | Relationship | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        alias = self.alias

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

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

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if alias is not UNSET:
            field_dict["alias"] = alias
        if email is not UNSET:
            field_dict["email"] = email
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alias = d.pop("alias", UNSET)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

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

        update_person = cls(
            alias=alias,
            email=email,
            life_domain=life_domain,
            note=note,
            past=past,
            phone=phone,
            relationship=relationship,
        )

        return update_person
