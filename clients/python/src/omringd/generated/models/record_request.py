from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.consent_manner import ConsentManner, check_consent_manner
from ..types import UNSET, Unset

T = TypeVar("T", bound="RecordRequest")


@_attrs_define
class RecordRequest:
    """What a client asked for, to be recorded.

    Attributes:
        asked_at (datetime.datetime | None | Unset): When the client asked; now by default. Must not be in the future.
            Only a coach or administrator may set it.
        manner (ConsentManner | None | Unset): How the client asked. A coach or administrator must say so; the client
            must not.
    """

    asked_at: datetime.datetime | None | Unset = UNSET
    manner: ConsentManner | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        asked_at: None | str | Unset
        if isinstance(self.asked_at, Unset):
            asked_at = UNSET
        elif isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        manner: None | str | Unset
        if isinstance(self.manner, Unset):
            manner = UNSET
        elif isinstance(self.manner, str):
            manner = self.manner
        else:
            manner = self.manner

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if asked_at is not UNSET:
            field_dict["askedAt"] = asked_at
        if manner is not UNSET:
            field_dict["manner"] = manner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_asked_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_at_type_0 = datetime.datetime.fromisoformat(data)

                return asked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        asked_at = _parse_asked_at(d.pop("askedAt", UNSET))

        def _parse_manner(data: object) -> ConsentManner | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                manner_type_0 = check_consent_manner(data)

                return manner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsentManner | None | Unset, data)

        manner = _parse_manner(d.pop("manner", UNSET))

        record_request = cls(
            asked_at=asked_at,
            manner=manner,
        )

        return record_request
