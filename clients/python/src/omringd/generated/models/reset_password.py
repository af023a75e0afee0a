from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResetPassword")


@_attrs_define
class ResetPassword:
    """A new password, with the secret of the mail.

    Attributes:
        new_password (str): The new password. Example: een lange zin is sterk.
        secret (str): The secret of the mail. Example: vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E.
    """

    new_password: str
    secret: str

    def to_dict(self) -> dict[str, Any]:
        new_password = self.new_password

        secret = self.secret

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "newPassword": new_password,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        new_password = d.pop("newPassword")

        secret = d.pop("secret")

        reset_password = cls(
            new_password=new_password,
            secret=secret,
        )

        return reset_password
