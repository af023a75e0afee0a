from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.passkey_request_options import PasskeyRequestOptions


T = TypeVar("T", bound="PasskeyChallenge")


@_attrs_define
class PasskeyChallenge:
    """A challenge for a passkey, which one answer uses up.

    Attributes:
        ceremony (str): Send it with the answer. Example: vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E.
        expires_at (datetime.datetime): When it no longer accepts an answer.
        options (PasskeyRequestOptions): Options to use a passkey, for
            `PublicKeyCredential.parseRequestOptionsFromJSON`.
    """

    ceremony: str
    expires_at: datetime.datetime
    options: PasskeyRequestOptions
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ceremony = self.ceremony

        expires_at = self.expires_at.isoformat()

        options = self.options.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ceremony": ceremony,
                "expiresAt": expires_at,
                "options": options,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.passkey_request_options import PasskeyRequestOptions  # noqa: PLC0415

        d = dict(src_dict)
        ceremony = d.pop("ceremony")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        options = PasskeyRequestOptions.from_dict(d.pop("options"))

        passkey_challenge = cls(
            ceremony=ceremony,
            expires_at=expires_at,
            options=options,
        )

        passkey_challenge.additional_properties = d
        return passkey_challenge

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
