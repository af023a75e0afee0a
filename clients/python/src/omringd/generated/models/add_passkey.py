from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.passkey_attestation import PasskeyAttestation


T = TypeVar("T", bound="AddPasskey")


@_attrs_define
class AddPasskey:
    """A new passkey, as the answer to a challenge to make one.

    Attributes:
        ceremony (str): The `ceremony` of the challenge.
        credential (PasskeyAttestation): The browser's credential of a new passkey, as its `toJSON()` gives it. Other
            members are ignored.
        name (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
    """

    ceremony: str
    credential: PasskeyAttestation
    name: str

    def to_dict(self) -> dict[str, Any]:
        ceremony = self.ceremony

        credential = self.credential.to_dict()

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ceremony": ceremony,
                "credential": credential,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.passkey_attestation import PasskeyAttestation  # noqa: PLC0415

        d = dict(src_dict)
        ceremony = d.pop("ceremony")

        credential = PasskeyAttestation.from_dict(d.pop("credential"))

        name = d.pop("name")

        add_passkey = cls(
            ceremony=ceremony,
            credential=credential,
            name=name,
        )

        return add_passkey
