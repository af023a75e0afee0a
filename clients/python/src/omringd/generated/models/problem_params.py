from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProblemParams")


@_attrs_define
class ProblemParams:
    """What is accepted, for a text of your own. The code determines which members are present.

    Attributes:
        format_ (str | Unset): The format of the schema that is accepted. Example: date.
        max_ (int | Unset): The maximum. Example: 200.
        min_ (int | Unset): The minimum: of characters, of entries, or of the number itself. Example: 1.
        pattern (str | Unset): The regular expression that is accepted. Example: ^[a-z][a-z0-9-]{0,39}$.
        type_ (str | Unset): The JSON type that is accepted. Example: string.
        words (list[str] | Unset): The words that are accepted. Example: ['inner', 'middle', 'outer'].
    """

    format_: str | Unset = UNSET
    max_: int | Unset = UNSET
    min_: int | Unset = UNSET
    pattern: str | Unset = UNSET
    type_: str | Unset = UNSET
    words: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_

        max_ = self.max_

        min_ = self.min_

        pattern = self.pattern

        type_ = self.type_

        words: list[str] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if format_ is not UNSET:
            field_dict["format"] = format_
        if max_ is not UNSET:
            field_dict["max"] = max_
        if min_ is not UNSET:
            field_dict["min"] = min_
        if pattern is not UNSET:
            field_dict["pattern"] = pattern
        if type_ is not UNSET:
            field_dict["type"] = type_
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        format_ = d.pop("format", UNSET)

        max_ = d.pop("max", UNSET)

        min_ = d.pop("min", UNSET)

        pattern = d.pop("pattern", UNSET)

        type_ = d.pop("type", UNSET)

        words = cast(list[str], d.pop("words", UNSET))

        problem_params = cls(
            format_=format_,
            max_=max_,
            min_=min_,
            pattern=pattern,
            type_=type_,
            words=words,
        )

        problem_params.additional_properties = d
        return problem_params

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
