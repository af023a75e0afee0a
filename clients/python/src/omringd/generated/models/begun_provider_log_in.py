from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BegunProviderLogIn")


@_attrs_define
class BegunProviderLogIn:
    """A log-in that has begun. The browser goes to the address, and keeps the secret in its session storage until it is
    back.

        Attributes:
            authorization_url (str): Where the browser goes. Example:
                https://login.example.nl/authorize?response_type=code&client_id=omringd.
            expires_at (datetime.datetime): Until when it can be finished.
            secret (str): Send it when the browser is back; without it, nobody can finish the log-in.
    """

    authorization_url: str
    expires_at: datetime.datetime
    secret: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        authorization_url = self.authorization_url

        expires_at = self.expires_at.isoformat()

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "authorizationUrl": authorization_url,
                "expiresAt": expires_at,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        authorization_url = d.pop("authorizationUrl")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        secret = d.pop("secret")

        begun_provider_log_in = cls(
            authorization_url=authorization_url,
            expires_at=expires_at,
            secret=secret,
        )

        begun_provider_log_in.additional_properties = d
        return begun_provider_log_in

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
