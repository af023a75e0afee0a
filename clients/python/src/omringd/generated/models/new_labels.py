from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewLabels")


@_attrs_define
class NewLabels:
    """Labels in both languages.

    Attributes:
        en (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
        nl (str): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding
            spaces and without characters that change the writing direction.
    """

    en: str
    nl: str

    def to_dict(self) -> dict[str, Any]:
        en = self.en

        nl = self.nl

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "en": en,
                "nl": nl,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        en = d.pop("en")

        nl = d.pop("nl")

        new_labels = cls(
            en=en,
            nl=nl,
        )

        return new_labels
