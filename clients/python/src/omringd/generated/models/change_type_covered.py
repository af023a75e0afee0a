from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_type_covered_kind import ChangeTypeCoveredKind, check_change_type_covered_kind

T = TypeVar("T", bound="ChangeTypeCovered")


@_attrs_define
class ChangeTypeCovered:
    """Someone gives it or can be asked for it now; it is needed on either card.

    Attributes:
        kind (ChangeTypeCoveredKind):
        sentence (str): The same as a sentence, in the language of the request. Example: Anna is dichterbij komen
            staan..
        support_type (str): The code of a support type. See `showVocabulary`.
    """

    kind: ChangeTypeCoveredKind
    sentence: str
    support_type: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        sentence = self.sentence

        support_type = self.support_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "sentence": sentence,
                "supportType": support_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_change_type_covered_kind(d.pop("kind"))

        sentence = d.pop("sentence")

        support_type = d.pop("supportType")

        change_type_covered = cls(
            kind=kind,
            sentence=sentence,
            support_type=support_type,
        )

        change_type_covered.additional_properties = d
        return change_type_covered

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
