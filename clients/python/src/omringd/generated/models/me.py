from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language

if TYPE_CHECKING:
    from ..models.own_membership import OwnMembership


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """You.

    Attributes:
        created_at (datetime.datetime):
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        id (UUID):
        language (Language): A language of the service.
        memberships (list[OwnMembership]): Your memberships of active organisations.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        operator (bool): Whether you run the platform.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    email: str
    id: UUID
    language: Language
    memberships: list[OwnMembership]
    name: str
    operator: bool
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        email = self.email

        id = str(self.id)

        language: str = self.language

        memberships = []
        for memberships_item_data in self.memberships:
            memberships_item = memberships_item_data.to_dict()
            memberships.append(memberships_item)

        name = self.name

        operator = self.operator

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "email": email,
                "id": id,
                "language": language,
                "memberships": memberships,
                "name": name,
                "operator": operator,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_membership import OwnMembership  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        email = d.pop("email")

        id = UUID(d.pop("id"))

        language = check_language(d.pop("language"))

        memberships = []
        _memberships = d.pop("memberships")
        for memberships_item_data in _memberships:
            memberships_item = OwnMembership.from_dict(memberships_item_data)

            memberships.append(memberships_item)

        name = d.pop("name")

        operator = d.pop("operator")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        me = cls(
            created_at=created_at,
            email=email,
            id=id,
            language=language,
            memberships=memberships,
            name=name,
            operator=operator,
            updated_at=updated_at,
        )

        me.additional_properties = d
        return me

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
