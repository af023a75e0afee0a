from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.agreement_status import AgreementStatus, check_agreement_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateAgreement")


@_attrs_define
class CreateAgreement:
    """A new agreement.

    Attributes:
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        due_on (datetime.date | None | Unset): Due date. Example: 2026-12-01.
        status (AgreementStatus | Unset): Status of an agreement.
        support_type (None | str | Unset): The support type.
        supporter_id (None | Unset | UUID): The supporter who is asked, on the same map.
    """

    text: str
    due_on: datetime.date | None | Unset = UNSET
    status: AgreementStatus | Unset = UNSET
    support_type: None | str | Unset = UNSET
    supporter_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        support_type: None | str | Unset
        if isinstance(self.support_type, Unset):
            support_type = UNSET
        else:
            support_type = self.support_type

        supporter_id: None | str | Unset
        if isinstance(self.supporter_id, Unset):
            supporter_id = UNSET
        elif isinstance(self.supporter_id, UUID):
            supporter_id = str(self.supporter_id)
        else:
            supporter_id = self.supporter_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on
        if status is not UNSET:
            field_dict["status"] = status
        if support_type is not UNSET:
            field_dict["supportType"] = support_type
        if supporter_id is not UNSET:
            field_dict["supporterId"] = supporter_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

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

        _status = d.pop("status", UNSET)
        status: AgreementStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_agreement_status(_status)

        def _parse_support_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        support_type = _parse_support_type(d.pop("supportType", UNSET))

        def _parse_supporter_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supporter_id_type_0 = UUID(data)

                return supporter_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        supporter_id = _parse_supporter_id(d.pop("supporterId", UNSET))

        create_agreement = cls(
            text=text,
            due_on=due_on,
            status=status,
            support_type=support_type,
            supporter_id=supporter_id,
        )

        return create_agreement
