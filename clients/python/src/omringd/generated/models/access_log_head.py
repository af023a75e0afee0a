from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AccessLogHead")


@_attrs_define
class AccessLogHead:
    """A signed head of the access log: proof of what the log was.

    Attributes:
        events (int): The number of the organisation's events since its previous head.
        last_event_id (UUID): The last of the organisation's events that it covers; it covers all before it.
        note (str): The head as a signed note (C2SP `signed-note`): the name of the log, the number of the head, its
            hash and a signature of
            Ed25519. Kept apart, it shows later whether the log has changed. Example: omringd/access-
            log/5b1f0c3e-8a52-4f7a-9a39-0d6f2f6c1b7e
            4711
            x4c…=

            — omringd/access-log/… q2l…=
            .
        sealed_at (datetime.datetime): When they were sealed.
    """

    events: int
    last_event_id: UUID
    note: str
    sealed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        events = self.events

        last_event_id = str(self.last_event_id)

        note = self.note

        sealed_at = self.sealed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "lastEventId": last_event_id,
                "note": note,
                "sealedAt": sealed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        events = d.pop("events")

        last_event_id = UUID(d.pop("lastEventId"))

        note = d.pop("note")

        sealed_at = datetime.datetime.fromisoformat(d.pop("sealedAt"))

        access_log_head = cls(
            events=events,
            last_event_id=last_event_id,
            note=note,
            sealed_at=sealed_at,
        )

        access_log_head.additional_properties = d
        return access_log_head

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
