from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProviderCallback")


@_attrs_define
class ProviderCallback:
    """What the identity provider sent to the front end, with the secret that the browser kept.

    Attributes:
        code (str): `code` of the query. Example: SplxlOBeZQQYbYS6WxSbIA.
        provider_id (UUID): The identity provider, from the path to which the browser returned.
        secret (str): The secret of the log-in that has begun. Example: yq0kzXKm8dS1XQe4f1yRxGkV6s8m1nJw2lT0o3pQ5uA.
        state (str): `state` of the query. Example: af0ifjsldkj.
        iss (str | Unset): `iss` of the query, if it has one. Example: https://login.example.nl.
    """

    code: str
    provider_id: UUID
    secret: str
    state: str
    iss: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        provider_id = str(self.provider_id)

        secret = self.secret

        state = self.state

        iss = self.iss

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "providerId": provider_id,
                "secret": secret,
                "state": state,
            }
        )
        if iss is not UNSET:
            field_dict["iss"] = iss

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        provider_id = UUID(d.pop("providerId"))

        secret = d.pop("secret")

        state = d.pop("state")

        iss = d.pop("iss", UNSET)

        provider_callback = cls(
            code=code,
            provider_id=provider_id,
            secret=secret,
            state=state,
            iss=iss,
        )

        return provider_callback
