from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConfirmSecondFactor")


@_attrs_define
class ConfirmSecondFactor:
    """A code of an added authenticator app.

    Attributes:
        code (str): The six digits that the app shows. Example: 287082.
    """

    code: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        confirm_second_factor = cls(
            code=code,
        )

        return confirm_second_factor
