from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateMap")


@_attrs_define
class UpdateMap:
    """A merge patch (RFC 7396) of a map, without its content.

    Attributes:
        every_tie_named (bool | None | Unset): "I have named every tie"; null is unanswered.
        everyone_named (bool | None | Unset): "I have named everyone"; null is unanswered.
        private (bool | Unset): Whether only the client sees it. Only the client can set this.
        review_on (datetime.date | None | Unset): Review date; null removes it. Example: 2027-05-01.
        theme (str | Unset): One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without
            surrounding spaces and without characters that change the writing direction.
    """

    every_tie_named: bool | None | Unset = UNSET
    everyone_named: bool | None | Unset = UNSET
    private: bool | Unset = UNSET
    review_on: datetime.date | None | Unset = UNSET
    theme: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        every_tie_named: bool | None | Unset
        if isinstance(self.every_tie_named, Unset):
            every_tie_named = UNSET
        else:
            every_tie_named = self.every_tie_named

        everyone_named: bool | None | Unset
        if isinstance(self.everyone_named, Unset):
            everyone_named = UNSET
        else:
            everyone_named = self.everyone_named

        private = self.private

        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        theme = self.theme

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if every_tie_named is not UNSET:
            field_dict["everyTieNamed"] = every_tie_named
        if everyone_named is not UNSET:
            field_dict["everyoneNamed"] = everyone_named
        if private is not UNSET:
            field_dict["private"] = private
        if review_on is not UNSET:
            field_dict["reviewOn"] = review_on
        if theme is not UNSET:
            field_dict["theme"] = theme

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_every_tie_named(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        every_tie_named = _parse_every_tie_named(d.pop("everyTieNamed", UNSET))

        def _parse_everyone_named(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        everyone_named = _parse_everyone_named(d.pop("everyoneNamed", UNSET))

        private = d.pop("private", UNSET)

        def _parse_review_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        review_on = _parse_review_on(d.pop("reviewOn", UNSET))

        theme = d.pop("theme", UNSET)

        update_map = cls(
            every_tie_named=every_tie_named,
            everyone_named=everyone_named,
            private=private,
            review_on=review_on,
            theme=theme,
        )

        return update_map
