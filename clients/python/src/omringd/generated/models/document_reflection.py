from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DocumentReflection")


@_attrs_define
class DocumentReflection:
    """The client's own words.

    Attributes:
        created_at (datetime.datetime):
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
    """

    created_at: datetime.datetime
    text: str
    updated_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        text = self.text

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "text": text,
                "updatedAt": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        document_reflection = cls(
            created_at=created_at,
            text=text,
            updated_at=updated_at,
        )

        return document_reflection
