from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Turnover")


@_attrs_define
class Turnover:
    """Numbers of supporters added and removed.

    Attributes:
        added (int): On the second card only.
        kept (int): On both cards.
        lost (int): On the first card only.
        proportion (float | None): (added + lost) / (kept + added + lost); null without supporters.
    """

    added: int
    kept: int
    lost: int
    proportion: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added = self.added

        kept = self.kept

        lost = self.lost

        proportion: float | None
        proportion = self.proportion

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added": added,
                "kept": kept,
                "lost": lost,
                "proportion": proportion,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added = d.pop("added")

        kept = d.pop("kept")

        lost = d.pop("lost")

        def _parse_proportion(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        proportion = _parse_proportion(d.pop("proportion"))

        turnover = cls(
            added=added,
            kept=kept,
            lost=lost,
            proportion=proportion,
        )

        turnover.additional_properties = d
        return turnover

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
