from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_refusal_ground import ErasureRefusalGround, check_erasure_refusal_ground

if TYPE_CHECKING:
    from ..models.named_user import NamedUser


T = TypeVar("T", bound="ErasureRefusal")


@_attrs_define
class ErasureRefusal:
    """The refusal of a request for erasure.

    Attributes:
        explanation (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control
            characters other than tab and line feed. Stored in Unicode NFC.
        ground (ErasureRefusalGround): Why a request for erasure is refused.
        refused_at (datetime.datetime): When it was refused.
        refused_by (NamedUser): A user, with the name beside the id.
    """

    explanation: str
    ground: ErasureRefusalGround
    refused_at: datetime.datetime
    refused_by: NamedUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        explanation = self.explanation

        ground: str = self.ground

        refused_at = self.refused_at.isoformat()

        refused_by = self.refused_by.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "explanation": explanation,
                "ground": ground,
                "refusedAt": refused_at,
                "refusedBy": refused_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_user import NamedUser  # noqa: PLC0415

        d = dict(src_dict)
        explanation = d.pop("explanation")

        ground = check_erasure_refusal_ground(d.pop("ground"))

        refused_at = datetime.datetime.fromisoformat(d.pop("refusedAt"))

        refused_by = NamedUser.from_dict(d.pop("refusedBy"))

        erasure_refusal = cls(
            explanation=explanation,
            ground=ground,
            refused_at=refused_at,
            refused_by=refused_by,
        )

        erasure_refusal.additional_properties = d
        return erasure_refusal

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
