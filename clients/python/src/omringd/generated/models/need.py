from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Need")


@_attrs_define
class Need:
    """What the client needs of one support type.

    Attributes:
        level (int): The level, from 0 (nothing) to 3 (much).
        support_type (str): The code of a support type. See `showVocabulary`.
    """

    level: int
    support_type: str

    def to_dict(self) -> dict[str, Any]:
        level = self.level

        support_type = self.support_type

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "level": level,
                "supportType": support_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = d.pop("level")

        support_type = d.pop("supportType")

        need = cls(
            level=level,
            support_type=support_type,
        )

        return need
