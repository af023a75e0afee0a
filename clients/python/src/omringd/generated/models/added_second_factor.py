from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.second_factor_kind import SecondFactorKind, check_second_factor_kind

T = TypeVar("T", bound="AddedSecondFactor")


@_attrs_define
class AddedSecondFactor:
    """An added authenticator app, with what the app needs. Shown only here.

    Attributes:
        confirmed_at (datetime.datetime | None): When its first use confirmed it; null while it does not count.
        created_at (datetime.datetime):
        id (UUID):
        kind (SecondFactorKind): A kind of second factor.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        used_at (datetime.datetime | None): When it was last used.
        address (str): The same as an `otpauth:` address, to show as a QR code. Example:
            otpauth://totp/Omringd:coach%40example.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Omringd.
        secret (str): The secret in Base32, to type into the app. Example: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ.
    """

    confirmed_at: datetime.datetime | None
    created_at: datetime.datetime
    id: UUID
    kind: SecondFactorKind
    name: str
    used_at: datetime.datetime | None
    address: str
    secret: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        created_at = self.created_at.isoformat()

        id = str(self.id)

        kind: str = self.kind

        name = self.name

        used_at: None | str
        if isinstance(self.used_at, datetime.datetime):
            used_at = self.used_at.isoformat()
        else:
            used_at = self.used_at

        address = self.address

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmedAt": confirmed_at,
                "createdAt": created_at,
                "id": id,
                "kind": kind,
                "name": name,
                "usedAt": used_at,
                "address": address,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmedAt"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        kind = check_second_factor_kind(d.pop("kind"))

        name = d.pop("name")

        def _parse_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                used_at_type_0 = datetime.datetime.fromisoformat(data)

                return used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        used_at = _parse_used_at(d.pop("usedAt"))

        address = d.pop("address")

        secret = d.pop("secret")

        added_second_factor = cls(
            confirmed_at=confirmed_at,
            created_at=created_at,
            id=id,
            kind=kind,
            name=name,
            used_at=used_at,
            address=address,
            secret=secret,
        )

        added_second_factor.additional_properties = d
        return added_second_factor

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
