from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_authentication import ClientAuthentication, check_client_authentication

T = TypeVar("T", bound="IdentityProvider")


@_attrs_define
class IdentityProvider:
    """An identity provider of the organisation.

    Attributes:
        backchannel_logout_uri (str): The back-channel logout URI to register at the provider. Example:
            https://omringd.example.nl/oauth2/backchannel-logout/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f.
        client_authentication (ClientAuthentication): How this service authenticates at a provider.
        client_id (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        created_at (datetime.datetime):
        creates_coaches (bool): Whether the first log-in of a user without an account makes them a coach.
        enabled (bool): Whether users can log in with it.
        id (UUID):
        issuer (str): The issuer. Example: https://login.microsoftonline.com/6a3f7c1e-8c1b-4f0e-9d2a-0f6b1c2d3e4f/v2.0.
        jwks_uri (None | str): The address of this service's public key, to register at the provider; null with a client
            secret. Example: https://omringd.example.nl/oauth2/client-keys/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        redirect_uri (None | str): The redirect URI to register at the provider; null if the service has no front end.
            Example: https://app.example.nl/provider-log-in/01934c3e-7a10-7c4e-9b1d-3f2a1c0d9e8f.
        second_factor_acr (None | str): The `acr` that stands for a second factor; null for `mfa` in `amr`.
        tenant_id (None | str): The only tenant of Entra ID; null for any.
        trusts_emails (bool): Whether its addresses in proven domains count as verified.
        trusts_second_factor (bool): Whether a second factor at the provider counts.
        updated_at (datetime.datetime):
    """

    backchannel_logout_uri: str
    client_authentication: ClientAuthentication
    client_id: str
    created_at: datetime.datetime
    creates_coaches: bool
    enabled: bool
    id: UUID
    issuer: str
    jwks_uri: None | str
    name: str
    redirect_uri: None | str
    second_factor_acr: None | str
    tenant_id: None | str
    trusts_emails: bool
    trusts_second_factor: bool
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        backchannel_logout_uri = self.backchannel_logout_uri

        client_authentication: str = self.client_authentication

        client_id = self.client_id

        created_at = self.created_at.isoformat()

        creates_coaches = self.creates_coaches

        enabled = self.enabled

        id = str(self.id)

        issuer = self.issuer

        jwks_uri: None | str
        jwks_uri = self.jwks_uri

        name = self.name

        redirect_uri: None | str
        redirect_uri = self.redirect_uri

        second_factor_acr: None | str
        second_factor_acr = self.second_factor_acr

        tenant_id: None | str
        tenant_id = self.tenant_id

        trusts_emails = self.trusts_emails

        trusts_second_factor = self.trusts_second_factor

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "backchannelLogoutUri": backchannel_logout_uri,
                "clientAuthentication": client_authentication,
                "clientId": client_id,
                "createdAt": created_at,
                "createsCoaches": creates_coaches,
                "enabled": enabled,
                "id": id,
                "issuer": issuer,
                "jwksUri": jwks_uri,
                "name": name,
                "redirectUri": redirect_uri,
                "secondFactorAcr": second_factor_acr,
                "tenantId": tenant_id,
                "trustsEmails": trusts_emails,
                "trustsSecondFactor": trusts_second_factor,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        backchannel_logout_uri = d.pop("backchannelLogoutUri")

        client_authentication = check_client_authentication(d.pop("clientAuthentication"))

        client_id = d.pop("clientId")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        creates_coaches = d.pop("createsCoaches")

        enabled = d.pop("enabled")

        id = UUID(d.pop("id"))

        issuer = d.pop("issuer")

        def _parse_jwks_uri(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        jwks_uri = _parse_jwks_uri(d.pop("jwksUri"))

        name = d.pop("name")

        def _parse_redirect_uri(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        redirect_uri = _parse_redirect_uri(d.pop("redirectUri"))

        def _parse_second_factor_acr(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        second_factor_acr = _parse_second_factor_acr(d.pop("secondFactorAcr"))

        def _parse_tenant_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tenant_id = _parse_tenant_id(d.pop("tenantId"))

        trusts_emails = d.pop("trustsEmails")

        trusts_second_factor = d.pop("trustsSecondFactor")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        identity_provider = cls(
            backchannel_logout_uri=backchannel_logout_uri,
            client_authentication=client_authentication,
            client_id=client_id,
            created_at=created_at,
            creates_coaches=creates_coaches,
            enabled=enabled,
            id=id,
            issuer=issuer,
            jwks_uri=jwks_uri,
            name=name,
            redirect_uri=redirect_uri,
            second_factor_acr=second_factor_acr,
            tenant_id=tenant_id,
            trusts_emails=trusts_emails,
            trusts_second_factor=trusts_second_factor,
            updated_at=updated_at,
        )

        identity_provider.additional_properties = d
        return identity_provider

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
