from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agreement_overview import AgreementOverview


T = TypeVar("T", bound="AgreementsOverview")


@_attrs_define
class AgreementsOverview:
    """The agreements that are planned, asked or accepted.

    Attributes:
        items (list[AgreementOverview]): The first 200: earliest due date first, those without one last.
        next_due_on (datetime.date | None): The earliest due date, today or later.
        open_ (int): How many.
        overdue (int): How many of them are overdue.
    """

    items: list[AgreementOverview]
    next_due_on: datetime.date | None
    open_: int
    overdue: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_due_on: None | str
        if isinstance(self.next_due_on, datetime.date):
            next_due_on = self.next_due_on.isoformat()
        else:
            next_due_on = self.next_due_on

        open_ = self.open_

        overdue = self.overdue

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "nextDueOn": next_due_on,
                "open": open_,
                "overdue": overdue,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreement_overview import AgreementOverview  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = AgreementOverview.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_due_on_type_0 = datetime.date.fromisoformat(data)

                return next_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_due_on = _parse_next_due_on(d.pop("nextDueOn"))

        open_ = d.pop("open")

        overdue = d.pop("overdue")

        agreements_overview = cls(
            items=items,
            next_due_on=next_due_on,
            open_=open_,
            overdue=overdue,
        )

        agreements_overview.additional_properties = d
        return agreements_overview

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
