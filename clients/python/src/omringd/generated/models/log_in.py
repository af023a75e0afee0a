from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.session_kind import SessionKind, check_session_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mail_code import MailCode


T = TypeVar("T", bound="LogIn")


@_attrs_define
class LogIn:
    """Who logs in.

    Attributes:
        email (str): An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized
            domain may be in Unicode or punycode. No invisible characters.
        code (None | str | Unset): A code of your authenticator app, or a recovery code. Without it, confirm the session
            with one later. Example: 287082.
        cookie (bool | Unset): Whether the refresh token comes as a cookie that scripts cannot read, instead of in the
            response. Example: False.
        device_name (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
        kind (SessionKind | Unset): What a session was started for.
        mail_code (MailCode | None | Unset): A code that was mailed, instead of a password: see POST /v1/log-in-codes.
        password (None | str | Unset): Password. Example: een lange zin is sterk.
    """

    email: str
    code: None | str | Unset = UNSET
    cookie: bool | Unset = UNSET
    device_name: str | Unset = UNSET
    kind: SessionKind | Unset = UNSET
    mail_code: MailCode | None | Unset = UNSET
    password: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.mail_code import MailCode  # noqa: PLC0415

        email = self.email

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        cookie = self.cookie

        device_name = self.device_name

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        mail_code: dict[str, Any] | None | Unset
        if isinstance(self.mail_code, Unset):
            mail_code = UNSET
        elif isinstance(self.mail_code, MailCode):
            mail_code = self.mail_code.to_dict()
        else:
            mail_code = self.mail_code

        password: None | str | Unset
        if isinstance(self.password, Unset):
            password = UNSET
        else:
            password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if cookie is not UNSET:
            field_dict["cookie"] = cookie
        if device_name is not UNSET:
            field_dict["deviceName"] = device_name
        if kind is not UNSET:
            field_dict["kind"] = kind
        if mail_code is not UNSET:
            field_dict["mailCode"] = mail_code
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mail_code import MailCode  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        cookie = d.pop("cookie", UNSET)

        device_name = d.pop("deviceName", UNSET)

        _kind = d.pop("kind", UNSET)
        kind: SessionKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_session_kind(_kind)

        def _parse_mail_code(data: object) -> MailCode | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mail_code_type_0 = MailCode.from_dict(data)

                return mail_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailCode | None | Unset, data)

        mail_code = _parse_mail_code(d.pop("mailCode", UNSET))

        def _parse_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        password = _parse_password(d.pop("password", UNSET))

        log_in = cls(
            email=email,
            code=code,
            cookie=cookie,
            device_name=device_name,
            kind=kind,
            mail_code=mail_code,
            password=password,
        )

        return log_in
