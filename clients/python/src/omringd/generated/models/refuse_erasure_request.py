from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.erasure_refusal_ground import ErasureRefusalGround, check_erasure_refusal_ground

T = TypeVar("T", bound="RefuseErasureRequest")


@_attrs_define
class RefuseErasureRequest:
    """The refusal of a request for erasure, with a reason that the client reads.

    Attributes:
        explanation (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control
            characters other than tab and line feed. Stored in Unicode NFC.
        ground (ErasureRefusalGround): Why a request for erasure is refused.
    """

    explanation: str
    ground: ErasureRefusalGround

    def to_dict(self) -> dict[str, Any]:
        explanation = self.explanation

        ground: str = self.ground

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "explanation": explanation,
                "ground": ground,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        explanation = d.pop("explanation")

        ground = check_erasure_refusal_ground(d.pop("ground"))

        refuse_erasure_request = cls(
            explanation=explanation,
            ground=ground,
        )

        return refuse_erasure_request
