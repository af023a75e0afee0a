from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scope import Scope, check_scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.public_key_set import PublicKeySet


T = TypeVar("T", bound="CreateIntegration")


@_attrs_define
class CreateIntegration:
    """A new integration. Has either `jwks` or `jwksUri`; one that only provisions members may have neither, and use
    tokens.

        Attributes:
            name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
                spaces and without characters that change the writing direction.
            scopes (list[Scope]): What it may do. Must be unique. Example: ['clients.write', 'cards.read'].
            jwks (None | PublicKeySet | Unset): Its public keys.
            jwks_uri (None | str | Unset): The `https` address of its public keys.
    """

    name: str
    scopes: list[Scope]
    jwks: None | PublicKeySet | Unset = UNSET
    jwks_uri: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.public_key_set import PublicKeySet  # noqa: PLC0415

        name = self.name

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        jwks: dict[str, Any] | None | Unset
        if isinstance(self.jwks, Unset):
            jwks = UNSET
        elif isinstance(self.jwks, PublicKeySet):
            jwks = self.jwks.to_dict()
        else:
            jwks = self.jwks

        jwks_uri: None | str | Unset
        if isinstance(self.jwks_uri, Unset):
            jwks_uri = UNSET
        else:
            jwks_uri = self.jwks_uri

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "scopes": scopes,
            }
        )
        if jwks is not UNSET:
            field_dict["jwks"] = jwks
        if jwks_uri is not UNSET:
            field_dict["jwksUri"] = jwks_uri

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.public_key_set import PublicKeySet  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_scope(scopes_item_data)

            scopes.append(scopes_item)

        def _parse_jwks(data: object) -> None | PublicKeySet | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                jwks_type_0 = PublicKeySet.from_dict(data)

                return jwks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PublicKeySet | Unset, data)

        jwks = _parse_jwks(d.pop("jwks", UNSET))

        def _parse_jwks_uri(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        jwks_uri = _parse_jwks_uri(d.pop("jwksUri", UNSET))

        create_integration = cls(
            name=name,
            scopes=scopes,
            jwks=jwks,
            jwks_uri=jwks_uri,
        )

        return create_integration
