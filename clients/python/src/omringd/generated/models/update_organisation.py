from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.organisation_status import OrganisationStatus, check_organisation_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateOrganisation")


@_attrs_define
class UpdateOrganisation:
    """A merge patch (RFC 7396) of an organisation.

    Attributes:
        name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        status (OrganisationStatus | Unset): Whether an organisation's members have access.
    """

    name: str | Unset = UNSET
    status: OrganisationStatus | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _status = d.pop("status", UNSET)
        status: OrganisationStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_organisation_status(_status)

        update_organisation = cls(
            name=name,
            status=status,
        )

        return update_organisation
