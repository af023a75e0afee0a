from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RequestLogInCode")


@_attrs_define
class RequestLogInCode:
    """Who wants to log in.

    Attributes:
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
    """

    email: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        request_log_in_code = cls(
            email=email,
        )

        return request_log_in_code
