from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language
from ..models.member_role import MemberRole, check_member_role

T = TypeVar("T", bound="OfferedInvitation")


@_attrs_define
class OfferedInvitation:
    """What the holder of an invitation's secret may know before accepting it.

    Attributes:
        again (bool): Whether you are a member who is invited again: accepting it sets a new password for your account.
        email (None | str): The invited address; null if you choose one when you accept.
        expires_at (datetime.datetime): When the invitation expires.
        invited_by_name (None | str): The name of the user who invites; null if the account no longer exists.
        language (Language | None): The language of the invitation; null if it has none.
        organisation_name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        roles (list[MemberRole]): The roles of the membership.
    """

    again: bool
    email: None | str
    expires_at: datetime.datetime
    invited_by_name: None | str
    language: Language | None
    organisation_name: str
    roles: list[MemberRole]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        again = self.again

        email: None | str
        email = self.email

        expires_at = self.expires_at.isoformat()

        invited_by_name: None | str
        invited_by_name = self.invited_by_name

        language: None | str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        organisation_name = self.organisation_name

        roles = []
        for roles_item_data in self.roles:
            roles_item: str = roles_item_data
            roles.append(roles_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "again": again,
                "email": email,
                "expiresAt": expires_at,
                "invitedByName": invited_by_name,
                "language": language,
                "organisationName": organisation_name,
                "roles": roles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        again = d.pop("again")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        def _parse_invited_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        invited_by_name = _parse_invited_by_name(d.pop("invitedByName"))

        def _parse_language(data: object) -> Language | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Language | None, data)

        language = _parse_language(d.pop("language"))

        organisation_name = d.pop("organisationName")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = check_member_role(roles_item_data)

            roles.append(roles_item)

        offered_invitation = cls(
            again=again,
            email=email,
            expires_at=expires_at,
            invited_by_name=invited_by_name,
            language=language,
            organisation_name=organisation_name,
            roles=roles,
        )

        offered_invitation.additional_properties = d
        return offered_invitation

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
