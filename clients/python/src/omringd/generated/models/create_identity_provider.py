from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.client_authentication import ClientAuthentication, check_client_authentication
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateIdentityProvider")


@_attrs_define
class CreateIdentityProvider:
    """A new identity provider. Issuer, client and tenant never change: identities are known by them.

    Attributes:
        client_id (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        issuer (str): The issuer, exactly as in the metadata of the provider. Example:
            https://login.microsoftonline.com/6a3f7c1e-8c1b-4f0e-9d2a-0f6b1c2d3e4f/v2.0.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        client_authentication (ClientAuthentication | Unset): How this service authenticates at a provider.
        client_secret (str | Unset): The secret of this service at the provider. It is stored encrypted and never shown.
            Required with `client-secret`;
            with `private-key` the service makes a key. Example: een lang geheim van de provider.
        creates_coaches (bool | Unset): Whether the first log-in of a user without an account makes them a coach; only
            with an address in a proven domain. Example: False.
        second_factor_acr (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC,
            without surrounding spaces and without characters that change the writing direction.
        tenant_id (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        trusts_emails (bool | Unset): Whether the provider's email addresses in proven domains count as verified, though
            it does not say so with
            `email_verified`. Example: False.
        trusts_second_factor (bool | Unset): Whether a second factor at the provider counts: `mfa` in `amr`, or
            `secondFactorAcr`. Example: True.
    """

    client_id: str
    issuer: str
    name: str
    client_authentication: ClientAuthentication | Unset = UNSET
    client_secret: str | Unset = UNSET
    creates_coaches: bool | Unset = UNSET
    second_factor_acr: str | Unset = UNSET
    tenant_id: str | Unset = UNSET
    trusts_emails: bool | Unset = UNSET
    trusts_second_factor: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        issuer = self.issuer

        name = self.name

        client_authentication: str | Unset = UNSET
        if not isinstance(self.client_authentication, Unset):
            client_authentication = self.client_authentication

        client_secret = self.client_secret

        creates_coaches = self.creates_coaches

        second_factor_acr = self.second_factor_acr

        tenant_id = self.tenant_id

        trusts_emails = self.trusts_emails

        trusts_second_factor = self.trusts_second_factor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clientId": client_id,
                "issuer": issuer,
                "name": name,
            }
        )
        if client_authentication is not UNSET:
            field_dict["clientAuthentication"] = client_authentication
        if client_secret is not UNSET:
            field_dict["clientSecret"] = client_secret
        if creates_coaches is not UNSET:
            field_dict["createsCoaches"] = creates_coaches
        if second_factor_acr is not UNSET:
            field_dict["secondFactorAcr"] = second_factor_acr
        if tenant_id is not UNSET:
            field_dict["tenantId"] = tenant_id
        if trusts_emails is not UNSET:
            field_dict["trustsEmails"] = trusts_emails
        if trusts_second_factor is not UNSET:
            field_dict["trustsSecondFactor"] = trusts_second_factor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("clientId")

        issuer = d.pop("issuer")

        name = d.pop("name")

        _client_authentication = d.pop("clientAuthentication", UNSET)
        client_authentication: ClientAuthentication | Unset
        if isinstance(_client_authentication, Unset):
            client_authentication = UNSET
        else:
            client_authentication = check_client_authentication(_client_authentication)

        client_secret = d.pop("clientSecret", UNSET)

        creates_coaches = d.pop("createsCoaches", UNSET)

        second_factor_acr = d.pop("secondFactorAcr", UNSET)

        tenant_id = d.pop("tenantId", UNSET)

        trusts_emails = d.pop("trustsEmails", UNSET)

        trusts_second_factor = d.pop("trustsSecondFactor", UNSET)

        create_identity_provider = cls(
            client_id=client_id,
            issuer=issuer,
            name=name,
            client_authentication=client_authentication,
            client_secret=client_secret,
            creates_coaches=creates_coaches,
            second_factor_acr=second_factor_acr,
            tenant_id=tenant_id,
            trusts_emails=trusts_emails,
            trusts_second_factor=trusts_second_factor,
        )

        return create_identity_provider
