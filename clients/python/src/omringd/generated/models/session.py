from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.factor import Factor, check_factor
from ..models.session_kind import SessionKind, check_session_kind

T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """One of your log-ins.

    Attributes:
        confirmed_at (datetime.datetime | None): When you last proved in it who you are.
        created_at (datetime.datetime):
        current (bool): Whether it is the session of this request.
        device_name (None | str): The name of the browser or device; null if unknown.
        expires_at (datetime.datetime): When it expires; a refresh extends only that of a device.
        factors (list[Factor]): The factors given in it. Example: ['password', 'totp'].
        id (UUID):
        kind (SessionKind): What a session was started for.
        network (None | str): The network of the log-in: an IPv4 address, or the first half of an IPv6 address. Null if
            unknown. Example: 192.0.2.7.
        organisation_id (None | UUID): The chosen organisation; null if none is chosen.
        used_at (datetime.datetime): When it was last refreshed.
    """

    confirmed_at: datetime.datetime | None
    created_at: datetime.datetime
    current: bool
    device_name: None | str
    expires_at: datetime.datetime
    factors: list[Factor]
    id: UUID
    kind: SessionKind
    network: None | str
    organisation_id: None | UUID
    used_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        created_at = self.created_at.isoformat()

        current = self.current

        device_name: None | str
        device_name = self.device_name

        expires_at = self.expires_at.isoformat()

        factors = []
        for factors_item_data in self.factors:
            factors_item: str = factors_item_data
            factors.append(factors_item)

        id = str(self.id)

        kind: str = self.kind

        network: None | str
        network = self.network

        organisation_id: None | str
        if isinstance(self.organisation_id, UUID):
            organisation_id = str(self.organisation_id)
        else:
            organisation_id = self.organisation_id

        used_at = self.used_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmedAt": confirmed_at,
                "createdAt": created_at,
                "current": current,
                "deviceName": device_name,
                "expiresAt": expires_at,
                "factors": factors,
                "id": id,
                "kind": kind,
                "network": network,
                "organisationId": organisation_id,
                "usedAt": used_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmedAt"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        current = d.pop("current")

        def _parse_device_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        device_name = _parse_device_name(d.pop("deviceName"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        factors = []
        _factors = d.pop("factors")
        for factors_item_data in _factors:
            factors_item = check_factor(factors_item_data)

            factors.append(factors_item)

        id = UUID(d.pop("id"))

        kind = check_session_kind(d.pop("kind"))

        def _parse_network(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        network = _parse_network(d.pop("network"))

        def _parse_organisation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                organisation_id_type_0 = UUID(data)

                return organisation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        organisation_id = _parse_organisation_id(d.pop("organisationId"))

        used_at = datetime.datetime.fromisoformat(d.pop("usedAt"))

        session = cls(
            confirmed_at=confirmed_at,
            created_at=created_at,
            current=current,
            device_name=device_name,
            expires_at=expires_at,
            factors=factors,
            id=id,
            kind=kind,
            network=network,
            organisation_id=organisation_id,
            used_at=used_at,
        )

        session.additional_properties = d
        return session

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
