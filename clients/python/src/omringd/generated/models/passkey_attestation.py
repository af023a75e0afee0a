from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.passkey_creation import PasskeyCreation


T = TypeVar("T", bound="PasskeyAttestation")


@_attrs_define
class PasskeyAttestation:
    """The browser's credential of a new passkey, as its `toJSON()` gives it. Other members are ignored.

    Attributes:
        id (str): The id of the passkey in Base64url.
        raw_id (str): The same.
        response (PasskeyCreation): What an authenticator made, in Base64url. Other members are ignored.
        type_ (str): Always `public-key`. Example: public-key.
    """

    id: str
    raw_id: str
    response: PasskeyCreation
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        raw_id = self.raw_id

        response = self.response.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "rawId": raw_id,
                "response": response,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.passkey_creation import PasskeyCreation  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        raw_id = d.pop("rawId")

        response = PasskeyCreation.from_dict(d.pop("response"))

        type_ = d.pop("type")

        passkey_attestation = cls(
            id=id,
            raw_id=raw_id,
            response=response,
            type_=type_,
        )

        passkey_attestation.additional_properties = d
        return passkey_attestation

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
