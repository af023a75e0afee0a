from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LogInDomain")


@_attrs_define
class LogInDomain:
    """A domain that the organisation claims.

    Attributes:
        created_at (datetime.datetime):
        domain (str): The domain, in Unicode. Example: linde.example.
        id (UUID):
        missing_since (datetime.datetime | None): Since when the daily check does not find the record of a proven
            domain; after 7 days the domain is not proven any more.
        record_name (str): The name of the DNS record that proves it, of type TXT. Example: _omringd-
            challenge.linde.example.
        record_value (str): The value of that record. Example: omringd=yq0kzXKm8dS1XQe4f1yRxGkV6s8m1nJw2lT0o3pQ5uA.
        verified_at (datetime.datetime | None): When the record was last found; null if it was not.
    """

    created_at: datetime.datetime
    domain: str
    id: UUID
    missing_since: datetime.datetime | None
    record_name: str
    record_value: str
    verified_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        domain = self.domain

        id = str(self.id)

        missing_since: None | str
        if isinstance(self.missing_since, datetime.datetime):
            missing_since = self.missing_since.isoformat()
        else:
            missing_since = self.missing_since

        record_name = self.record_name

        record_value = self.record_value

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "domain": domain,
                "id": id,
                "missingSince": missing_since,
                "recordName": record_name,
                "recordValue": record_value,
                "verifiedAt": verified_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        domain = d.pop("domain")

        id = UUID(d.pop("id"))

        def _parse_missing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                missing_since_type_0 = datetime.datetime.fromisoformat(data)

                return missing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        missing_since = _parse_missing_since(d.pop("missingSince"))

        record_name = d.pop("recordName")

        record_value = d.pop("recordValue")

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verifiedAt"))

        log_in_domain = cls(
            created_at=created_at,
            domain=domain,
            id=id,
            missing_since=missing_since,
            record_name=record_name,
            record_value=record_value,
            verified_at=verified_at,
        )

        log_in_domain.additional_properties = d
        return log_in_domain

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
