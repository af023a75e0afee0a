from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="MailCode")


@_attrs_define
class MailCode:
    """A code that was mailed to a client.

    Attributes:
        digits (str): The six digits. Example: 287082.
        ticket (str): The ticket of the request for the code. Example: vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E.
    """

    digits: str
    ticket: str

    def to_dict(self) -> dict[str, Any]:
        digits = self.digits

        ticket = self.ticket

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digits": digits,
                "ticket": ticket,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digits = d.pop("digits")

        ticket = d.pop("ticket")

        mail_code = cls(
            digits=digits,
            ticket=ticket,
        )

        return mail_code
