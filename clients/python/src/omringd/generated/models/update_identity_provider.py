from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.client_authentication import ClientAuthentication, check_client_authentication
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateIdentityProvider")


@_attrs_define
class UpdateIdentityProvider:
    """A merge patch (RFC 7396) of an identity provider. `enabled: false` ends its sessions at once, and so does trusting
    it no
    longer with a second factor.

        Attributes:
            client_authentication (ClientAuthentication | Unset): How this service authenticates at a provider.
            client_secret (str | Unset): The secret of this service at the provider.
            creates_coaches (bool | Unset): Whether the first log-in of a user without an account makes them a coach.
            enabled (bool | Unset): Whether users can log in with it.
            name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
                surrounding spaces and without characters that change the writing direction.
            second_factor_acr (None | str | Unset): The `acr` that stands for a second factor; null for `mfa` in `amr`.
            trusts_emails (bool | Unset): Whether the provider's email addresses in proven domains count as verified.
            trusts_second_factor (bool | Unset): Whether a second factor at the provider counts.
    """

    client_authentication: ClientAuthentication | Unset = UNSET
    client_secret: str | Unset = UNSET
    creates_coaches: bool | Unset = UNSET
    enabled: bool | Unset = UNSET
    name: str | Unset = UNSET
    second_factor_acr: None | str | Unset = UNSET
    trusts_emails: bool | Unset = UNSET
    trusts_second_factor: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_authentication: str | Unset = UNSET
        if not isinstance(self.client_authentication, Unset):
            client_authentication = self.client_authentication

        client_secret = self.client_secret

        creates_coaches = self.creates_coaches

        enabled = self.enabled

        name = self.name

        second_factor_acr: None | str | Unset
        if isinstance(self.second_factor_acr, Unset):
            second_factor_acr = UNSET
        else:
            second_factor_acr = self.second_factor_acr

        trusts_emails = self.trusts_emails

        trusts_second_factor = self.trusts_second_factor

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if client_authentication is not UNSET:
            field_dict["clientAuthentication"] = client_authentication
        if client_secret is not UNSET:
            field_dict["clientSecret"] = client_secret
        if creates_coaches is not UNSET:
            field_dict["createsCoaches"] = creates_coaches
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if name is not UNSET:
            field_dict["name"] = name
        if second_factor_acr is not UNSET:
            field_dict["secondFactorAcr"] = second_factor_acr
        if trusts_emails is not UNSET:
            field_dict["trustsEmails"] = trusts_emails
        if trusts_second_factor is not UNSET:
            field_dict["trustsSecondFactor"] = trusts_second_factor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _client_authentication = d.pop("clientAuthentication", UNSET)
        client_authentication: ClientAuthentication | Unset
        if isinstance(_client_authentication, Unset):
            client_authentication = UNSET
        else:
            client_authentication = check_client_authentication(_client_authentication)

        client_secret = d.pop("clientSecret", UNSET)

        creates_coaches = d.pop("createsCoaches", UNSET)

        enabled = d.pop("enabled", UNSET)

        name = d.pop("name", UNSET)

        def _parse_second_factor_acr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        second_factor_acr = _parse_second_factor_acr(d.pop("secondFactorAcr", UNSET))

        trusts_emails = d.pop("trustsEmails", UNSET)

        trusts_second_factor = d.pop("trustsSecondFactor", UNSET)

        update_identity_provider = cls(
            client_authentication=client_authentication,
            client_secret=client_secret,
            creates_coaches=creates_coaches,
            enabled=enabled,
            name=name,
            second_factor_acr=second_factor_acr,
            trusts_emails=trusts_emails,
            trusts_second_factor=trusts_second_factor,
        )

        return update_identity_provider
