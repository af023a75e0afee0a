from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="MapChange")


@_attrs_define
class MapChange:
    """The latest change of a map.

    Example:
        {'by': {'id': '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02', 'name': 'Anouk Visser'}, 'etag': '"57"', 'requestId':
            '01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d03', 'version': 57}

    Attributes:
        by (NamedUser | None): The user who made it; null if not recorded.
        etag (str): The `ETag` of the map with its content. Example: "57".
        request_id (None | str): The `X-Request-Id` of the request that made it; null if not recorded.
        version (int):
    """

    by: NamedUser | None
    etag: str
    request_id: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        by: dict[str, Any] | None
        if isinstance(self.by, NamedUser):
            by = self.by.to_dict()
        else:
            by = self.by

        etag = self.etag

        request_id: None | str
        request_id = self.request_id

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "etag": etag,
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

        etag = d.pop("etag")

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("requestId"))

        version = d.pop("version")

        map_change = cls(
            by=by,
            etag=etag,
            request_id=request_id,
            version=version,
        )

        map_change.additional_properties = d
        return map_change

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
