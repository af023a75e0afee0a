from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.scope import Scope, check_scope

if TYPE_CHECKING:
    from ..models.public_key_set import PublicKeySet


T = TypeVar("T", bound="Integration")


@_attrs_define
class Integration:
    """An external system of the organisation.

    Attributes:
        created_at (datetime.datetime):
        enabled (bool): Whether it has access.
        id (UUID): Also its client id at `POST /oauth2/token`.
        jwks (None | PublicKeySet): Its public keys; null if they are at an address, or it has none.
        jwks_uri (None | str): The address of its public keys, if they are at one.
        last_used_at (datetime.datetime | None): When it last received an access token.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        scopes (list[Scope]): What it may do.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    enabled: bool
    id: UUID
    jwks: None | PublicKeySet
    jwks_uri: None | str
    last_used_at: datetime.datetime | None
    name: str
    scopes: list[Scope]
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.public_key_set import PublicKeySet  # noqa: PLC0415

        created_at = self.created_at.isoformat()

        enabled = self.enabled

        id = str(self.id)

        jwks: dict[str, Any] | None
        if isinstance(self.jwks, PublicKeySet):
            jwks = self.jwks.to_dict()
        else:
            jwks = self.jwks

        jwks_uri: None | str
        jwks_uri = self.jwks_uri

        last_used_at: None | str
        if isinstance(self.last_used_at, datetime.datetime):
            last_used_at = self.last_used_at.isoformat()
        else:
            last_used_at = self.last_used_at

        name = self.name

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "enabled": enabled,
                "id": id,
                "jwks": jwks,
                "jwksUri": jwks_uri,
                "lastUsedAt": last_used_at,
                "name": name,
                "scopes": scopes,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.public_key_set import PublicKeySet  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        enabled = d.pop("enabled")

        id = UUID(d.pop("id"))

        def _parse_jwks(data: object) -> None | PublicKeySet:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                jwks_type_0 = PublicKeySet.from_dict(data)

                return jwks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PublicKeySet, data)

        jwks = _parse_jwks(d.pop("jwks"))

        def _parse_jwks_uri(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        jwks_uri = _parse_jwks_uri(d.pop("jwksUri"))

        def _parse_last_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_used_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_used_at = _parse_last_used_at(d.pop("lastUsedAt"))

        name = d.pop("name")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_scope(scopes_item_data)

            scopes.append(scopes_item)

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        integration = cls(
            created_at=created_at,
            enabled=enabled,
            id=id,
            jwks=jwks,
            jwks_uri=jwks_uri,
            last_used_at=last_used_at,
            name=name,
            scopes=scopes,
            updated_at=updated_at,
        )

        integration.additional_properties = d
        return integration

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
