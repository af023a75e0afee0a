from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_outcome import ImportOutcome, check_import_outcome

T = TypeVar("T", bound="ImportedInvitation")


@_attrs_define
class ImportedInvitation:
    """A row of a table of people to invite.

    Attributes:
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        invitation_id (None | UUID): The new invitation; null if there is none.
        outcome (ImportOutcome): What an import did with a row.
        row (int): The row as a spreadsheet numbers it; the header is row 1. Example: 2.
        secret (None | str): The secret to accept it with, shown only here; null if it is mailed, or there is none.
            Example: vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E.
    """

    email: str
    invitation_id: None | UUID
    outcome: ImportOutcome
    row: int
    secret: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        invitation_id: None | str
        if isinstance(self.invitation_id, UUID):
            invitation_id = str(self.invitation_id)
        else:
            invitation_id = self.invitation_id

        outcome: str = self.outcome

        row = self.row

        secret: None | str
        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "invitationId": invitation_id,
                "outcome": outcome,
                "row": row,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        def _parse_invitation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                invitation_id_type_0 = UUID(data)

                return invitation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        invitation_id = _parse_invitation_id(d.pop("invitationId"))

        outcome = check_import_outcome(d.pop("outcome"))

        row = d.pop("row")

        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))

        imported_invitation = cls(
            email=email,
            invitation_id=invitation_id,
            outcome=outcome,
            row=row,
            secret=secret,
        )

        imported_invitation.additional_properties = d
        return imported_invitation

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
