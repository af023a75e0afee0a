from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.logged_in import LoggedIn


T = TypeVar("T", bound="AcceptedInvitation")


@_attrs_define
class AcceptedInvitation:
    """The membership created by an invitation.

    Attributes:
        confirmation_code (None | str): For the first log-in of a client, and shown only here: keep it to confirm a
            later log-in. Null otherwise. Example: 7K2MX-0QH4T-9V1WD-3RBCE.
        logged_in (LoggedIn | None): The new session in the organisation, as from `logIn`; null if you have to log in.
        member_id (UUID): Their membership.
        organisation_id (UUID): The organisation of the membership.
        user_id (UUID):
    """

    confirmation_code: None | str
    logged_in: LoggedIn | None
    member_id: UUID
    organisation_id: UUID
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.logged_in import LoggedIn  # noqa: PLC0415

        confirmation_code: None | str
        confirmation_code = self.confirmation_code

        logged_in: dict[str, Any] | None
        if isinstance(self.logged_in, LoggedIn):
            logged_in = self.logged_in.to_dict()
        else:
            logged_in = self.logged_in

        member_id = str(self.member_id)

        organisation_id = str(self.organisation_id)

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmationCode": confirmation_code,
                "loggedIn": logged_in,
                "memberId": member_id,
                "organisationId": organisation_id,
                "userId": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.logged_in import LoggedIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_confirmation_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        confirmation_code = _parse_confirmation_code(d.pop("confirmationCode"))

        def _parse_logged_in(data: object) -> LoggedIn | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logged_in_type_0 = LoggedIn.from_dict(data)

                return logged_in_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LoggedIn | None, data)

        logged_in = _parse_logged_in(d.pop("loggedIn"))

        member_id = UUID(d.pop("memberId"))

        organisation_id = UUID(d.pop("organisationId"))

        user_id = UUID(d.pop("userId"))

        accepted_invitation = cls(
            confirmation_code=confirmation_code,
            logged_in=logged_in,
            member_id=member_id,
            organisation_id=organisation_id,
            user_id=user_id,
        )

        accepted_invitation.additional_properties = d
        return accepted_invitation

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
