from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery import Delivery, check_delivery
from ..models.language import Language, check_language
from ..models.member_role import MemberRole, check_member_role

if TYPE_CHECKING:
    from ..models.mail_status import MailStatus
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="Invitation")


@_attrs_define
class Invitation:
    """An invitation to become a member of the organisation.

    Attributes:
        accepted_at (datetime.datetime | None): When it was accepted, if it was.
        client_id (None | UUID): The client it makes a log-in for, if any.
        created_at (datetime.datetime):
        delivery (Delivery): How the secret of an invitation reaches the invited person.
        email (None | str): The invited address; null for a client who gives one on acceptance.
        expires_at (datetime.datetime): When it expires.
        id (UUID):
        invited_by (NamedUser): A user, with the name beside the id.
        language (Language | None): The language of the mail and of the new account; null if none was given.
        mail (MailStatus | None): The state of the mail with the secret; null if none is sent.
        member_id (None | UUID): The member who is invited again, if it is one.
        roles (list[MemberRole]): The roles of the membership.
    """

    accepted_at: datetime.datetime | None
    client_id: None | UUID
    created_at: datetime.datetime
    delivery: Delivery
    email: None | str
    expires_at: datetime.datetime
    id: UUID
    invited_by: NamedUser
    language: Language | None
    mail: MailStatus | None
    member_id: None | UUID
    roles: list[MemberRole]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mail_status import MailStatus  # noqa: PLC0415

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        created_at = self.created_at.isoformat()

        delivery: str = self.delivery

        email: None | str
        email = self.email

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        invited_by = self.invited_by.to_dict()

        language: None | str
        if isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        mail: dict[str, Any] | None
        if isinstance(self.mail, MailStatus):
            mail = self.mail.to_dict()
        else:
            mail = self.mail

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        roles = []
        for roles_item_data in self.roles:
            roles_item: str = roles_item_data
            roles.append(roles_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acceptedAt": accepted_at,
                "clientId": client_id,
                "createdAt": created_at,
                "delivery": delivery,
                "email": email,
                "expiresAt": expires_at,
                "id": id,
                "invitedBy": invited_by,
                "language": language,
                "mail": mail,
                "memberId": member_id,
                "roles": roles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mail_status import MailStatus  # noqa: PLC0415
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("acceptedAt"))

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("clientId"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        delivery = check_delivery(d.pop("delivery"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        id = UUID(d.pop("id"))

        invited_by = NamedUser.from_dict(d.pop("invitedBy"))

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

        def _parse_mail(data: object) -> MailStatus | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mail_type_0 = MailStatus.from_dict(data)

                return mail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailStatus | None, data)

        mail = _parse_mail(d.pop("mail"))

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("memberId"))

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = check_member_role(roles_item_data)

            roles.append(roles_item)

        invitation = cls(
            accepted_at=accepted_at,
            client_id=client_id,
            created_at=created_at,
            delivery=delivery,
            email=email,
            expires_at=expires_at,
            id=id,
            invited_by=invited_by,
            language=language,
            mail=mail,
            member_id=member_id,
            roles=roles,
        )

        invitation.additional_properties = d
        return invitation

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
