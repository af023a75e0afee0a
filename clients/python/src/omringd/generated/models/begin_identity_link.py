from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="BeginIdentityLink")


@_attrs_define
class BeginIdentityLink:
    """Where to link an identity.

    Attributes:
        provider_id (UUID): The identity provider of an organisation in which you are an admin or coach.
    """

    provider_id: UUID

    def to_dict(self) -> dict[str, Any]:
        provider_id = str(self.provider_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "providerId": provider_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        provider_id = UUID(d.pop("providerId"))

        begin_identity_link = cls(
            provider_id=provider_id,
        )

        return begin_identity_link
