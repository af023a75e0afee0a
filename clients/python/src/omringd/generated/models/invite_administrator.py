from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="InviteAdministrator")


@_attrs_define
class InviteAdministrator:
    """An administrator to invite. The invitee gives the name on acceptance.

    Attributes:
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        coach (bool | Unset): Whether this administrator is also a coach, such as a coach who works alone: members
            cannot give themselves a
            role later. Example: False.
    """

    email: str
    coach: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        coach = self.coach

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if coach is not UNSET:
            field_dict["coach"] = coach

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        coach = d.pop("coach", UNSET)

        invite_administrator = cls(
            email=email,
            coach=coach,
        )

        return invite_administrator
