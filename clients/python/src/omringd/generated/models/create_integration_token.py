from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateIntegrationToken")


@_attrs_define
class CreateIntegrationToken:
    """A new token.

    Attributes:
        valid_days (int | Unset): For how many days it is valid: 365 if absent. Example: 365.
    """

    valid_days: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        valid_days = self.valid_days

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if valid_days is not UNSET:
            field_dict["validDays"] = valid_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        valid_days = d.pop("validDays", UNSET)

        create_integration_token = cls(
            valid_days=valid_days,
        )

        return create_integration_token
