from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptInvitation")


@_attrs_define
class AcceptInvitation:
    """Who accepts an invitation.

    Attributes:
        password (str): The password of a new account, at least 12 characters; or of your existing account. Example: een
            lange zin is sterk.
        secret (str): The invitation's secret. Example: vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E.
        email (None | str | Unset): The address to log in with; required if the invitation names none, and ignored
            otherwise.
        name (None | str | Unset): Your name; required for a new account.
    """

    password: str
    secret: str
    email: None | str | Unset = UNSET
    name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        secret = self.secret

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "password": password,
                "secret": secret,
            }
        )
        if email is not UNSET:
            field_dict["email"] = email
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        password = d.pop("password")

        secret = d.pop("secret")

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        accept_invitation = cls(
            password=password,
            secret=secret,
            email=email,
            name=name,
        )

        return accept_invitation
