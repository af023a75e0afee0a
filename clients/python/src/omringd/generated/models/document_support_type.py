from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.document_labels import DocumentLabels


T = TypeVar("T", bound="DocumentSupportType")


@_attrs_define
class DocumentSupportType:
    """A support type.

    Attributes:
        code (str): The code of a support type. See `showVocabulary`.
        labels (DocumentLabels): Labels in both languages.
    """

    code: str
    labels: DocumentLabels

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        labels = self.labels.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "labels": labels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_labels import DocumentLabels  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        labels = DocumentLabels.from_dict(d.pop("labels"))

        document_support_type = cls(
            code=code,
            labels=labels,
        )

        return document_support_type
