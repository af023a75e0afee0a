from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_kind import EventKind, check_event_kind

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="ChangeEvent")


@_attrs_define
class ChangeEvent:
    """A change of something you may see. It contains ids only: read what it refers to.

    Example:
        {'by': {'id': '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02', 'name': 'Anouk Visser'}, 'clientId':
            '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d01', 'etag': '"57"', 'kind': 'map-changed', 'mapId':
            '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d04', 'requestId': '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d03', 'version': 57}

    Attributes:
        by (NamedUser | None): The user who made the change; null if it is on no map or was not recorded.
        client_id (UUID):
        etag (None | str): The `ETag` of the map with its content; null unless the map changed. Example: "57".
        kind (EventKind): The kind of change of an event.
        map_id (None | UUID): The map; null if the change is on no map.
        request_id (None | str): The `X-Request-Id` of the request that made it; null if not recorded.
        version (int | None): The map's version; null unless the map changed.
    """

    by: NamedUser | None
    client_id: UUID
    etag: None | str
    kind: EventKind
    map_id: None | UUID
    request_id: None | str
    version: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        by: dict[str, Any] | None
        if isinstance(self.by, NamedUser):
            by = self.by.to_dict()
        else:
            by = self.by

        client_id = str(self.client_id)

        etag: None | str
        etag = self.etag

        kind: str = self.kind

        map_id: None | str
        if isinstance(self.map_id, UUID):
            map_id = str(self.map_id)
        else:
            map_id = self.map_id

        request_id: None | str
        request_id = self.request_id

        version: int | None
        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "clientId": client_id,
                "etag": etag,
                "kind": kind,
                "mapId": map_id,
                "requestId": request_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_by(data: object) -> NamedUser | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                by_type_0 = NamedUser.from_dict(data)

                return by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedUser | None, data)

        by = _parse_by(d.pop("by"))

        client_id = UUID(d.pop("clientId"))

        def _parse_etag(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        etag = _parse_etag(d.pop("etag"))

        kind = check_event_kind(d.pop("kind"))

        def _parse_map_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                map_id_type_0 = UUID(data)

                return map_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        map_id = _parse_map_id(d.pop("mapId"))

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("requestId"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        change_event = cls(
            by=by,
            client_id=client_id,
            etag=etag,
            kind=kind,
            map_id=map_id,
            request_id=request_id,
            version=version,
        )

        change_event.additional_properties = d
        return change_event

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
