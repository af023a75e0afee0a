from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BeginProviderLogIn")


@_attrs_define
class BeginProviderLogIn:
    """A log-in to begin.

    Attributes:
        provider_id (UUID): The identity provider.
        again (bool | Unset): Whether you must authenticate there again, though you are logged in: the session is then
            confirmed. Example: False.
    """

    provider_id: UUID
    again: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        provider_id = str(self.provider_id)

        again = self.again

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "providerId": provider_id,
            }
        )
        if again is not UNSET:
            field_dict["again"] = again

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        provider_id = UUID(d.pop("providerId"))

        again = d.pop("again", UNSET)

        begin_provider_log_in = cls(
            provider_id=provider_id,
            again=again,
        )

        return begin_provider_log_in
