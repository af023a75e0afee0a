from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.member_role import MemberRole, check_member_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateMember")


@_attrs_define
class UpdateMember:
    """A merge patch (RFC 7396) of a member.

    Attributes:
        roles (list[MemberRole] | Unset): All roles of the member.
    """

    roles: list[MemberRole] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = []
            for roles_item_data in self.roles:
                roles_item: str = roles_item_data
                roles.append(roles_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if roles is not UNSET:
            field_dict["roles"] = roles

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _roles = d.pop("roles", UNSET)
        roles: list[MemberRole] | Unset = UNSET
        if _roles is not UNSET:
            roles = []
            for roles_item_data in _roles:
                roles_item = check_member_role(roles_item_data)

                roles.append(roles_item)

        update_member = cls(
            roles=roles,
        )

        return update_member
