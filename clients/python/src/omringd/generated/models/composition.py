from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.word_count import WordCount


T = TypeVar("T", bound="Composition")


@_attrs_define
class Composition:
    """Distribution of supporters over the words of a list.

    Attributes:
        counts (list[WordCount]): The words that occur, in the order of the vocabulary.
        entropy (float | None): Σ p·log₂(1/p) over the answers, in bits (Shannon, 1948); null without answers.
        unanswered (int): How many were not answered.
    """

    counts: list[WordCount]
    entropy: float | None
    unanswered: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        counts = []
        for counts_item_data in self.counts:
            counts_item = counts_item_data.to_dict()
            counts.append(counts_item)

        entropy: float | None
        entropy = self.entropy

        unanswered = self.unanswered

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "counts": counts,
                "entropy": entropy,
                "unanswered": unanswered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.word_count import WordCount  # noqa: PLC0415

        d = dict(src_dict)
        counts = []
        _counts = d.pop("counts")
        for counts_item_data in _counts:
            counts_item = WordCount.from_dict(counts_item_data)

            counts.append(counts_item)

        def _parse_entropy(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        entropy = _parse_entropy(d.pop("entropy"))

        unanswered = d.pop("unanswered")

        composition = cls(
            counts=counts,
            entropy=entropy,
            unanswered=unanswered,
        )

        composition.additional_properties = d
        return composition

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
