from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.retained_client import RetainedClient


T = TypeVar("T", bound="RetentionPreview")


@_attrs_define
class RetentionPreview:
    """The records that a confirmation would erase.

    Attributes:
        changed_before (datetime.datetime): The records were last changed before this instant.
        clients (list[RetainedClient]): In the order of their ids.
        digest (str): The SHA-256 digest of the list, to confirm exactly these.
        more (bool): Whether there are more than these.
        retention_years (int): How many years the organisation keeps a record after its last change. Example: 20.
    """

    changed_before: datetime.datetime
    clients: list[RetainedClient]
    digest: str
    more: bool
    retention_years: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed_before = self.changed_before.isoformat()

        clients = []
        for clients_item_data in self.clients:
            clients_item = clients_item_data.to_dict()
            clients.append(clients_item)

        digest = self.digest

        more = self.more

        retention_years = self.retention_years

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changedBefore": changed_before,
                "clients": clients,
                "digest": digest,
                "more": more,
                "retentionYears": retention_years,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.retained_client import RetainedClient  # noqa: PLC0415

        d = dict(src_dict)
        changed_before = datetime.datetime.fromisoformat(d.pop("changedBefore"))

        clients = []
        _clients = d.pop("clients")
        for clients_item_data in _clients:
            clients_item = RetainedClient.from_dict(clients_item_data)

            clients.append(clients_item)

        digest = d.pop("digest")

        more = d.pop("more")

        retention_years = d.pop("retentionYears")

        retention_preview = cls(
            changed_before=changed_before,
            clients=clients,
            digest=digest,
            more=more,
            retention_years=retention_years,
        )

        retention_preview.additional_properties = d
        return retention_preview

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
