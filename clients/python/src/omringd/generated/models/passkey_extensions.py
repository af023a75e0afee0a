from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PasskeyExtensions")


@_attrs_define
class PasskeyExtensions:
    """What is asked of authenticators that can do it.

    Attributes:
        cred_props (bool): Whether the response says if the authenticator keeps the passkey.
        credential_protection_policy (str): When the authenticator reveals the passkey. Example:
            userVerificationRequired.
        enforce_credential_protection_policy (bool): Whether an authenticator that cannot do so makes none.
    """

    cred_props: bool
    credential_protection_policy: str
    enforce_credential_protection_policy: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cred_props = self.cred_props

        credential_protection_policy = self.credential_protection_policy

        enforce_credential_protection_policy = self.enforce_credential_protection_policy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "credProps": cred_props,
                "credentialProtectionPolicy": credential_protection_policy,
                "enforceCredentialProtectionPolicy": enforce_credential_protection_policy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cred_props = d.pop("credProps")

        credential_protection_policy = d.pop("credentialProtectionPolicy")

        enforce_credential_protection_policy = d.pop("enforceCredentialProtectionPolicy")

        passkey_extensions = cls(
            cred_props=cred_props,
            credential_protection_policy=credential_protection_policy,
            enforce_credential_protection_policy=enforce_credential_protection_policy,
        )

        passkey_extensions.additional_properties = d
        return passkey_extensions

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
