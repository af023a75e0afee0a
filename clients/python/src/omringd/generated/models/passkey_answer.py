from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.passkey_assertion import PasskeyAssertion


T = TypeVar("T", bound="PasskeyAnswer")


@_attrs_define
class PasskeyAnswer:
    """The answer of a passkey to a challenge.

    Attributes:
        ceremony (str): The `ceremony` of the challenge.
        credential (PasskeyAssertion): The browser's credential after the use of a passkey, as its `toJSON()` gives it.
            Other members are ignored.
    """

    ceremony: str
    credential: PasskeyAssertion

    def to_dict(self) -> dict[str, Any]:
        ceremony = self.ceremony

        credential = self.credential.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ceremony": ceremony,
                "credential": credential,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.passkey_assertion import PasskeyAssertion  # noqa: PLC0415

        d = dict(src_dict)
        ceremony = d.pop("ceremony")

        credential = PasskeyAssertion.from_dict(d.pop("credential"))

        passkey_answer = cls(
            ceremony=ceremony,
            credential=credential,
        )

        return passkey_answer
