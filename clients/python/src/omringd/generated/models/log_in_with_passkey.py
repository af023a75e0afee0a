from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.session_kind import SessionKind, check_session_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.passkey_assertion import PasskeyAssertion


T = TypeVar("T", bound="LogInWithPasskey")


@_attrs_define
class LogInWithPasskey:
    """Who logs in with a passkey.

    Attributes:
        ceremony (str): The `ceremony` of the challenge.
        credential (PasskeyAssertion): The browser's credential after the use of a passkey, as its `toJSON()` gives it.
            Other members are ignored.
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        cookie (bool | Unset): Whether the refresh token comes as a cookie that scripts cannot read, instead of in the
            response. Example: False.
        device_name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        kind (SessionKind | Unset): What a session was started for.
    """

    ceremony: str
    credential: PasskeyAssertion
    email: str
    cookie: bool | Unset = UNSET
    device_name: str | Unset = UNSET
    kind: SessionKind | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ceremony = self.ceremony

        credential = self.credential.to_dict()

        email = self.email

        cookie = self.cookie

        device_name = self.device_name

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ceremony": ceremony,
                "credential": credential,
                "email": email,
            }
        )
        if cookie is not UNSET:
            field_dict["cookie"] = cookie
        if device_name is not UNSET:
            field_dict["deviceName"] = device_name
        if kind is not UNSET:
            field_dict["kind"] = kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.passkey_assertion import PasskeyAssertion  # noqa: PLC0415

        d = dict(src_dict)
        ceremony = d.pop("ceremony")

        credential = PasskeyAssertion.from_dict(d.pop("credential"))

        email = d.pop("email")

        cookie = d.pop("cookie", UNSET)

        device_name = d.pop("deviceName", UNSET)

        _kind = d.pop("kind", UNSET)
        kind: SessionKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_session_kind(_kind)

        log_in_with_passkey = cls(
            ceremony=ceremony,
            credential=credential,
            email=email,
            cookie=cookie,
            device_name=device_name,
            kind=kind,
        )

        return log_in_with_passkey
