from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateMap")


@_attrs_define
class CreateMap:
    """A new map.

    Attributes:
        theme (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        private (bool | Unset): Whether only the client sees it. Only the client can set this.
    """

    theme: str
    private: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        theme = self.theme

        private = self.private

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "theme": theme,
            }
        )
        if private is not UNSET:
            field_dict["private"] = private

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        theme = d.pop("theme")

        private = d.pop("private", UNSET)

        create_map = cls(
            theme=theme,
            private=private,
        )

        return create_map
