from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChooseOrganisation")


@_attrs_define
class ChooseOrganisation:
    """Which organisation.

    Attributes:
        organisation_id (UUID): An organisation you are a member of.
    """

    organisation_id: UUID

    def to_dict(self) -> dict[str, Any]:
        organisation_id = str(self.organisation_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organisationId": organisation_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organisation_id = UUID(d.pop("organisationId"))

        choose_organisation = cls(
            organisation_id=organisation_id,
        )

        return choose_organisation
