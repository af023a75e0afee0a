from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_labels import NewLabels


T = TypeVar("T", bound="OwnSupportType")


@_attrs_define
class OwnSupportType:
    """A support type of the organisation's own.

    Attributes:
        code (str): The code of a support type. See `showVocabulary`.
        labels (NewLabels): Labels in both languages.
    """

    code: str
    labels: NewLabels

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
        from ..models.new_labels import NewLabels  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        labels = NewLabels.from_dict(d.pop("labels"))

        own_support_type = cls(
            code=code,
            labels=labels,
        )

        return own_support_type
