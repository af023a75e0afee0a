from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.relationship import Relationship, check_relationship

if TYPE_CHECKING:
    from ..models.contact_problem import ContactProblem


T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """A contact, with the members of a person.

    Attributes:
        alias (None | str): The name; null if the address book has none: `createPersons` requires one.
        duplicate_of (None | UUID): The person of this client who has the same number, email address or name; null if
            there is none.
        email (None | str):
        other_emails (list[str]): Other email addresses to choose from, at most 5.
        other_phones (list[str]): Other numbers to choose from, at most 5.
        phone (None | str): The best number to call: the preferred one, then a mobile one, never a fax.
        problems (list[ContactProblem]): What could not be read or stored.
        relationship (None | Relationship): The relationship to the client, if a group in the address book states it.
    """

    alias: None | str
    duplicate_of: None | UUID
    email: None | str
    other_emails: list[str]
    other_phones: list[str]
    phone: None | str
    problems: list[ContactProblem]
    relationship: None | Relationship
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alias: None | str
        alias = self.alias

        duplicate_of: None | str
        if isinstance(self.duplicate_of, UUID):
            duplicate_of = str(self.duplicate_of)
        else:
            duplicate_of = self.duplicate_of

        email: None | str
        email = self.email

        other_emails = self.other_emails

        other_phones = self.other_phones

        phone: None | str
        phone = self.phone

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        relationship: None | str
        if isinstance(self.relationship, str):
            relationship = self.relationship
        else:
            relationship = self.relationship

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alias": alias,
                "duplicateOf": duplicate_of,
                "email": email,
                "otherEmails": other_emails,
                "otherPhones": other_phones,
                "phone": phone,
                "problems": problems,
                "relationship": relationship,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_problem import ContactProblem  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_alias(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        alias = _parse_alias(d.pop("alias"))

        def _parse_duplicate_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                duplicate_of_type_0 = UUID(data)

                return duplicate_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        duplicate_of = _parse_duplicate_of(d.pop("duplicateOf"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        other_emails = cast(list[str], d.pop("otherEmails"))

        other_phones = cast(list[str], d.pop("otherPhones"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = ContactProblem.from_dict(problems_item_data)

            problems.append(problems_item)

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

        contact = cls(
            alias=alias,
            duplicate_of=duplicate_of,
            email=email,
            other_emails=other_emails,
            other_phones=other_phones,
            phone=phone,
            problems=problems,
            relationship=relationship,
        )

        contact.additional_properties = d
        return contact

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
