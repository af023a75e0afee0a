from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DocumentLabels")


@_attrs_define
class DocumentLabels:
    """Labels in both languages.

    Attributes:
        en (str): English.
        nl (str): Dutch.
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

        document_labels = cls(
            en=en,
            nl=nl,
        )

        return document_labels
