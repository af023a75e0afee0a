from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateReflection")


@_attrs_define
class UpdateReflection:
    """A merge patch (RFC 7396) of a reflection.

    Attributes:
        text (str | Unset): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control
            characters other than tab and line feed. Stored in Unicode NFC.
    """

    text: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        update_reflection = cls(
            text=text,
        )

        return update_reflection
