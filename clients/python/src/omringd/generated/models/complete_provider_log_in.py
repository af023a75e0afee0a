from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.session_kind import SessionKind, check_session_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.provider_callback import ProviderCallback


T = TypeVar("T", bound="CompleteProviderLogIn")


@_attrs_define
class CompleteProviderLogIn:
    """A log-in to finish.

    Attributes:
        callback (ProviderCallback): What the identity provider sent to the front end, with the secret that the browser
            kept.
        cookie (bool | Unset): Whether the refresh token comes as a cookie that scripts cannot read, instead of in the
            response. Example: False.
        device_name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        kind (SessionKind | Unset): What a session was started for.
    """

    callback: ProviderCallback
    cookie: bool | Unset = UNSET
    device_name: str | Unset = UNSET
    kind: SessionKind | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        callback = self.callback.to_dict()

        cookie = self.cookie

        device_name = self.device_name

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "callback": callback,
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
        from ..models.provider_callback import ProviderCallback  # noqa: PLC0415

        d = dict(src_dict)
        callback = ProviderCallback.from_dict(d.pop("callback"))

        cookie = d.pop("cookie", UNSET)

        device_name = d.pop("deviceName", UNSET)

        _kind = d.pop("kind", UNSET)
        kind: SessionKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_session_kind(_kind)

        complete_provider_log_in = cls(
            callback=callback,
            cookie=cookie,
            device_name=device_name,
            kind=kind,
        )

        return complete_provider_log_in
