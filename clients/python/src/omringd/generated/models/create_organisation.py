from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.invite_administrator import InviteAdministrator


T = TypeVar("T", bound="CreateOrganisation")


@_attrs_define
class CreateOrganisation:
    """A new organisation.

    Attributes:
        admin (InviteAdministrator): An administrator to invite. The invitee gives the name on acceptance.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
    """

    admin: InviteAdministrator
    name: str

    def to_dict(self) -> dict[str, Any]:
        admin = self.admin.to_dict()

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "admin": admin,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invite_administrator import InviteAdministrator  # noqa: PLC0415

        d = dict(src_dict)
        admin = InviteAdministrator.from_dict(d.pop("admin"))

        name = d.pop("name")

        create_organisation = cls(
            admin=admin,
            name=name,
        )

        return create_organisation
