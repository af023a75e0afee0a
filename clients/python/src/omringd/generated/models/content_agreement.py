from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.agreement_status import AgreementStatus, check_agreement_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="ContentAgreement")


@_attrs_define
class ContentAgreement:
    """An agreement, in the content of a map.

    Attributes:
        id (UUID):  Example: 01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a04.
        status (AgreementStatus): Status of an agreement.
        text (str): 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters
            other than tab and line feed. Stored in Unicode NFC.
        created_at (datetime.datetime | Unset):
        due_on (datetime.date | None | Unset): Due date.
        etag (str | Unset):
        support_type (None | str | Unset): The support type.
        supporter_id (None | Unset | UUID): The supporter of this content who is asked.
        updated_at (datetime.datetime | Unset):
    """

    id: UUID
    status: AgreementStatus
    text: str
    created_at: datetime.datetime | Unset = UNSET
    due_on: datetime.date | None | Unset = UNSET
    etag: str | Unset = UNSET
    support_type: None | str | Unset = UNSET
    supporter_id: None | Unset | UUID = UNSET
    updated_at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        status: str = self.status

        text = self.text

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        etag = self.etag

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

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "status": status,
                "text": text,
            }
        )
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on
        if etag is not UNSET:
            field_dict["etag"] = etag
        if support_type is not UNSET:
            field_dict["supportType"] = support_type
        if supporter_id is not UNSET:
            field_dict["supporterId"] = supporter_id
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        status = check_agreement_status(d.pop("status"))

        text = d.pop("text")

        _created_at = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

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

        etag = d.pop("etag", UNSET)

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

        _updated_at = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        content_agreement = cls(
            id=id,
            status=status,
            text=text,
            created_at=created_at,
            due_on=due_on,
            etag=etag,
            support_type=support_type,
            supporter_id=supporter_id,
            updated_at=updated_at,
        )

        return content_agreement
