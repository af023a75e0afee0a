from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.scope import Scope, check_scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.public_key_set import PublicKeySet


T = TypeVar("T", bound="UpdateIntegration")


@_attrs_define
class UpdateIntegration:
    """A merge patch (RFC 7396) of an integration. `jwks` or `jwksUri` replaces the keys at once: to rotate a key without
    interruption, send the old and the new one, and the new one alone later.

        Attributes:
            enabled (bool | Unset): Whether it has access.
            jwks (PublicKeySet | Unset): Public keys (RFC 7517). Private keys are refused.
            jwks_uri (str | Unset): The `https` address of its public keys.
            name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
                surrounding spaces and without characters that change the writing direction.
            scopes (list[Scope] | Unset): What it may do. Must be unique.
    """

    enabled: bool | Unset = UNSET
    jwks: PublicKeySet | Unset = UNSET
    jwks_uri: str | Unset = UNSET
    name: str | Unset = UNSET
    scopes: list[Scope] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        enabled = self.enabled

        jwks: dict[str, Any] | Unset = UNSET
        if not isinstance(self.jwks, Unset):
            jwks = self.jwks.to_dict()

        jwks_uri = self.jwks_uri

        name = self.name

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for scopes_item_data in self.scopes:
                scopes_item: str = scopes_item_data
                scopes.append(scopes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if jwks is not UNSET:
            field_dict["jwks"] = jwks
        if jwks_uri is not UNSET:
            field_dict["jwksUri"] = jwks_uri
        if name is not UNSET:
            field_dict["name"] = name
        if scopes is not UNSET:
            field_dict["scopes"] = scopes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.public_key_set import PublicKeySet  # noqa: PLC0415

        d = dict(src_dict)
        enabled = d.pop("enabled", UNSET)

        _jwks = d.pop("jwks", UNSET)
        jwks: PublicKeySet | Unset
        if isinstance(_jwks, Unset):
            jwks = UNSET
        else:
            jwks = PublicKeySet.from_dict(_jwks)

        jwks_uri = d.pop("jwksUri", UNSET)

        name = d.pop("name", UNSET)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[Scope] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
            for scopes_item_data in _scopes:
                scopes_item = check_scope(scopes_item_data)

                scopes.append(scopes_item)

        update_integration = cls(
            enabled=enabled,
            jwks=jwks,
            jwks_uri=jwks_uri,
            name=name,
            scopes=scopes,
        )

        return update_integration
