from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.agreement_status import AgreementStatus, check_agreement_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="DocumentAgreement")


@_attrs_define
class DocumentAgreement:
    """A request to a supporter, with a due date.

    Attributes:
        created_at (datetime.datetime):
        status (AgreementStatus): Status of an agreement.
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        updated_at (datetime.datetime):
        due_on (datetime.date | None | Unset): Due date; null means none.
        support_type (None | str | Unset):
        supporter (int | None | Unset): Position of the supporter, from 1; null for no particular one.
    """

    created_at: datetime.datetime
    status: AgreementStatus
    text: str
    updated_at: datetime.datetime
    due_on: datetime.date | None | Unset = UNSET
    support_type: None | str | Unset = UNSET
    supporter: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        status: str = self.status

        text = self.text

        updated_at = self.updated_at.isoformat()

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        support_type: None | str | Unset
        if isinstance(self.support_type, Unset):
            support_type = UNSET
        else:
            support_type = self.support_type

        supporter: int | None | Unset
        if isinstance(self.supporter, Unset):
            supporter = UNSET
        else:
            supporter = self.supporter

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "status": status,
                "text": text,
                "updatedAt": updated_at,
            }
        )
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on
        if support_type is not UNSET:
            field_dict["supportType"] = support_type
        if supporter is not UNSET:
            field_dict["supporter"] = supporter

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        status = check_agreement_status(d.pop("status"))

        text = d.pop("text")

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_due_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        due_on = _parse_due_on(d.pop("dueOn", UNSET))

        def _parse_support_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        support_type = _parse_support_type(d.pop("supportType", UNSET))

        def _parse_supporter(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        supporter = _parse_supporter(d.pop("supporter", UNSET))

        document_agreement = cls(
            created_at=created_at,
            status=status,
            text=text,
            updated_at=updated_at,
            due_on=due_on,
            support_type=support_type,
            supporter=supporter,
        )

        return document_agreement
