from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OwnIdentity")


@_attrs_define
class OwnIdentity:
    """One of your identities at a provider.

    Attributes:
        created_at (datetime.datetime): When it was linked.
        id (UUID):
        organisation_id (UUID): The organisation of the provider.
        provider (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        provider_id (UUID):
        used_at (datetime.datetime | None): When it was last used to log in.
    """

    created_at: datetime.datetime
    id: UUID
    organisation_id: UUID
    provider: str
    provider_id: UUID
    used_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = str(self.id)

        organisation_id = str(self.organisation_id)

        provider = self.provider

        provider_id = str(self.provider_id)

        used_at: None | str
        if isinstance(self.used_at, datetime.datetime):
            used_at = self.used_at.isoformat()
        else:
            used_at = self.used_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "id": id,
                "organisationId": organisation_id,
                "provider": provider,
                "providerId": provider_id,
                "usedAt": used_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = UUID(d.pop("id"))

        organisation_id = UUID(d.pop("organisationId"))

        provider = d.pop("provider")

        provider_id = UUID(d.pop("providerId"))

        def _parse_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                used_at_type_0 = datetime.datetime.fromisoformat(data)

                return used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        used_at = _parse_used_at(d.pop("usedAt"))

        own_identity = cls(
            created_at=created_at,
            id=id,
            organisation_id=organisation_id,
            provider=provider,
            provider_id=provider_id,
            used_at=used_at,
        )

        own_identity.additional_properties = d
        return own_identity

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
