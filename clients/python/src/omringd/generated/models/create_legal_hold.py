from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateLegalHold")


@_attrs_define
class CreateLegalHold:
    """A new legal hold.

    Attributes:
        reason (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        until (datetime.datetime): When it ends. Must be in the future, and within twenty years. Example:
            2036-01-01T00:00:00Z.
    """

    reason: str
    until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        create_legal_hold = cls(
            reason=reason,
            until=until,
        )

        return create_legal_hold
